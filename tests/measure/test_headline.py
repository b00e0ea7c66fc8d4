from __future__ import annotations

import pytest

from framing.measure.headline import headline_chances, headline_points
from framing.records import StoryPoint
from tests.handmade import BELL, passage

TOLD = [passage(f"b{i}", "Bell", text, index=i) for i, text in enumerate(BELL, 1)]
OTHER = [passage("p1", "Post", "Engineers found cracks in the old bridge, and the mayor closed it on Friday.")]
CLOSURE, COST = StoryPoint("closure", "", ("b1", "p1")), StoryPoint("cost", "", ("b2",))


def told(headline, encoder):
    passages = [passage("b0", "Bell", headline, kind="headline"), *TOLD, *OTHER]
    vectors = {p.id: encoder.encode([s.text for s in p.sentences]) for p in passages}
    points = [CLOSURE, COST]
    return headline_points(passages, points, headline_chances(passages, points, vectors)).get("article of Bell", set())


@pytest.mark.parametrize(
    ("headline", "points"),
    [
        ("Mayor closed old bridge after engineers found cracks", {"closure"}),
        ("Repairs will cost nine million crowns, says council", {"cost"}),
        ("Shops fear an empty winter", set()),  # in the article, but in no story point
        ("Storm delays ferry to the harbour", set()),
    ],
)
def test_a_headline_tells_what_a_sentence_of_its_article_says_too(headline, points, bag):
    assert told(headline, bag) == points


def test_a_passage_in_several_points_speaks_for_the_one_that_is_most_like_the_headline():
    points = [CLOSURE, StoryPoint("cracks", "", ("b1", "b2"))]
    chances = {"article of Bell": {"b1": 0.8, "b2": 0.1, "p1": 0.6}}
    assert headline_points([*TOLD, *OTHER], points, chances) == {"article of Bell": frozenset({"closure"})}


def test_without_vectors_no_headline_is_read():
    head = passage("b0", "Bell", "Old bridge is closed", kind="headline")
    assert headline_chances([head, *TOLD, *OTHER], [CLOSURE], {}) == {}
    assert headline_points([head, *TOLD, *OTHER], [CLOSURE], {}) == {}


def test_each_headline_is_held_against_the_passages_of_every_source(bag):
    passages = [passage("b0", "Bell", "The mayor closed the old bridge", kind="headline"), *TOLD, *OTHER]
    vectors = {p.id: bag.encode([s.text for s in p.sentences]) for p in passages}
    found = headline_chances(passages, [CLOSURE], vectors)
    assert set(found["article of Bell"]) == {"b1", "p1"}


def test_an_article_without_a_headline_is_left_out(bag):
    vectors = {p.id: bag.encode([s.text for s in p.sentences]) for p in [*TOLD, *OTHER]}
    assert headline_chances([*TOLD, *OTHER], [CLOSURE], vectors) == {}
