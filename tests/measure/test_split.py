import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.measure.resample import Group
from framing.measure.sides import ONLY, Side, sides, together
from framing.measure.split import split
from framing.records import StoryPoint


def side(name: str, cells: dict[str, list[tuple[float, float]]]) -> Side:
    """Return a side from (mean, words) of passages by category."""
    groups = {c: Group(np.array([m * w for m, w in rows]), np.array([w for _, w in rows])) for c, rows in cells.items()}
    whole = Group(*(np.concatenate([getattr(g, x) for g in groups.values()]) for x in ("sums", "words")))
    return Side(name, whole, groups, {"all": 1})


def test_same_space_different_words_is_wording_alone() -> None:
    found = split(side("A", {"p": [(0.5, 10)], "q": [(0.1, 10)]}), side("B", {"p": [(0.1, 10)], "q": [(0.1, 10)]}))
    assert found.wording == pytest.approx(0.2)
    assert found.selection == pytest.approx(0.0)


def test_same_words_different_space_is_selection_alone() -> None:
    found = split(side("A", {"p": [(1.0, 30)], "q": [(0.0, 10)]}), side("B", {"p": [(1.0, 10)], "q": [(0.0, 30)]}))
    assert found.wording == pytest.approx(0.0)
    assert found.selection == pytest.approx(0.5)


def test_what_only_one_tells_is_selection() -> None:
    found = split(side("A", {"p": [(0.0, 10)], ONLY: [(1.0, 10)]}), side("B", {"p": [(0.0, 10)], ONLY: [(0.0, 10)]}))
    assert found.wording == 0.0
    assert found.selection == pytest.approx(0.5)
    assert set(found.parts) == {"p", "only left", "only right"}


cells = st.dictionaries(
    st.sampled_from(["p", "q", "r", "headline", ONLY]),
    st.lists(st.tuples(st.floats(-1, 1), st.floats(1, 50)), min_size=1, max_size=4),
    min_size=1,
)


@given(cells, cells)
def test_the_split_adds_up_and_swapping_turns_every_sign(a: dict[str, list[tuple[float, float]]], b: dict) -> None:  # type: ignore[type-arg]
    left, right = side("A", a), side("B", b)
    found, mirrored = split(left, right), split(right, left)
    assert found.gap == pytest.approx(left.whole.mean - right.whole.mean, abs=1e-9)
    assert mirrored.wording == pytest.approx(-found.wording, abs=1e-12)
    assert mirrored.selection == pytest.approx(-found.selection, abs=1e-12)


@given(cells)
def test_a_source_against_itself_differs_by_nothing(a: dict[str, list[tuple[float, float]]]) -> None:
    found = split(side("A", a), side("B", a))
    assert found.wording == 0.0
    assert found.selection == pytest.approx(0.0, abs=1e-12)


def test_a_passage_in_two_points_is_shared_between_them() -> None:
    row = {"source": "Bell", "passage": "b0", "kind": "body", "words": 10, "score": 0.5, "quoted": 0.4}
    headline = row | {"passage": "b1", "kind": "headline"}
    points = [StoryPoint("p", "", ("b0",)), StoryPoint("q", "", ("b0",))]
    found = sides(pd.DataFrame([row, headline]), points)["Bell"]
    assert {c: (g.words.sum(), g.mean) for c, g in found.cells.items()} == {
        "p": (5.0, 0.5),
        "q": (5.0, 0.5),
        "headline": (10.0, 0.5),
    }
    assert sides(pd.DataFrame([row, headline | {"quoted": 0.9}]), points, "quoted")["Bell"].cells.keys() == {"headline"}


def test_several_sides_together_weigh_by_words() -> None:
    both = together("others", [side("A", {"p": [(0.0, 30)]}), side("B", {"p": [(1.0, 10)]})])
    assert both.whole.mean == pytest.approx(0.25)
