from __future__ import annotations

import math

import pandas as pd
import pytest

from framing.measure.means import passage_means
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
