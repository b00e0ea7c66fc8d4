"""A match says why when it is asked, and is else like any other."""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass, field, replace

import pytest

from framing.align import align, score
from framing.align.found import FoundMatch
from framing.embed import embed
from framing.records import Match, Relation
from tests.bag_of_words import BagOfWords
from tests.handmade import passage

PLAIN = Match("a", "b", 0.9, ("both name Lee",), "same facts", (0, 1))


@dataclass
class Told:
    """Tells why, and keeps what it was asked."""

    asked: list[str] = field(default_factory=list)

    def reasons(self) -> tuple[str, ...]:
        self.asked.append("reasons")
        return ("both name Lee",)

    def relation(self) -> Relation:
        self.asked.append("relation")
        return "same facts"


def pickled(match):
    return pickle.loads(pickle.dumps(match))  # noqa: S301  (it was written a moment ago)


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def match(told):
    return FoundMatch.of("a", "b", 0.9, (0, 1), told)


def test_nothing_is_made_until_it_is_read_and_then_once(match, told):
    assert (match.left, match.right, match.probability, match.sentences) == ("a", "b", 0.9, (0, 1))
    assert told.asked == []
    assert [match.reasons, match.reasons, match.relation] == [("both name Lee",), ("both name Lee",), "same facts"]
    assert told.asked == ["reasons", "relation"]


def test_matches_of_other_passages_differ_without_a_reason_being_made(match, told):
    assert match != FoundMatch.of("a", "c", 0.9, (0, 1), told)
    assert told.asked == []


@pytest.mark.parametrize("change", [lambda m: m, pickled, copy.deepcopy, replace])
def test_it_equals_a_match_that_holds_the_same(match, change):
    made = change(match)
    assert isinstance(made, Match)
    assert made == PLAIN
    assert PLAIN in (made, None)  # asks the plain one
    assert hash(made) == hash(PLAIN)
    assert repr(made).endswith(repr(PLAIN).removeprefix("Match"))


@pytest.mark.parametrize("change", [{"probability": 0.8}, {"reasons": ()}, {"relation": "same words"}])
def test_it_differs_from_a_match_that_holds_something_else(match, change):
    assert match != replace(PLAIN, **change)
    assert match != replace(match, **change)


def test_it_is_frozen_and_has_no_other_fields(match):
    with pytest.raises(AttributeError):
        match.left = "c"
    with pytest.raises(AttributeError, match="'strength'"):
        _ = match.strength


def test_aligning_makes_no_reason_and_reading_one_makes_no_other(monkeypatch):
    asked = []
    monkeypatch.setattr("framing.align.found.explain", lambda *given: asked.append(given[0].id) or ("said",))
    texts = {"Bell": ("The mayor closed the old bridge.",), "Post": ("The mayor closed the old bridge today.",)}
    found = [passage(f"{s}{i}", s, t, index=i) for s, said in texts.items() for i, t in enumerate(said)]
    found += [passage("Post1", "Post", "The old bridge is closed, the mayor said.", index=1)]
    vectors = embed(found, BagOfWords())
    aligned = align(found, vectors, cut=0.02)
    assert len(aligned.matches) >= 2
    assert asked == []
    assert aligned.matches[0].reasons == ("said",)
    assert len(asked) == 1


def test_a_pair_is_one_match_at_every_cut():
    found = [passage("b", "Bell", "The mayor closed the bridge."), passage("p", "Post", "The mayor closed the bridge.")]
    scores = score(found, embed(found, BagOfWords()))
    assert scores.at(0.1)[0] is scores.at(0.2)[0] is scores.judged("b", "p")
