from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.read import ReadError, read_bytes
from framing.read.markdown import read_markdown

TEXT = """---
title: "Old bridge is closed"
date: 2025-10-14T07:20:00+02:00
author: Jane Doe
source: The Bell
url: https://bell.example/1
---

# Old bridge is closed

The **mayor** closed the [old bridge](https://bell.example/2)
on Friday, *at last*, with a snake_case_name.

## Who pays

- The council,
  which has no money
- Nobody
1. Or the state

> We told them
> in May.
>
> Twice.

***

![A picture](x.png) Nine \\* nine is `81`.
"""


def read(text):
    return read_markdown(text.encode(), "bell.md")


def test_blocks_keep_their_kind_and_marks_go():
    assert [(p.kind, p.text) for p in read(TEXT).paragraphs] == [
        ("body", "The mayor closed the old bridge on Friday, at last, with a snake_case_name."),
        ("heading", "Who pays"),
        ("list", "The council, which has no money"),
        ("list", "Nobody"),
        ("list", "Or the state"),
        ("quote", "We told them in May."),
        ("quote", "Twice."),
        ("body", "Nine * nine is 81."),
    ]


def test_the_front_matter_tells_what_is_known():
    (article,) = read_bytes(TEXT.encode(), "file.md").event.articles
    assert (article.title, article.source, article.author) == ("Old bridge is closed", "The Bell", "Jane Doe")
    assert (article.published, article.url) == ("2025-10-14T07:20:00+02:00", "https://bell.example/1")


def test_the_first_heading_is_the_title():
    document = read("# Old bridge is closed\n\nThe mayor closed it.\n\n# Another\n\nAnd so on.")
    assert (document.title, [p.kind for p in document.paragraphs]) == (
        "Old bridge is closed",
        ["body", "heading", "body"],
    )


@pytest.mark.parametrize("text", ["One line\n\nAnother", "- an item\n- another", "2 * 3 * 4", "a_b_c"])
def test_a_plain_text_under_that_name_is_read_as_a_plain_text(text):
    assert read(text).paragraphs == read_bytes(text.encode(), "a.txt").event.articles[0].paragraphs


@given(st.text(alphabet="#>-*_`[]()!\\ \n.ab1", max_size=200))
def test_any_marks_give_paragraphs_or_nothing(text):
    try:
        document = read(f"# A\n{text}")
    except ReadError:
        return
    assert all(p.text == p.text.strip() for p in document.paragraphs)
