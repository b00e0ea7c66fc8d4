from __future__ import annotations

import json
import os
import random
import re
import textwrap
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.read import gather, read_bytes
from framing.read.exported import export_reading
from framing.read.exports import detect, html_lines, kinds, resplit, split
from framing.read.exports.rules import PLAIN, rules_of
from framing.records import Paragraph
from framing.resources import DATA, EVENTS, example_events
from tests.fixtures.exports import files, layouts
from tests.fixtures.exports.layouts import ARTICLES

TRIES = int(os.environ.get("FRAMING_FUZZ", "200"))
LAYOUTS = {
    "Nexis Uni": layouts.nexis_uni,
    "Factiva with codes": layouts.factiva_coded,
    "Factiva without codes": layouts.factiva_uncoded,
    "Factiva page": lambda articles: html_lines(layouts.factiva_html(articles)),
    "ProQuest": layouts.proquest,
    "ProQuest report": layouts.proquest_report,
}
LINES = {
    "Nexis Uni": (layouts.nexis_uni, "nexis_uni"),
    "Nexis Uni without a cover": (lambda: layouts.nexis_uni(cover=False), "nexis_uni"),
    "Factiva with codes": (layouts.factiva_coded, "factiva_coded"),
    "Factiva without codes": (layouts.factiva_uncoded, "factiva_uncoded"),
    "Factiva page with codes": (lambda: html_lines(layouts.factiva_html()), "factiva_coded"),
    "Factiva page without codes": (lambda: html_lines(layouts.factiva_html(coded=False)), "factiva_uncoded"),
    "ProQuest": (layouts.proquest, "proquest"),
    "ProQuest without numbers": (lambda: layouts.proquest(numbered=False), "proquest"),
    "ProQuest report": (layouts.proquest_report, "proquest"),
}
FILES = {
    "nexis.docx": lambda: files.docx(layouts.nexis_uni()),
    "nexis.rtf": lambda: files.rtf(layouts.nexis_uni()),
    "nexis.pdf": lambda: files.pdf(layouts.nexis_uni()),
    "factiva.rtf": lambda: files.rtf(layouts.factiva_coded()),
    "factiva without codes.rtf": lambda: files.rtf(layouts.factiva_uncoded()),
    "factiva.html": lambda: layouts.factiva_html().encode(),
    "factiva without codes.htm": lambda: layouts.factiva_html(coded=False).encode(),
    "proquest.txt": lambda: "\n".join(layouts.proquest()).encode(),
    "proquest windows.txt": lambda: "\r\n".join(layouts.proquest()).encode("cp1252"),
    "proquest.rtf": lambda: files.rtf(layouts.proquest()),
    "proquest report.rtf": lambda: files.rtf(layouts.proquest_report()),
}


def assert_all_right(articles):
    assert [a.title for a in articles] == [a["title"] for a in ARTICLES]
    assert [a.source for a in articles] == [a["source"] for a in ARTICLES]
    assert [a.published[:10] for a in articles] == [a["date"] for a in ARTICLES]
    assert [(a.author or "").lower() for a in articles] == [(a["author"] or "").lower() for a in ARTICLES]
    for article, expected in zip(articles, ARTICLES, strict=True):
        assert [p.text for p in article.paragraphs if p.kind == "body"] == expected["paragraphs"]


class TestSplitting:
    @pytest.mark.parametrize("layout", LINES)
    def test_every_article_is_found_whole_with_its_source_and_date(self, layout):
        lines, kind = LINES[layout]
        found = split(lines())
        assert found.kind == kind
        assert (found.confident, found.why) == (True, ())
        assert_all_right(found.articles)

    @pytest.mark.parametrize("name", FILES)
    def test_so_it_is_in_the_files_that_databases_give(self, name):
        reading = read_bytes(FILES[name](), name)
        assert_all_right(reading.event.articles)
        (found,) = reading.splits
        assert (found.file, found.confident, found.articles) == (name, True, reading.event.articles)
        assert f"{name}: 6 articles of an export from {found.name}." in reading.notes

    @pytest.mark.parametrize("layout", LAYOUTS)
    def test_so_are_the_articles_of_every_example(self, layout, example):
        given = [
            {
                "source": a.source, "place": "Town", "date": (a.published or "2025-05-03")[:10], "author": a.author,
                "section": "News", "title": a.title, "paragraphs": [p.text for p in a.paragraphs],
            }
            for a in example.articles
        ]  # fmt: skip
        found = split(LAYOUTS[layout](given)).articles
        assert [(a.source, a.title, a.published) for a in found] == [
            (a["source"], a["title"], a["date"]) for a in given
        ]
        assert [[p.text for p in a.paragraphs] for a in found] == [a["paragraphs"] for a in given]

    def test_so_it_is_when_the_text_is_pasted(self):
        assert_all_right(gather(["\n".join(layouts.proquest())]).event.articles)

    @pytest.mark.parametrize("layout", LINES)
    def test_the_boundaries_are_where_the_titles_are(self, layout):
        found = split(LINES[layout][0]())
        assert len(found.boundaries) == len(ARTICLES)
        for part, article in zip(found.parts, ARTICLES, strict=True):
            assert any(article["title"] in line for line in found.lines[part.begin : part.begin + 20])

    @pytest.mark.parametrize("layout", LINES)
    def test_an_export_of_one_article_is_one_article(self, layout):
        lines, kind = LINES[layout]
        found = split(lines())
        part = found.parts[2]
        alone = resplit(found.lines[part.begin : part.end], [0], kind)
        assert [a.title for a in alone.articles] == ["Council knew"]
        assert [p.text for p in alone.articles[0].paragraphs if p.kind == "body"] == ARTICLES[2]["paragraphs"]

    def test_a_text_of_wrapped_lines_has_its_paragraphs(self):
        wrapped = [part for line in layouts.proquest() for part in (textwrap.wrap(line, 80) or [""])]
        found = split(wrapped)
        assert [[p.text for p in a.paragraphs] for a in found.articles] == [a["paragraphs"] for a in ARTICLES]
        assert [(a.title, a.source) for a in found.articles] == [(a["title"], a["source"]) for a in ARTICLES]

    def test_what_a_cover_wraps_is_in_no_title(self):
        wrapped = [part for line in layouts.nexis_uni() for part in line.split("Timeline: ")]
        assert split(wrapped).articles[0].title == ARTICLES[0]["title"]

    @pytest.mark.parametrize("title", ["News: the bridge is closed", "3. Liga", "Language: a history"])
    def test_a_title_like_a_line_of_a_cover_is_a_title(self, title):
        found = split(layouts.nexis_uni([{**ARTICLES[0], "title": title}], cover=False))
        assert [(a.title, a.source) for a in found.articles] == [(title, "The Harbour Courier")]

    def test_a_standfirst_stays_one(self):
        found = split(layouts.nexis_uni()).articles[2]
        assert found.paragraphs[0] == Paragraph(ARTICLES[2]["standfirst"], "standfirst")

    def test_a_time_is_kept_where_its_zone_is_named_and_only_there(self):
        assert split(layouts.nexis_uni()).articles[5].published == "2025-05-12T21:45:00+00:00"
        assert split(layouts.factiva_coded()).articles[5].published == "2025-05-12"

    def test_the_link_of_an_article_is_kept(self):
        assert split(layouts.proquest()).articles[1].url == "https://database.example/docview/300000002"

    def test_a_text_that_no_word_begins_is_found_below_the_labels(self):
        found = split(layouts.nexis_uni(body=False))
        assert [p.text for p in found.articles[0].paragraphs] == ARTICLES[0]["paragraphs"]

    def test_what_the_database_adds_is_in_no_article(self):
        added = r"All Rights|LexisNexis|Factiva|ProQuest|Document \w{20}|Load-Date|Search Summary|PHOTO|Lantern House"
        for lines, _ in LINES.values():
            assert not [a.title for a in split(lines()).articles if re.search(added, a.text)]

    @pytest.mark.parametrize(
        ("stated", "iso"),
        [
            ("May 3, 2025 Saturday", "2025-05-03"),
            ("Saturday, May 3, 2025", "2025-05-03"),
            ("3 May 2025", "2025-05-03"),
            ("Sept. 3, 2025", "2025-09-03"),
            ("May 3, 2025 Saturday 7:05 AM EST", "2025-05-03T07:05:00-05:00"),
            ("May 3, 2025 Saturday 12:05 PM GMT", "2025-05-03T12:05:00+00:00"),
            ("May 3, 2025 Saturday 7:05 AM", "2025-05-03"),
            ("May 2025", None),
        ],
    )
    def test_dates_become_iso(self, stated, iso):
        lines = [line.replace("May 3, 2025 Saturday", stated) for line in layouts.nexis_uni(ARTICLES[:1])]
        (article,) = split(lines).articles
        assert (article.published, article.source) == (iso, "The Harbour Courier")


class TestDetection:
    @pytest.mark.parametrize("event", example_events())
    def test_an_article_is_no_export(self, event):
        for article in json.loads((EVENTS / event / "event.json").read_text(encoding="utf-8"))["articles"]:
            assert detect([article["title"], *article["paragraphs"]]) is None

    @pytest.mark.parametrize(
        "lines",
        [
            [],
            [""],
            ["End of Document"],
            ["A report says at the end of document 3 that", "Length: 3 metres"],
            ["Document 1 of 2", "It was the first document of two."],
            ["_" * 60, "Contact us"],
            ["500 words", "An essay."],
            ["Document AAAA000020250503e53000001", "A number in a file."],
        ],
    )
    def test_one_sign_alone_makes_no_export(self, lines):
        assert detect(lines) is None

    def test_a_page_that_is_no_export_is_read_as_a_page(self):
        body = "".join(f"<p>{p}</p>" for a in ARTICLES[:2] for p in a["paragraphs"])
        page = f"<html><body><article class='article'><h1>Bridge</h1>{body}</article></body></html>"
        assert read_bytes(page.encode(), "page.html").splits == ()

    @pytest.mark.parametrize("said", ["", "Not available.", "Full text unavailable"])
    def test_citations_without_a_text_are_said_and_left_out(self, said):
        lines = [line for line in layouts.proquest(ARTICLES[:2]) if line not in ARTICLES[1]["paragraphs"]]
        first = f"Full text: {ARTICLES[1]['paragraphs'][0]}"
        found = split([f"Full text: {said}" if line == first else line for line in lines])
        assert [a.title for a in found.articles] == [ARTICLES[0]["title"]]
        assert found.parts[1].article is None
        assert "1 of 2 articles is without a text." in found.why


class TestDoubt:
    def test_a_number_that_the_file_states_is_held_against_what_was_found(self):
        lines = [line for line in layouts.nexis_uni() if line != "End of Document"]
        found = split([*lines, "End of Document"], "nexis_uni")
        assert not found.confident
        assert found.why[0] == "The file says that it holds 6 articles; 1 could be found."

    def test_missing_dates_are_counted(self):
        lines = [re.sub(r"^\w+ \d+, 202\d \w+day.*$", "", line) for line in layouts.nexis_uni(cover=False)]
        found = split(lines)
        assert not found.confident
        assert "6 of 6 articles are without a date." in found.why

    def test_one_missing_date_among_six_is_said_without_doubting_the_rest(self):
        found = split([line for line in layouts.nexis_uni(cover=False) if line != "May 4, 2025 Sunday"])
        assert "1 of 6 articles is without a date." in found.why
        assert found.confident

    def test_texts_of_another_length_than_stated_are_pointed_out(self):
        found = split([re.sub(r"^Length:.*", "Length: 900 words", line) for line in layouts.nexis_uni(cover=False)])
        assert not found.confident
        assert found.why == (
            "6 of 6 articles are much longer or shorter than the file says (one should have 900 words and has 95).",
        )

    def test_one_article_far_longer_than_the_others_is_pointed_out(self):
        long = [*ARTICLES[:4], {**ARTICLES[4], "paragraphs": ARTICLES[4]["paragraphs"] * 40}]
        found = split(layouts.proquest(long))
        assert not found.confident
        assert found.why[0].startswith("The longest article has 3000 words, ")

    def test_doubts_become_notes_that_name_the_file(self):
        lines = [line for line in layouts.nexis_uni() if line != "End of Document"]
        reading = read_bytes("\n".join([*lines, "End of Document"]).encode(), "export.txt")
        assert "export.txt: The file says that it holds 6 articles; 1 could be found." in reading.notes


class TestMovingBoundaries:
    def test_the_same_boundaries_give_the_same_articles(self):
        found = split(layouts.nexis_uni())
        assert resplit(found.lines, found.boundaries, found.kind) == found

    def test_without_a_boundary_two_articles_are_one_that_holds_both_texts(self):
        found = split(layouts.factiva_uncoded())
        joined = resplit(found.lines, found.boundaries[1:], found.kind)
        assert [a.title for a in joined.articles] == [a["title"] for a in ARTICLES[1:]]
        two = resplit(found.lines, [found.boundaries[0], *found.boundaries[2:]], found.kind)
        assert len(two.articles) == 5
        assert set(ARTICLES[0]["paragraphs"] + ARTICLES[1]["paragraphs"]) <= {
            p.text for p in two.articles[0].paragraphs
        }

    def test_a_new_boundary_cuts_an_article(self):
        found = split(layouts.factiva_uncoded())
        place = found.lines.index(ARTICLES[0]["paragraphs"][2])
        cut = resplit(found.lines, [*found.boundaries, place], found.kind)
        assert len(cut.articles) == 7
        assert cut.articles[1].title == ARTICLES[0]["paragraphs"][2]

    def test_a_file_of_an_unknown_kind_can_be_cut_by_hand(self):
        lines = ["First title", "", "First text.", "Second title", "Second text, one.", "Second text, two."]
        found = resplit(lines, [0, 3], file="notes.txt")
        assert [(a.title, a.text) for a in found.articles] == [
            ("First title", "First text."),
            ("Second title", "Second text, one.\n\nSecond text, two."),
        ]
        assert export_reading(found).event.articles == found.articles

    @pytest.mark.parametrize("boundaries", [[], [-1], [99_999]])
    def test_boundaries_outside_the_file_do_not_count(self, boundaries):
        found = resplit(layouts.proquest(), boundaries, "proquest")
        assert (found.articles, found.confident, found.why) == ((), False, ("No article was found in it.",))

    def test_order_and_doubles_of_boundaries_change_nothing(self):
        found = split(layouts.proquest())
        assert resplit(found.lines, [*reversed(found.boundaries), *found.boundaries], found.kind) == found


class TestRules:
    def test_each_file_of_rules_is_whole(self):
        assert kinds() == ["factiva_coded", "factiva_uncoded", "nexis_uni", "proquest"]
        for kind in kinds():
            given = json.loads((DATA / "exports" / f"{kind}.json").read_text(encoding="utf-8"))
            rules = rules_of(kind)
            assert given["about"]
            assert len(rules.signs) >= 2
            assert (rules.begins is None) != (rules.ends is None)
            assert rules.text <= set(rules.captures)
            assert rules.stops <= set(rules.captures)
            known = {"name", "about", "signs", "page", "begins", "ends", "keeps", "count", "cover", "furniture"}
            assert set(given) <= known | {"header", "label", "captures", "text", "stops", "others"}

    @pytest.mark.parametrize("kind", ["factiva_coded", "factiva_uncoded", "nexis_uni", "proquest"])
    def test_the_fields_that_rules_name_are_ones_that_are_read(self, kind):
        rules = rules_of(kind)
        named = {name for p in (*rules.header, *filter(None, rules.captures.values())) for name in p.groupindex}
        assert {"title", "source", "published"} <= named
        assert named <= {"title", "source", "published", "author", "byline", "words", "standfirst", "url"}

    def test_no_rules_know_no_label(self):
        assert PLAIN.labelled("Length: 3 words") is None


def test_a_page_becomes_lines_as_a_browser_shows_them():
    page = "<title>T</title><style>p {}</style><script>x</script>"
    page += "<table><tr><td>HD&nbsp;</td><td>A &amp; <b>B</b>\nC</td></tr></table>"
    assert [line for line in html_lines(page + "<p>D<br>E</p>F") if line] == ["HD", "A & B C", "D", "E", "F"]


MADE = [(lines(), kind) for lines, kind in LINES.values()]


@settings(max_examples=TRIES)
@given(st.sampled_from(MADE), st.randoms(use_true_random=False), st.integers(0, 30), st.text(max_size=60))
def test_a_damaged_export_gives_articles_or_doubts_but_never_fails(made, chance: random.Random, damages, text):
    lines, kind = list(made[0]), made[1]
    for _ in range(damages):
        at = chance.randrange(len(lines))
        match chance.randrange(5):
            case 0:
                del lines[at : at + chance.randrange(1, 12)]
            case 1:
                lines.insert(at, text)
            case 2:
                lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
            case 3:
                lines[at : at + 5] = reversed(lines[at : at + 5])
            case _:
                lines.insert(at, chance.choice(made[0]))
        lines = lines or [""]
    found = split(lines, kind)
    assert list(found.boundaries) == sorted(set(found.boundaries))
    assert all(0 <= part.begin < part.end <= len(lines) for part in found.parts)
    assert all(any(c.isalnum() for c in article.text) for article in found.articles)
    assert resplit(lines, found.boundaries, kind) == found or not found.parts
    assert found.articles or found.why


@settings(max_examples=TRIES)
@given(
    st.lists(st.text(max_size=40), max_size=40),
    st.lists(st.integers(-5, 50), max_size=6),
    st.sampled_from(["", *kinds()]),
)
def test_any_lines_can_be_cut_anywhere(lines, boundaries, kind):
    found = resplit(lines, boundaries, kind)
    assert set(found.boundaries) <= set(boundaries)
    assert split(lines).lines == tuple(lines)


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize(
    "line",
    [
        "Subject: a",
        "HD|" + "|" * 2_000,
        "x" * 2_000,
        "End of Document",
        "Document 1 of 2",
        " \t" * 1_000,
        "A: " + "b; " * 600,
    ],
    ids=["label", "bars", "word", "end", "number", "space", "value"],
)
def test_a_hundred_thousand_lines_take_seconds(kind, line):
    begin = time.perf_counter()
    number = 2_000_000 // (len(line) + 20)
    split([line, "Words of a text."] * number, kind)
    assert time.perf_counter() - begin < 10


def test_what_was_split_by_hand_names_its_file():
    found = replace(split(layouts.proquest()), file="a.txt")
    assert export_reading(found).notes == ("a.txt: 6 articles of an export from ProQuest.",)
