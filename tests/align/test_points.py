"""Story points from probabilities given by hand: no weak link chains two, one passage may stand in two."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from framing.align.points import story_points
from framing.records import Verdict
from tests.align.scored import scores

CUT = 0.5


def points(
    chances: Mapping[str, float], verdicts: Mapping[str, Verdict] | None = None, *, cut: float = CUT
) -> set[str]:
    """Return the points as "a1 b1"; pairs are written so too. The letter is the source, the digit the place."""
    said = {tuple(sorted(pair.split())): verdict for pair, verdict in (verdicts or {}).items()}
    found = story_points(scores(chances, others=[id for pair in said for id in pair]), said, cut=cut)
    assert len({point.label for point in found}) == len(found)
    return {" ".join(sorted(point.passages)) for point in found}


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ({"a1 b1": 0.9}, {"a1 b1"}),
        ({"a1 b1": 0.4}, set()),
        # One match joins all sources.
        ({"a1 b1": 0.9, "b1 c1": 0.9, "a1 c1": 0.8}, {"a1 b1 c1"}),
        # Told in one passage here and in two there.
        ({"a1 b1": 0.9, "a1 b2": 0.8}, {"a1 b1 b2"}),
        # Crossing matches are two points.
        ({"a1 b2": 0.9, "a2 b1": 0.9}, {"a1 b2", "a2 b1"}),
        # A weak link between two firm points joins nothing.
        (
            {"a1 b1": 0.9, "a1 c1": 0.9, "b1 c1": 0.9, "a2 b2": 0.9, "a2 c2": 0.9, "b2 c2": 0.9, "c1 a2": 0.6},
            {"a1 b1 c1", "a2 b2 c2"},
        ),
        # A passage that tells two things stands in both points.
        (
            {"a1 b1": 0.9, "a1 c1": 0.9, "b1 c1": 0.9, "b2 c2": 0.95, "a1 b2": 0.7, "a1 c2": 0.7},
            {"a1 b1 c1", "a1 b2 c2"},
        ),
    ],
)
def test_points_from_probabilities(chances, expected):
    assert points(chances) == expected


def test_a_long_chain_of_weak_links_is_not_one_point():
    chain = {f"{'abcdefgh'[n]}1 {'abcdefgh'[n + 1]}1": 0.55 for n in range(7)}
    assert max(len(point.split()) for point in points(chain)) <= 3


class TestVerdicts:
    def test_same_joins_though_the_probability_is_low(self):
        assert points({"a1 b1": 0.1}, {"a1 b1": "same"}) == {"a1 b1"}

    def test_same_joins_passages_of_one_article_when_another_source_tells_it(self):
        assert points({"a1 b1": 0.9}, {"a1 a2": "same"}) == {"a1 a2 b1"}

    def test_different_parts_a_match(self):
        assert points({"a1 b1": 0.99}, {"a1 b1": "different"}) == set()

    def test_different_holds_inside_a_point_of_three(self):
        found = points({"a1 b1": 0.9, "b1 c1": 0.9, "a1 c1": 0.9}, {"a1 c1": "different"})
        assert not any({"a1", "c1"} <= set(point.split()) for point in found)
        assert {id for point in found for id in point.split()} == {"a1", "b1", "c1"}

    def test_two_passages_said_to_be_one_with_a_third_but_different_stand_with_it_apart(self):
        found = points({}, {"a1 b1": "same", "b1 c1": "same", "a1 c1": "different"})
        assert found == {"a1 b1", "b1 c1"}

    def test_confirming_all_of_a_point_leaves_its_neighbour_alone(self):
        chances = {"a1 b1": 0.9, "a1 c1": 0.9, "b1 c1": 0.6, "a2 b2": 0.9, "a2 c2": 0.9, "b2 c2": 0.9}
        chances |= {"a1 b2": 0.45, "b1 c2": 0.45, "c1 a2": 0.45}
        said: dict[str, Verdict] = {"a1 b1": "same", "a1 c1": "same", "b1 c1": "same"}
        assert points(chances, said) == points(chances) == {"a1 b1 c1", "a2 b2 c2"}

    def test_a_passage_said_to_be_different_from_all_others_leaves_them_where_they_were(self):
        chances = {"a1 b1": 0.9, "a1 c1": 0.9, "b1 c1": 0.6, "a1 d1": 0.8, "b1 d1": 0.7, "c1 d1": 0.6}
        said: dict[str, Verdict] = {"a1 b1": "different", "a1 c1": "different", "a1 d1": "different"}
        assert points(chances, said) == {"b1 c1 d1"}

    def test_two_points_all_of_whose_passages_are_said_to_be_the_same_are_one(self):
        said: dict[str, Verdict] = {f"{a} {b}": "same" for a in ("a1", "b1") for b in ("c1", "d1")}
        assert points({"a1 b1": 0.9, "c1 d1": 0.9}, said) == {"a1 b1 c1 d1"}

    def test_a_passage_added_to_one_point_does_not_draw_its_other_point_along(self):
        chances = {"a1 b1": 0.9, "a1 c1": 0.9, "b1 c1": 0.9, "d1 a2": 0.9, "d1 b2": 0.9, "a2 b2": 0.9}
        said: dict[str, Verdict] = {"a1 d1": "same", "b1 d1": "same", "c1 d1": "same"}
        assert points(chances, said) == {"a1 b1 c1 d1", "a2 b2 d1"}
