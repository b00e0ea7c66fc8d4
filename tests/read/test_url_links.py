from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.read.url.links import find_links

TRIES = int(os.environ.get("FRAMING_FUZZ", "200"))
A, B = "https://a.example/one", "https://b.example/two"


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        (A, [A]),
        (f"{A}\n{B}", [A, B]),
        (f"{A} {B}", [A, B]),
        (f"{A}{B}", [A, B]),
        (f"{A},{B};", [A, B]),
        (f"See ({A}).", [A]),
        (f"<{A}>, “{B}”!", [A, B]),
        (f"{A}\n{A}", [A]),
        ("www.a.example/one, HTTP://b.example", ["https://www.a.example/one", "HTTP://b.example"]),
        ("https://a.example/Bridge_(river)", ["https://a.example/Bridge_(river)"]),
        ("https://archive.example/2025/https://a.example/one", ["https://archive.example/2025/https://a.example/one"]),
        ("https://a.example/?to=https://b.example/", ["https://a.example/?to=https://b.example/"]),
        ("[the report](https://a.example/one)", [A]),
        ("no link: mailto:ann@a.example, ftp://a.example, http://, https://.", []),
        ("", []),
    ],
)
def test_links_are_found_in_order_each_once_without_the_punctuation_around_them(text, urls):
    assert list(find_links(text).urls) == urls


def test_what_is_not_a_link_is_kept():
    assert find_links(f"1. The Post: {A}.\n2. The Bell: {B}").rest == "1. The Post: . 2. The Bell:"


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        (f"{A}\n{B}", True),
        (f"1. The Post, 3 May: {A}\n2. The Bell: {B}", True),
        ("The bridge was closed on Friday, the mayor said in a letter to the council. " + A, False),
        ("no link at all", False),
    ],
)
def test_a_list_of_links_is_told_from_an_article_with_a_link_in_it(text, alone):
    assert find_links(text).alone is alone


LINKS = st.sampled_from([A, B, "http://c.example/a?b=c&d=(e)#f", "https://d.example"])
WORDS = st.text(alphabet="abcxyz.,;()“”é", min_size=1, max_size=6)


@settings(max_examples=TRIES)
@given(st.lists(st.one_of(LINKS, WORDS)), st.sampled_from([" ", "\n", "\r\n\r\n", "\t"]))
def test_links_among_words_are_all_found_and_every_word_is_kept(parts, space):
    found = find_links(space.join(parts))
    assert list(found.urls) == list(dict.fromkeys(p for p in parts if "://" in p))
    assert found.rest.split() == [p for p in parts if "://" not in p]


@settings(max_examples=TRIES)
@given(st.text(alphabet=st.sampled_from("ab./:hwtps()[]?&= \n,“”")) | st.text())
def test_any_text_gives_links_that_have_a_scheme_and_no_space(text):
    urls = find_links(text).urls
    assert all(url.lower().startswith(("http://", "https://")) and len(url.split()) == 1 for url in urls)
