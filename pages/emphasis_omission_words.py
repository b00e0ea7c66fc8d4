"""Omission in words: who leaves out most, and what is known of one source and one thing."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from framing.comparison import Comparison
from framing.plots.text import percent

Row = Mapping[Hashable, Any]


def main_omission(comparison: Comparison, table: pd.DataFrame) -> str:
    """Say the main thing: which source leaves out most, and what most of the others tell."""
    if len(comparison.sources) < 3:
        return _between_two(comparison, table)
    count = max(2, len(comparison.sources) / 2)
    common = table[table["tellers"] >= count]
    missing = common[common["state"] == "not told"]
    if missing.empty:
        return "No source is said to leave out a thing that at least half of the sources tell."
    counts = missing.groupby("source").size()
    most = [source for source in comparison.sources if counts.get(source) == counts.max()]
    worst = (
        missing[missing["source"].isin(most)]
        .sort_values(["tellers", "common"], ascending=[False, True], kind="stable")
        .iloc[0]
    )
    each = f"{' and '.join(most)} {'leaves' if len(most) == 1 else 'leave'} out most: {counts.max()}"
    who = each if len(most) < 3 else f"no source leaves out more than {counts.max()}"
    return (
        f"Of {common['point'].nunique()} things that at least half the sources tell, {who}. "
        f"For one, {worst['tellers']} tell “{worst['label']}”, {worst['source']} does not."
    )


def _between_two(comparison: Comparison, table: pd.DataFrame) -> str:
    shares = table[table["tellers"] == 1].groupby("source")["share"].sum().reindex(comparison.sources, fill_value=0.0)
    one, other = shares.sort_values(ascending=False, kind="stable").items()
    return (
        f"Both tell {len(comparison.points)} story points. {one[0]} spends {one[1] * 100:.0f} % of its words on what "
        f"{other[0]} does not tell or tells only perhaps, {other[0]} {other[1] * 100:.0f} % on what {one[0]} does not."
    )


def state_told(row: Row) -> str:
    """Tell in words a row of `comparison.omissions`."""
    if row["state"] == "told":
        lacking = f" Most others give here, and it nowhere: {row['missing']}." if row["missing"] else ""
        return f"{row['source']} tells it with {percent(row['share'])} of its words.{lacking}"
    near = (
        f" Its nearest passage matches with a mean probability of {row['probability']:.2f}:" if row["nearest"] else ""
    )
    said = {
        "perhaps told": f"{row['source']} perhaps tells it: "
        f"it has {percent(row['common'])} of the words the others share.",
        "not told": f"{row['source']} does not tell it.",
        "published before": f"{row['source']} does not tell it, but was published before every source that does.",
    }[row["state"]]
    return said + near
