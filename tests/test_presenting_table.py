"""The ribbon of a presentation as a table."""

from __future__ import annotations

import re

from framing.records import StoryPoint
from pages.presenting_table import tables
from tests.handmade import comparison, passage


def _cells(html: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", html)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]


def test_every_passage_stands_in_its_source_s_table_with_what_it_tells_and_its_words() -> None:
    passages = [
        passage("a", "Bell", "The bridge fell."),
        passage("b", "Post", "The bridge fell down."),
        passage("c", "Post", "It rained.", index=1),
    ]
    html = tables(comparison(passages, [StoryPoint("p", "bridge", ("a", "b"))]))
    bell, post = html.split("<section")[1:]
    assert [cells[:3] for cells in _cells(bell)] == [["", "tells", "words"], ["1", "bridge", "3"]]
    assert [cells[:3] for cells in _cells(post)[1:]] == [["1", "bridge", "4"], ["2", "only in Post", "2"]]
    assert 'aria-label="Passages of Post"' in post


def test_words_of_articles_are_escaped() -> None:
    passages = [passage("a", "<i>Bell</i>", "Fell."), passage("b", "Post", "Fell.")]
    html = tables(comparison(passages, [StoryPoint("p", "<script>bridge", ("a", "b"))]))
    assert "<script" not in html
    assert "<i>" not in html
    assert "&lt;script&gt;bridge" in html
