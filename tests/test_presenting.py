"""What stands on a slide: whole sentences, around the one that tells the same thing."""

from __future__ import annotations

import pytest

from framing.records import Match, Passage, StoryPoint
from framing.segment import sentences
from pages.presenting_passages import carrying_sentences, excerpt_of
from pages.presenting_slides import parts_of, slides_of
from tests.handmade import comparison, passage

LONG = " ".join(f"Sentence number {n} has these seven words." for n in range(10))


def _long() -> Passage:
    return Passage("a", "article", "Bell", 0, "body", LONG, sentences(LONG))


@pytest.mark.parametrize(
    ("carrying", "most", "first", "last"),
    [(0, 21, 0, 2), (4, 21, 4, 6), (9, 21, 7, 9), (4, 3, 4, 4), (40, 7, 9, 9), (0, 70, 0, 9), (0, 60, 0, 9)],
)
def test_an_excerpt_is_whole_sentences_around_the_one_that_carries_the_match(
    carrying: int, most: int, first: int, last: int
) -> None:
    one = _long()
    start, end = excerpt_of(one, carrying, most)
    assert (start, end) == (one.sentences[first].start, one.sentences[last].end)


def test_the_sentence_that_carries_most_matches_is_shown() -> None:
    points = [StoryPoint("p", "Bridge", ("a", "b", "c"))]
    matches = [
        Match("a", "b", 0.9, (), "same facts", (1, 0)),
        Match("a", "c", 0.9, (), "same facts", (1, 0)),
        Match("a", "d", 0.9, (), "same facts", (0, 0)),
    ]
    made = comparison([passage(id, id.upper(), "A bridge fell.") for id in "abcd"], points, matches=matches)
    assert carrying_sentences(made, {"a", "b", "c"}) == {"a": 1, "b": 0, "c": 0}


@pytest.mark.parametrize(
    ("sources", "sizes"), [(2, [2]), (3, [3]), (4, [2, 2]), (5, [2, 3]), (7, [2, 3, 2]), (12, [3, 3, 3, 3])]
)
def test_sources_that_do_not_fit_stand_on_the_next_slide(sources: int, sizes: list[int]) -> None:
    names = [f"Source {n}" for n in range(sources)]
    parts = parts_of(names)
    assert [len(part) for part in parts] == sizes
    assert [name for part in parts for name in part] == names


def test_the_slides_are_title_ribbon_findings_story_points_and_end() -> None:
    passages = [passage(id, source, "A bridge fell.") for id, source in zip("abcd", ("A", "B", "C", "D"), strict=True)]
    made = comparison(passages, [StoryPoint("p", "Bridge", tuple("abcd")), StoryPoint("q", "Fall", ("a", "b"))])
    assert [slide.name for slide in slides_of(made) if slide.name != "finding"] == [
        *("title", "ribbon"),
        *("point", "point", "point"),
        "end",
    ]
    titles = [slide.title for slide in slides_of(made) if slide.name == "point"]
    assert titles == ["Bridge", "", "Fall"]
