"""How far instruments agree on the same sentences, and on which sentences two of them disagree most."""

from __future__ import annotations

import pandas as pd

SENTENCE = ["passage", "sentence"]
FEWEST = 3  # sentences that a correlation needs at least


def side_by_side(tone: pd.DataFrame) -> pd.DataFrame:
    """Return the scores, a row a sentence (its passage and number) and a column an instrument; NaN where unmeasured."""
    return tone.pivot(index=SENTENCE, columns="instrument", values="score")


def agreement(wide: pd.DataFrame) -> pd.DataFrame:
    """Return Spearman's rank correlations of a table of `side_by_side`, -1 the opposite order … +1 the same.

    Square, by instrument; NaN where fewer than three sentences were measured by both, or one gives all the same score.
    """
    return wide.corr(method="spearman", min_periods=FEWEST)


def disagreement(wide: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Return one row a sentence that both measured, the widest disagreement first.

    Columns: passage, sentence; each instrument's score under its name, and under its name and "_above" the share of
    sentences that it puts no higher, 0 to 1; apart, how far these two shares lie from each other, 0 to 1.
    """
    both = wide[[one, other]].dropna()
    ranks = both.rank(pct=True).rename(columns=lambda name: f"{name}_above")
    apart = (ranks.iloc[:, 0] - ranks.iloc[:, 1]).abs().rename("apart")
    table = pd.concat([both, ranks, apart], axis=1).reset_index()
    return table.sort_values(["apart", *SENTENCE], ascending=[False, True, True], ignore_index=True)
