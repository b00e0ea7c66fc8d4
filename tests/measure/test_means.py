from __future__ import annotations

import math

import pandas as pd
import pytest

from framing.measure.means import passage_means, point_means
from framing.records import StoryPoint

POINT = StoryPoint("closure", "The closure", ("b1", "b2", "p1"))


def rows(*given):
    """Return a tone table from (passage, source, words, quoted, instrument, score)."""
    return pd.DataFrame(given, columns=["passage", "source", "words", "quoted", "instrument", "score"])


TONE = rows(
    ("b1", "Bell", 10, 0.0, "rated", 2.0),
    ("b1", "Bell", 30, 1.0, "rated", -2.0),
    ("b2", "Bell", 60, 0.0, "rated", 1.0),
    ("b3", "Bell", 50, 0.0, "rated", 3.0),
    ("p1", "Post", 20, 0.5, "rated", -1.0),
    ("b1", "Bell", 10, 0.0, "vader", 0.9),
    ("p2", "Post", 10, 0.0, "rated", math.nan),
)


def means(table):
    return {(r.point, r.source): r.mean for r in table.itertuples(index=False)}


class TestPassages:
    @pytest.mark.parametrize(
        ("voice", "expected"),
        [
            (None, {"b1": (-1.0, 40, 2), "b2": (1.0, 60, 1), "b3": (3.0, 50, 1), "p1": (-1.0, 20, 1)}),
            ("own", {"b1": (2.0, 10, 1), "b2": (1.0, 60, 1), "b3": (3.0, 50, 1)}),
            ("quoted", {"b1": (-2.0, 30, 1)}),
        ],
    )
    def test_means_are_weighted_by_words_and_a_mixed_sentence_is_in_no_voice(self, voice, expected):
        table = passage_means(TONE, "rated", voice)
        assert {r.passage: (r.mean, r.words, r.sentences) for r in table.itertuples()} == expected

    def test_only_the_instrument_asked_for_counts(self):
        assert list(passage_means(TONE, "vader")["mean"]) == [pytest.approx(0.9)]

    def test_an_unknown_instrument_measured_nothing(self):
        assert passage_means(TONE, "nope").empty


class TestPoints:
    def test_whole_articles_come_first_then_the_points(self):
        table = point_means(TONE, [POINT], "rated")
        assert means(table) == {
            ("all", "Bell"): pytest.approx((-40 + 60 + 150) / 150),
            ("all", "Post"): pytest.approx(-1.0),
            ("closure", "Bell"): pytest.approx(20 / 100),
            ("closure", "Post"): pytest.approx(-1.0),
        }
        assert list(table["point"]) == ["all", "all", "closure", "closure"]

    def test_words_and_sentences_are_counted(self):
        table = point_means(TONE, [POINT], "rated").set_index(["point", "source"])
        assert tuple(table.loc[("closure", "Bell"), ["words", "sentences"]]) == (100, 3)

    def test_the_interval_lies_around_the_mean(self):
        many = rows(*((f"b{i}", "Bell", 10, 0.0, "rated", i % 3 - 1) for i in range(30)))
        found = point_means(many, [], "rated").iloc[0]
        assert -0.5 < found["low"] < found["mean"] < found["high"] < 0.5

    def test_the_interval_never_leaves_the_instrument_s_range(self):
        found = point_means(TONE, [POINT], "rated").set_index(["point", "source"]).loc[("closure", "Bell")]
        assert (found["low"], found["high"]) == (-4, 4)

    def test_one_passage_has_no_interval(self):
        found = point_means(TONE, [POINT], "rated").set_index(["point", "source"]).loc[("closure", "Post")]
        assert math.isnan(found["low"])
        assert math.isnan(found["high"])

    def test_the_order_of_rows_changes_nothing(self):
        forth, back = (point_means(t, [POINT], "rated") for t in (TONE, TONE[::-1]))
        pd.testing.assert_frame_equal(forth, back)

    def test_a_source_that_does_not_tell_a_point_has_no_row(self):
        table = point_means(TONE, [StoryPoint("only", "", ("b3",))], "rated")
        assert ("only", "Post") not in means(table)
