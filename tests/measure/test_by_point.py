from __future__ import annotations

import math

import pandas as pd
import pytest

from framing.measure import differences
from framing.measure.by_point import COLUMNS, point_means
from framing.records import StoryPoint

POINTS = [StoryPoint("closure", "", ("b1", "b2", "p1")), StoryPoint("cost", "", ("b2", "p2"))]
_ROW = {"article": "x", "kind": "body", "sentence": 0, "start": 0, "end": 1, "voice": "own", "quoted": 0.0}


def table(*given: tuple[str, str, int, float], instrument: str = "rated") -> pd.DataFrame:
    """Return a tone table from (passage, source, words, score)."""
    names = ("passage", "source", "words", "score")
    return pd.DataFrame([_ROW | dict(zip(names, row, strict=True)) | {"instrument": instrument} for row in given])


TONE = table(
    ("b1", "Bell", 40, -1.0),
    ("b2", "Bell", 60, 1.0),
    ("b3", "Bell", 50, 3.0),
    ("p1", "Post", 20, -1.0),
    ("p2", "Post", 10, 2.0),
)


def test_whole_articles_come_first_then_the_points_with_every_shared_word_once() -> None:
    found = point_means(TONE, POINTS, "rated")
    assert list(found.columns) == COLUMNS
    told = {(r.point, r.source): (pytest.approx(r.mean), r.words) for r in found.itertuples()}
    assert told == {
        ("all", "Bell"): ((-40 + 60 + 150) / 150, 150),
        ("all", "Post"): (0.0, 30),
        ("closure", "Bell"): ((-40 + 30) / 70, 70),
        ("closure", "Post"): (-1.0, 20),
        ("cost", "Bell"): (1.0, 30),
        ("cost", "Post"): (2.0, 10),
    }


def test_it_agrees_with_the_differences() -> None:
    found = point_means(TONE, POINTS, "rated").set_index(["point", "source"])
    for gap in differences(TONE, POINTS).to_dict("records"):
        for side in ("left", "right"):
            mark = found.loc[(gap["scope"], gap[side])]
            assert mark["mean"] == gap[f"{side}_mean"]
            assert mark["words"] == gap[f"{side}_words"]
            assert mark["sentences"] == gap[f"{side}_sentences"]


def test_a_mark_of_one_passage_has_an_interval_and_not_the_narrowest() -> None:
    many = [(f"b{i}", "Bell", 20, (i % 5 - 2) / 2) for i in range(20)]
    points = [StoryPoint("one", "", ("b1", "p1")), StoryPoint("six", "", tuple(f"b{i}" for i in range(2, 8)))]
    found = point_means(table(*many, ("p1", "Post", 20, 0.5)), points, "rated").set_index(["point", "source"])
    wide = found["high"] - found["low"]
    assert found["low"].notna().all()
    assert ((found["low"] < found["mean"]) & (found["mean"] < found["high"])).all()
    assert wide["one", "Bell"] > wide["six", "Bell"]
    assert wide["all", "Post"] > wide["all", "Bell"]


def test_intervals_stay_inside_the_instrument_s_range() -> None:
    found = point_means(table(("b1", "Bell", 9, 0.0), ("b2", "Bell", 9, 1.0), instrument="loaded"), [], "loaded")
    assert tuple(found.loc[0, ["low", "high"]]) == (0.0, 1.0)


def test_where_nothing_tells_how_much_passages_vary_there_is_no_interval() -> None:
    found = point_means(table(("b1", "Bell", 9, 0.0), ("p1", "Post", 9, 1.0)), [], "rated")
    assert all(math.isnan(end) for end in (*found["low"], *found["high"]))


def test_the_order_of_rows_changes_nothing() -> None:
    pd.testing.assert_frame_equal(point_means(TONE, POINTS, "rated"), point_means(TONE[::-1], POINTS, "rated"))


def test_an_instrument_that_measured_nothing_gives_an_empty_table() -> None:
    assert list(point_means(TONE, POINTS, "vader").columns) == COLUMNS
    assert point_means(TONE, POINTS, "vader").empty
