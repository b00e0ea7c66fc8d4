"""Compare sources: each with each, with all the others, or with a reference; in total and per story point."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from framing.measure.bench import Bench, bench_for, interval, reach, selection_interval, split_intervals
from framing.measure.discovery import false_discovery_control
from framing.measure.probe import Numbers
from framing.measure.resample import deal, least_p, permutation_p, share_beyond
from framing.measure.sides import Side, sides, together
from framing.measure.split import shared, split
from framing.measure.voice import Voice
from framing.records import StoryPoint

OTHERS = "all others"
DIFFERS, ALIKE = "differs", "cannot be told apart"
# A gap of 2.8 standard errors is found four times in five at the 5 % level: 1.96 + 0.84, as in any power table.
POWER = 2.8
_NAMES = ["measure", "instrument", "left", "right", "scope"]
_GAP = ["left_mean", "right_mean", "gap", "low", "high", "p", "q"]
_SPLIT = ["wording", "wording_low", "wording_high", "selection", "selection_low", "selection_high"]
_COUNTS = ["verdict", "detectable", "left_words", "right_words", "left_sentences", "right_sentences"]
COLUMNS = [*_NAMES, *_GAP, *_SPLIT, *_COUNTS]


def differences(
    tone: pd.DataFrame,
    points: Sequence[StoryPoint],
    *,
    reference: str | None = None,
    voice: Voice | None = None,
    resamples: int = 2000,
    seed: int = 0,
    parts: bool = True,
) -> pd.DataFrame:
    """Return one row per comparison made, columns `COLUMNS`.

    Sources are compared in alphabetical order, each pair once (`flip` gives the other direction), and each with "all
    others" taken together where there are three or more; with a `reference`, each with that source alone. `scope` is
    "all" or a story point's id. Means are weighted by words, in the given voice if any, and on the instrument's scale.

    `low` and `high` are 95 % intervals: for "all" by resampling passages, for a story point and for wording by
    resampling residuals (`Residuals`). A story point's selection moves with its tone: its space is counted, not
    estimated. `p` is a permutation test of passages, for a story point of residuals; `q` is corrected for the number of
    comparisons of an instrument, totals and points apart (Benjamini & Hochberg 1995). The verdict is "differs" where
    the interval leaves out zero and q < .05. `detectable` is the smallest gap that this much text would show four times
    in five; NaN where none could: the few passages cannot be dealt in enough ways for q < .05, the instrument's range
    is narrower than that, or nothing tells how much passages vary. Then `low`, `high` and `p` may be NaN, too.
    Without `parts` the intervals of wording and selection, which take most of the time, stay NaN.
    """
    if reference is not None and reference not in set(tone["source"]):
        raise ValueError(
            f"The reference {reference!r} is none of the sources: {', '.join(sorted(set(tone['source'])))}."
        )
    rows: list[dict[str, object]] = []
    for instrument, table in tone.groupby("instrument", sort=False):
        found = sides(table, points, voice)
        if len(found) > 2 and reference is None:
            found |= {f"\x00{name}": together(OTHERS, [s for s in found.values() if s.name != name]) for name in found}
            found = {key: _named(key, side) for key, side in found.items()}
        bench = bench_for(str(instrument), found, resamples, seed)
        for left, right in _pairs(list(found), reference):
            rows += _compare(bench, found[left], found[right], points, parts)
    table = _corrected(pd.DataFrame(rows, columns=[*COLUMNS, "least_p"]))
    return _inside(table)[COLUMNS]


def flip(table: pd.DataFrame) -> pd.DataFrame:
    """Return the same comparisons seen from the other side: left and right exchanged, every sign turned."""
    names = {f"left{end}": f"right{end}" for end in ("", "_mean", "_words", "_sentences")}
    flipped = table.rename(columns=names | {new: old for old, new in names.items()})
    flipped[["gap", "wording", "selection"]] *= -1
    for stem in ("", "wording_", "selection_"):
        flipped[[f"{stem}low", f"{stem}high"]] = -flipped[[f"{stem}high", f"{stem}low"]].to_numpy()
    return flipped[COLUMNS]


def _named(key: str, side: Side) -> Side:
    """Return a side under its key, so that the others of one source draw apart from the others of another."""
    return Side(key, side.whole, side.cells, side.sentences)


def _pairs(names: Sequence[str], reference: str | None) -> list[tuple[str, str]]:
    sources = sorted(name for name in names if not name.startswith("\x00"))
    if reference is not None:
        return [(source, reference) for source in sources if source != reference and reference in names]
    return [*combinations(sources, 2), *((s, f"\x00{s}") for s in sources if f"\x00{s}" in names)]


def _compare(
    bench: Bench, left: Side, right: Side, points: Sequence[StoryPoint], parts: bool
) -> list[dict[str, object]]:
    """Return the rows of one pair: the total, and every story point that both tell."""
    found = split(left, right)
    both = shared(left, right)
    rows = [_total(bench, left, right) | {"wording": found.wording, "selection": found.selection}]
    rows[0] |= split_intervals(bench, left, right) if parts else {}
    for point in points:
        if point.id in both:
            part = found.parts[point.id]
            rows.append(_point(bench, left, right, point.id) | {"wording": part.wording, "selection": part.selection})
            share = (part.left_share + part.right_share) / 2
            rows[-1] |= {f"wording_{end}": share * float(rows[-1][end]) for end in ("low", "high")}  # type: ignore[arg-type]
            rows[-1] |= selection_interval(bench, left, right, point.id) if parts else {}
    return rows


def _total(bench: Bench, left: Side, right: Side) -> dict[str, object]:
    low, high, error = interval(bench.mean, left, right)
    first, second = sorted((left, right), key=lambda side: side.name)
    n, m = len(first.whole.words), len(second.whole.words)
    dealt = bench.draw(lambda random: deal(n, m, bench.resamples, random), "deal", first.name, second.name)
    del bench.kept["deal", first.name, second.name]  # large, and used once
    p = permutation_p(first.whole, second.whole, dealt)
    row = _row(bench, left, right, "all", left.whole.mean, right.whole.mean, low, high, p, error)
    return row | {"least_p": least_p(n, m)}


def _point(bench: Bench, left: Side, right: Side, point: str) -> dict[str, object]:
    a, b = left.cells[point].mean, right.cells[point].mean
    low, high, error = interval(lambda side: side.cells[point].mean + bench.noise(side, point), left, right)
    p = share_beyond(bench.noise(left, point) - bench.noise(right, point), a - b)
    return _row(bench, left, right, point, a, b, low, high, p, error)


def _row(
    bench: Bench,
    left: Side,
    right: Side,
    scope: str,
    a: float,
    b: float,
    low: float,
    high: float,
    p: float,
    error: float,
) -> dict[str, object]:
    counts = left.cells[scope] if scope != "all" else left.whole
    others = right.cells[scope] if scope != "all" else right.whole
    return {
        "measure": "tone",
        "instrument": bench.instrument,
        "left": left.name,
        "right": OTHERS if right.name.startswith("\x00") else right.name,
        "scope": scope,
        "left_mean": a,
        "right_mean": b,
        "gap": a - b,
        "low": low,
        "high": high,
        "p": p,
        "detectable": POWER * error,
        "left_words": counts.total,
        "right_words": others.total,
        "left_sentences": left.sentences[scope],
        "right_sentences": right.sentences[scope],
    }


def _corrected(table: pd.DataFrame) -> pd.DataFrame:
    """Fill in q and the verdict: within an instrument, totals and story points are corrected apart."""
    if table.empty:
        return table
    family = [table["instrument"], table["scope"] == "all"]
    groups = table.groupby(family)
    table["q"] = groups["p"].transform(corrected)
    hopeless = [_hopeless(part) for _, part in groups]
    table.loc[pd.concat(hopeless), "detectable"] = np.nan
    sure = (table["q"] < 0.05) & ((table["low"] > 0) | (table["high"] < 0))
    table["verdict"] = np.where(sure, DIFFERS, ALIKE)
    return table


def corrected(p: pd.Series[float]) -> pd.Series[float]:
    """Return p corrected for the number of comparisons (Benjamini & Hochberg 1995); NaN stays, and counts for none."""
    known = p[p.notna()].astype(float)
    if known.empty:
        return p.astype(float)
    return pd.Series(false_discovery_control(known.to_numpy()), known.index).reindex(p.index)


def _hopeless(family: pd.DataFrame) -> pd.Series[bool]:
    """Tell which comparisons of a family could not differ however wide their gap, as too few passages can be dealt."""
    dealt = family["least_p"].dropna().astype(float)
    p = family["p"].to_numpy(dtype=float)
    places = family.index.get_indexer(dealt.index).tolist()
    best = [_best(p, place, least) for place, least in zip(places, dealt, strict=True)]
    return pd.Series(np.array(best, dtype=float) >= 0.05, dealt.index).reindex(family.index, fill_value=False)


def _best(p: Numbers, place: int, least: float) -> float:
    """Return the corrected p of one of several comparisons, had it the least that it can have."""
    if_least = np.where(np.arange(len(p)) == place, least, p)
    known = ~np.isnan(if_least)
    return float(false_discovery_control(if_least[known])[known[:place].sum()])


def _inside(table: pd.DataFrame) -> pd.DataFrame:
    """Keep intervals to what each instrument's range allows; a gap that would have to be wider can never show."""
    widest = table["instrument"].map(reach)
    for name in ("low", "high", "wording_low", "wording_high", "selection_low", "selection_high"):
        table[name] = table[name].astype(float).clip(-widest, widest)
    table["detectable"] = table["detectable"].where(table["detectable"] <= widest)
    return table
