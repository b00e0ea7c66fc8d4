import math

import pandas as pd
import pytest

from framing.measure.disagreement import agreement, disagreement, side_by_side


def tone(**scores: list[float]) -> pd.DataFrame:
    rows = [
        {"passage": "p", "sentence": i, "instrument": name, "score": score}
        for name, listed in scores.items()
        for i, score in enumerate(listed)
    ]
    return pd.DataFrame(rows)


WIDE = side_by_side(tone(rated=[1.0, 2.0, 3.0, 4.0], vader=[0.4, 0.3, 0.2, 0.1], loaded=[0.1, 0.2, 0.3, math.nan]))


def test_opposite_orders_correlate_by_minus_one() -> None:
    found = agreement(WIDE)
    assert found.loc["rated", "vader"] == pytest.approx(-1.0)
    assert found.loc["rated", "loaded"] == pytest.approx(1.0)


def test_two_sentences_are_too_few_for_a_correlation() -> None:
    assert math.isnan(agreement(side_by_side(tone(rated=[1.0, 2.0], vader=[0.1, 0.2]))).loc["rated", "vader"])


def test_the_widest_disagreement_comes_first() -> None:
    table = disagreement(WIDE, "rated", "vader")
    assert list(table["sentence"]) == [0, 3, 1, 2]
    assert list(table["apart"]) == [0.75, 0.75, 0.25, 0.25]
    first = table.iloc[0]
    assert (first["rated"], first["vader"], first["rated_above"], first["vader_above"]) == (1.0, 0.4, 0.25, 1.0)


def test_sentences_that_one_did_not_measure_are_left_out() -> None:
    assert list(disagreement(WIDE, "rated", "loaded")["sentence"]) == [0, 1, 2]


def test_an_instrument_agrees_with_itself() -> None:
    twice = WIDE.assign(again=WIDE["rated"])
    assert (disagreement(twice, "rated", "again")["apart"] == 0).all()
