from __future__ import annotations

import pytest

from framing.read import read_bytes
from framing.read.top_lines import byline, date_line

LEAD = "The mayor closed the old bridge on Friday after engineers found cracks in two of its seven arches."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 October 2025", "2025-10-14"),
        ("Tuesday, October 14, 2025", "2025-10-14"),
        ("Published: 13:55, 18 September 2025", "2025-09-18T13:55:00"),
        ("Last updated on Oct. 14th, 2025 at 10:15 a.m. EDT", "2025-10-14T10:15:00"),
        ("2025-10-14", "2025-10-14"),
        ("13/10/2025", "2025-10-13"),
        ("3/4/2025", None),
        ("The bridge closed on 14 October 2025", None),
        ("October", None),
        ("", None),
    ],
)
def test_a_line_that_is_a_date_and_nothing_else(text, expected):
    assert date_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Doe and Ann Lee, transport correspondents", "Jane Doe and Ann Lee"),
        ("BY JANE DOE", "JANE DOE"),
        ("By J. R. van Doe | The Bell", "J. R. van Doe"),
        ("By Friday Morning", None),
        ("By then", None),
        ("By May", None),
        ("Jane Doe", None),
    ],
)
def test_a_line_that_names_who_wrote_it(text, expected):
    assert byline(text) == expected


def test_the_first_lines_of_a_text_tell_its_date_and_author():
    content = f"Old bridge is closed\n\nBy Jane Doe\n\n14 October 2025\n\n{LEAD}".encode()
    (article,) = read_bytes(content, "bell.txt").event.articles
    assert (article.author, article.published, len(article.paragraphs)) == ("Jane Doe", "2025-10-14", 4)


def test_what_a_page_says_itself_goes_first():
    head = '<head><meta name="date" content="2025-10-15"></head>'
    page = f"<html>{head}<body><p>14 October 2025</p><p>{LEAD}</p></body></html>"
    (article,) = read_bytes(page.encode(), "bell.html").event.articles
    assert article.published == "2025-10-15"
