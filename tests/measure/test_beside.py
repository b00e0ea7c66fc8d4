import math

import numpy as np
import pandas as pd
import pytest

from framing.measure.beside import COLUMNS, beside_elsewhere, beside_others
from framing.measure.differences import ALIKE, DIFFERS


def table(scores: dict[str, list[float]], instrument: str = "x", words: int = 10) -> pd.DataFrame:
    """Return a tone table of one sentence a passage."""
    rows = [
        {
            "source": source,
            "passage": f"{source}{i}",
            "words": words,
            "quoted": 0.0,
            "instrument": instrument,
            "score": x,
        }
        for source, listed in scores.items()
        for i, x in enumerate(listed)
    ]
    return pd.DataFrame(rows)


def drawn(seed: int, n: int, shift: float = 0.0) -> list[float]:
    return list(np.random.default_rng(seed).normal(shift, 0.5, n).round(3))


def test_a_source_is_compared_with_all_others_together() -> None:
    found = beside_others(table({"A": [1.0, 0.0], "B": [0.0, 0.0], "C": [0.5, 0.5]})).set_index("source")
    assert tuple(found.loc["A", ["mean", "others", "gap"]]) == pytest.approx((0.5, 0.25, 0.25))
    assert tuple(found.loc["C", ["mean", "others", "gap"]]) == pytest.approx((0.5, 0.25, 0.25))


def test_a_source_far_from_the_rest_differs_and_one_among_them_does_not() -> None:
    found = beside_others(table({"A": drawn(1, 15, 2.0), "B": drawn(2, 15), "C": drawn(3, 15)})).set_index("source")
    assert found.loc["A", "verdict"] == DIFFERS
    assert found.loc["A", "gap_low"] > 0
    assert found.loc["A", "low"] < found.loc["A", "mean"] < found.loc["A", "high"]
    alike = beside_others(table({"A": drawn(1, 15), "B": drawn(2, 15), "C": drawn(3, 15)}))
    assert set(alike["verdict"]) == {ALIKE}


def test_of_two_sources_each_is_the_other_with_every_sign_turned() -> None:
    a, b = beside_others(table({"A": drawn(1, 9), "B": drawn(2, 7, 0.3)})).to_dict("records")
    assert (b["gap"], b["mean"], b["others"]) == pytest.approx((-a["gap"], a["others"], a["mean"]))
    assert (b["gap_low"], b["gap_high"]) == pytest.approx((-a["gap_high"], -a["gap_low"]))
    assert b["p"] == a["p"]


def test_the_same_text_under_two_names_differs_by_nothing() -> None:
    listed = drawn(3, 12)
    found = beside_others(table({"A": listed, "B": listed}))
    assert list(found["gap"]) == pytest.approx([0.0, 0.0])
    assert list(found["p"]) == [1.0, 1.0]


def test_the_order_of_rows_changes_nothing() -> None:
    given = table({"A": drawn(1, 9), "B": drawn(2, 7), "C": drawn(3, 8)})
    pd.testing.assert_frame_equal(beside_others(given), beside_others(given.sample(frac=1, random_state=2)))


def test_several_instruments_are_corrected_together_and_keep_their_order() -> None:
    far = table({"A": drawn(1, 12, 1.0), "B": drawn(2, 12)}, "z")
    near = [table({"A": drawn(i, 12), "B": drawn(i + 50, 12)}, f"a{i}") for i in range(10, 20)]
    alone, together = beside_others(far), beside_others(pd.concat([far, *near]))
    assert list(together["instrument"][:2]) == ["z", "z"]
    assert together["p"][0] == pytest.approx(alone["p"][0])
    assert together["q"][0] > alone["q"][0]


def test_instruments_may_measure_different_passages() -> None:
    both = pd.concat([table({"A": [1.0, 1.0], "B": [0.0, 0.0]}), table({"A": [0.0, 0.0], "C": [2.0, 2.0]}, "y")])
    found = beside_others(both).set_index(["instrument", "source"])["gap"]
    assert found.to_dict() == {("x", "A"): 1.0, ("x", "B"): -1.0, ("y", "A"): -2.0, ("y", "C"): 2.0}


def test_one_passage_has_no_interval_and_no_verdict() -> None:
    found = beside_others(table({"A": [9.0], "B": drawn(1, 30)})).iloc[0]
    assert math.isnan(found["low"])
    assert found["verdict"] == ALIKE


def test_one_source_alone_has_no_rows() -> None:
    found = beside_others(table({"A": [1.0, 2.0]}))
    assert found.empty
    assert list(found.columns) == COLUMNS


def test_an_event_is_compared_with_the_others_as_one() -> None:
    found = beside_elsewhere(table({"A": drawn(1, 20, 1.0), "B": drawn(2, 20, 1.0)}), table({"other": drawn(3, 40)}))
    assert list(found["source"]) == ["this event"]
    assert found["verdict"][0] == DIFFERS


def test_intervals_of_a_source_from_the_same_pool_miss_five_times_in_a_hundred() -> None:
    pool = np.random.default_rng(4)
    missed = tries = 0
    for i in range(250):
        given = table({name: list(pool.gamma(2.0, 1.0, 14)) for name in (f"A{i}", f"B{i}", f"C{i}")})
        given["words"] = pool.integers(10, 90, len(given))
        found = beside_others(given, resamples=400)
        missed += int(((found["gap_low"] > 0) | (found["gap_high"] < 0)).sum())
        tries += len(found)
    assert 0.03 <= missed / tries <= 0.07
