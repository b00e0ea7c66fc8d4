"""Compare sources: each with each, with all the others, or with a reference; in total and per story point."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from scipy.stats import false_discovery_control

from framing.measure.resample import Group, bootstrap_means, generator, permutation_p
from framing.measure.split import categories, split
from framing.measure.voice import Voice
from framing.records import StoryPoint

OTHERS = "all others"
DIFFERS, ALIKE = "differs", "cannot be told apart"
COLUMNS = [
    "measure",
    "instrument",
    "left",
    "right",
    "scope",
    "left_mean",
    "right_mean",
    "gap",
    "low",
    "high",
    "p",
    "q",
    "wording",
    "wording_low",
    "wording_high",
    "selection",
    "selection_low",
    "selection_high",
    "verdict",
    "detectable",
    "left_words",
    "right_words",
    "left_sentences",
    "right_sentences",
]


def differences(
    tone: pd.DataFrame,
    points: Sequence[StoryPoint],
    *,
    reference: str | None = None,
    voice: Voice | None = None,
    resamples: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Return one row per comparison made, columns `COLUMNS`.

    `scope` is "all" or a story point's id; `right` is a source or "all others". Sources are compared in alphabetical
    order, each pair once (`flip` gives the other direction), and each source with all others where there are three or
    more; with a `reference` each source is compared with it alone. `low` and `high` are 95 % intervals, `q` is `p`
    corrected for the number of comparisons of an instrument (Benjamini & Hochberg 1995), `detectable` the smallest gap
    that this much text would show four times in five.
    """
    rows: list[dict[str, object]] = []
    for instrument, table in tone.groupby("instrument", sort=False):
        cells = categories(_passages(table, voice), points)
        for left, right in _pairs(sorted(set(cells["source"])), reference):
            rows += _compare(str(instrument), cells, left, right, points, resamples, seed)
    return _corrected(pd.DataFrame(rows, columns=COLUMNS))


def flip(table: pd.DataFrame) -> pd.DataFrame:
    """Return the same comparisons seen from the other side: left and right exchanged, every sign turned."""
    names = {f"left{end}": f"right{end}" for end in ("", "_mean", "_words", "_sentences")}
    flipped = table.rename(columns=names | {new: old for old, new in names.items()})
    flipped[["gap", "wording", "selection"]] *= -1
    for stem in ("", "wording_", "selection_"):
        flipped[[f"{stem}low", f"{stem}high"]] = -flipped[[f"{stem}high", f"{stem}low"]].to_numpy()
    return flipped[COLUMNS]


def _passages(table: pd.DataFrame, voice: Voice | None) -> pd.DataFrame:
    """Return one row a passage: passage, source, kind, sums, words, sentences; weights are words in the voice asked for."""
    kept = table[table["score"].notna()]
    share = {"own": 1.0 - kept["quoted"], "quoted": kept["quoted"]}.get(voice or "", 1.0)
    words = kept["words"] * share
    kept = kept.assign(sums=words * kept["score"], words=words, sentences=1)[words > 0]
    grouped = kept.groupby(["passage", "source", "kind"], sort=True)[["sums", "words", "sentences"]].sum()
    return grouped.reset_index()


def _pairs(sources: Sequence[str], reference: str | None) -> list[tuple[str, str]]:
    if reference is not None:
        return [(source, reference) for source in sources if source != reference]
    rest = [(source, OTHERS) for source in sources] if len(sources) > 2 else []
    return list(combinations(sources, 2)) + rest


def _compare(
    instrument: str,
    cells: pd.DataFrame,
    left: str,
    right: str,
    points: Sequence[StoryPoint],
    resamples: int,
    seed: int,
) -> list[dict[str, object]]:
    mine = cells[cells["source"] == left]
    yours = cells[cells["source"] != left] if right == OTHERS else cells[cells["source"] == right]
    if not len(mine) or not len(yours):
        return []
    parts = split(mine, yours)
    inside = parts.parts.set_index("category")
    rows = [_row(instrument, left, right, "all", mine, yours, resamples, seed)]
    rows[0] |= {"wording": parts.wording, "selection": parts.selection}
    for point in points:
        a, b = mine[mine["category"] == point.id], yours[yours["category"] == point.id]
        if len(a) and len(b):
            row = _row(instrument, left, right, point.id, a, b, resamples, seed)
            rows.append(row | dict(inside.loc[point.id, ["wording", "selection"]]))
    return rows


def _row(
    instrument: str, left: str, right: str, scope: str, a: pd.DataFrame, b: pd.DataFrame, resamples: int, seed: int
) -> dict[str, object]:
    groups = {name: _group(side) for name, side in ((left, a), (right, b))}
    first, second = sorted(groups)
    drawn = {name: generator(seed, instrument, scope, first, second, name) for name in groups}
    spread = bootstrap_means(groups[first], resamples, drawn[first]) - bootstrap_means(
        groups[second], resamples, drawn[second]
    )
    low, high = np.quantile(spread, [0.025, 0.975])
    if (first, second) != (left, right):
        low, high = -high, -low
    p = permutation_p(groups[first], groups[second], resamples, generator(seed, instrument, scope, first, second))
    return {
        "measure": "tone",
        "instrument": instrument,
        "left": left,
        "right": right,
        "scope": scope,
        "left_mean": groups[left].mean,
        "right_mean": groups[right].mean,
        "gap": groups[left].mean - groups[right].mean,
        "low": float(low),
        "high": float(high),
        "p": p,
        "detectable": 2.8 * float(spread.std()),
        "left_words": float(groups[left].words.sum()),
        "right_words": float(groups[right].words.sum()),
    }


def _group(cells: pd.DataFrame) -> Group:
    whole = cells.groupby("passage", sort=True)[["sums", "words"]].sum()
    return Group(whole["sums"].to_numpy(dtype=np.float64), whole["words"].to_numpy(dtype=np.float64))


def _corrected(table: pd.DataFrame) -> pd.DataFrame:
    """Fill in q and the verdict: within an instrument, totals and story points are corrected apart."""
    if table.empty:
        return table
    family = [table["instrument"], table["scope"] == "all"]
    table["q"] = table.groupby(family)["p"].transform(lambda p: false_discovery_control(p.to_numpy()))
    sure = (table["q"] < 0.05) & ((table["low"] > 0) | (table["high"] < 0))
    table["verdict"] = np.where(sure, DIFFERS, ALIKE)
    return table
