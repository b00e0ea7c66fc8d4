"""Compare sources by emphasis: each with each, with all the others, or with a reference."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.measure.differences import ALIKE, DIFFERS, OTHERS
from framing.measure.discovery import false_discovery_control
from framing.measure.emphasis import ALONE, MEASURES
from framing.measure.emphasis_draws import RESAMPLES, Draws, draws_of, ends, scopes, together
from framing.measure.probe import Numbers
from framing.measure.resample import share_beyond
from framing.records import Passage, StoryPoint

INTERVAL_COLUMNS = ["source", "point", "measure", "value", "low", "high", "passages"]
_NAMES = ["measure", "scope", "left", "right"]
DIFFERENCE_COLUMNS = [*_NAMES, "left_mean", "right_mean", "gap", "low", "high", "p", "q", "verdict"]
_COUNTED = ("share of words", "passages")
"""Measures that are 0, not unknown, for what a source does not tell."""
_ENOUGH = 5
"""So many passages, none of them or all of them quoted, still say something of how much is quoted."""


def emphasis_intervals(
    passages: Sequence[Passage],
    points: Sequence[StoryPoint],
    *,
    resamples: int = RESAMPLES,
    drawn: Sequence[Draws] | None = None,
) -> pd.DataFrame:
    """Return one row a source, story point that it tells, and measure (`MEASURES`).

    Point "alone" is what no other source tells, "all" the whole article. Columns: source, point, measure, value (shares
    and places 0 to 1), low and high (95 % interval by resampling the article's passages in reading order, Efron &
    Tibshirani 1993, ch. 13), passages (how many the value rests on). The place of a point is that in the draws that
    hold it. An interval is NaN where the article has one passage, and for the share quoted where the point has one,
    or fewer than five that are all quoted or not at all. `drawn` is what `draws_of` returns, where it was asked before.
    """
    rows = []
    for side in draws_of(passages, points, resamples=resamples) if drawn is None else drawn:
        for measure in MEASURES:
            low, high = ends(side.draws[measure])
            sure = _rests(side, measure)
            most = 1.0 if measure != "passages" else np.inf
            for i, scope in enumerate(scopes(points, ALONE)):
                value, count = side.values[measure][i], int(side.passages[i])
                if count and not np.isnan(value):
                    interval = (max(low[i], 0.0), min(high[i], most)) if sure[i] else (np.nan, np.nan)
                    rows.append((side.name, scope, measure, value, *interval, count))
    return pd.DataFrame(rows, columns=INTERVAL_COLUMNS)


def widest_first(points: Sequence[StoryPoint], intervals: pd.DataFrame, measure: str) -> list[StoryPoint]:
    """Return the points, those first on which the sources differ most in a measure of `emphasis_intervals`.

    Of shares of words and numbers of passages, not telling a point counts as 0.
    """
    rows = intervals[intervals["measure"] == measure]
    found = rows.groupby("point")["value"].agg(["min", "max", "size"])
    silent = found["size"] < rows["source"].nunique()
    spread = found["max"] - found["min"].mask(silent & (measure in _COUNTED), 0.0)
    return sorted(points, key=lambda p: (-round(float(spread.get(p.id, 0.0)), 6), p.id))


def emphasis_differences(
    passages: Sequence[Passage],
    points: Sequence[StoryPoint],
    *,
    reference: str | None = None,
    measures: Collection[str] = tuple(MEASURES),
    others: bool = True,
    resamples: int = RESAMPLES,
    drawn: Sequence[Draws] | None = None,
) -> pd.DataFrame:
    """Return one row a comparison made, columns `DIFFERENCE_COLUMNS`.

    Sources are compared in alphabetical order, each pair once, and where there are three or more each with "all others"
    taken together (unless not `others`); with a `reference`, each with that source alone. `scope` is a story point's
    id, "alone" for what no other source tells, or "all". Shares and numbers of passages are compared where one side
    tells the point, places and shares quoted where both do. gap = left_mean - right_mean.

    `low` and `high` are a 95 % interval of the gap by resampling each article's passages, the same draws in every
    comparison; NaN where there is nothing to resample (`emphasis_intervals`). `p` is the share of draws about no gap
    that lie as far out; `q` is corrected for the number of comparisons of a measure, pairs apart from comparisons with
    all others (Benjamini & Hochberg 1995). The verdict is "differs" where the interval leaves out zero and q < .05.
    `drawn` is what `draws_of` returns, where it was asked before.

    Raises ValueError when the reference is none of the sources.
    """
    drawn = draws_of(passages, points, resamples=resamples) if drawn is None else drawn
    sides = {side.name: side for side in drawn}
    if reference is not None and reference not in sides:
        raise ValueError(f"The reference {reference!r} is none of the sources: {', '.join(sorted(sides))}.")
    names = scopes(points, ALONE)
    rows = [row for left, right in _pairs(sides, reference, others) for row in _compare(left, right, names, measures)]
    return _corrected(pd.DataFrame(rows, columns=[c for c in DIFFERENCE_COLUMNS if c not in ("q", "verdict")]))


def share_differences(
    passages: Sequence[Passage], points: Sequence[StoryPoint], *, resamples: int = RESAMPLES
) -> pd.DataFrame:
    """Return the rows of `emphasis_differences` on shares of words between two sources."""
    return emphasis_differences(passages, points, measures=["share of words"], others=False, resamples=resamples)


def _pairs(sides: Mapping[str, Draws], reference: str | None, others: bool) -> Iterator[tuple[Draws, Draws]]:
    if reference is not None:
        yield from ((side, sides[reference]) for name, side in sides.items() if name != reference)
        return
    yield from combinations(sides.values(), 2)
    if others and len(sides) > 2:
        for name, side in sides.items():
            yield side, together(OTHERS, [other for key, other in sides.items() if key != name])


def _compare(
    left: Draws, right: Draws, names: Sequence[str], measures: Collection[str]
) -> Iterator[tuple[object, ...]]:
    for measure in measures:
        told = (left.passages > 0, right.passages > 0)
        both = np.logical_or(*told) if measure in _COUNTED else np.logical_and(*told)
        known = ~np.isnan(left.values[measure]) & ~np.isnan(right.values[measure])
        places = np.flatnonzero(both & known)  # sorting only these keeps a dozen sources quick
        apart = left.draws[measure][:, places] - right.draws[measure][:, places]
        low, high = ends(apart)
        sure = np.logical_and(_rests(left, measure), _rests(right, measure))
        for column, i in enumerate(places.tolist()):
            mine, yours = float(left.values[measure][i]), float(right.values[measure][i])
            gap = mine - yours
            interval = (low[column], high[column], _p(apart[:, column], gap)) if sure[i] else (np.nan, np.nan, np.nan)
            yield (measure, names[i], left.name, right.name, mine, yours, gap, *interval)


def _rests(side: Draws, measure: str) -> npt.NDArray[np.bool_]:
    """Return for which scopes there is something to resample.

    One passage drawn again is always itself, and a few of which all or none is quoted say nothing of the next one.
    """
    several = np.full(len(side.passages), side.sums.size > 1)
    if measure == "share quoted":
        mixed = (side.values[measure] > 0) & (side.values[measure] < 1)
        several &= (side.passages > 1) & (mixed | (side.passages >= _ENOUGH))
    return several


def _p(draws: Numbers, gap: float) -> float:
    known = draws[~np.isnan(draws)]
    return share_beyond(known - gap, gap) if gap and len(known) else 1.0


def _corrected(table: pd.DataFrame) -> pd.DataFrame:
    """Fill in q and the verdict."""
    known = table["p"].notna()
    table["q"] = np.nan
    family = [table.loc[known, "measure"], table.loc[known, "right"] == OTHERS]
    corrected = table[known].groupby(family)["p"].transform(lambda p: false_discovery_control(p.to_numpy(dtype=float)))
    table.loc[known, "q"] = corrected
    sure = (table["q"] < 0.05) & ((table["low"] > 0) | (table["high"] < 0))
    table["verdict"] = np.where(sure, DIFFERS, ALIKE)
    return table[DIFFERENCE_COLUMNS]
