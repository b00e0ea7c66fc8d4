"""What the page Tone says of a gap, in words."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from pages.tone_comparing import in_words, told
from pages.tone_split import _told
from tests.handmade import differ

ALIKE = {"gap": 0.5, "low": 0.1, "high": 0.9, "verdict": "cannot be told apart", "detectable": 1.2}


@pytest.mark.parametrize(
    ("values", "expected", "never"),
    [
        ({"detectable": 0.5}, "2.00 lower in tone than Post (95 % interval 1.50 to 2.50)", "nan"),
        ({"low": math.nan, "high": math.nan, "detectable": math.nan}, "cannot be told with one passage", "nan"),
        (ALIKE | {"p": 0.01, "q": 0.2}, "among so many comparisons", "chance alone"),
        (
            ALIKE | {"p": 0.1, "q": 0.1},
            "chance alone puts texts this far apart 10\xa0% of the time",
            "among so many",
        ),
        (ALIKE | {"p": 0.1, "low": -0.1}, "A gap would have to be about 1.20 to show.", "leaves out zero"),
        (ALIKE | {"p": 0.1, "low": -0.1, "detectable": math.nan}, "no gap could show, however large", "nan"),
    ],
)
def test_a_gap_is_told_with_the_reason_that_holds(values: dict[str, object], expected: str, never: str) -> None:
    said = told(differ(**values), "tone")
    assert expected in said
    assert never not in said


SPLIT = {"wording": -1.5, "wording_low": -2.0, "wording_high": -1.0}
SPLIT |= {"selection": -0.5, "selection_low": -1.0, "selection_high": 0.2}


def test_both_parts_are_told_with_their_intervals_and_which_includes_zero() -> None:
    said = _told(differ(**SPLIT), "tone")
    assert "−1.50 (95 % interval −2.00 to −1.00) comes from how" in said
    assert "−0.50 (95 % interval −1.00 to +0.20) from which" in said
    assert said.endswith("The interval of which things they say includes zero.")
    assert _told(differ(**SPLIT | {"wording_high": 0.1}), "tone").endswith("Both intervals include zero.")


def test_parts_without_intervals_are_told_without() -> None:
    nothing = dict.fromkeys(["low", "high", "wording_low", "wording_high", "selection_low", "selection_high"], math.nan)
    said = _told(differ(**SPLIT | nothing), "tone")
    assert said.endswith("How sure that is cannot be told with one passage.")
    assert "nan" not in said


def test_columns_are_named_in_words() -> None:
    named = in_words(pd.DataFrame(columns=["left_mean", "p", "q", "detectable", "gap"]))
    assert not {"left_mean", "p", "q", "detectable"} & set(named)
