"""Order: what each source opens with, and how alike two sources arrange the story points that both tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from scipy.special import ndtri

from framing.measure.discovery import false_discovery_control
from framing.measure.emphasis import articles_of, place_of, points_of, words_before
from framing.records import Passage, StoryPoint

RANK_COLUMNS = ["source", "point", "first", "rank"]
AGREEMENT_COLUMNS = ["left", "right", "points", "tau", "low", "high", "p", "q"]
MOVE_COLUMNS = ["point", "left", "right", "points", "left_rank", "right_rank", "places"]
OPENING_COLUMNS = ["source", "point", "passage", "headline", "lead"]
# With two points there are but two orders, and with three a tau of 1 comes about by chance one time in six.
LEAST, LEAST_INTERVAL = 3, 8


def ranks(emphasis: pd.DataFrame, points: Collection[str]) -> pd.DataFrame:
    """Return the place of each story point among those given that a source tells, 1 the first.

    Args:
        emphasis: The table that `measure.emphasis.emphasis` returns.
        points: Ids of the story points to be ranked.

    Points that begin in the same passage share the mean of their places. Columns: source, point, first (share of the
    words before it, 0 to 1), rank.
    """
    table = emphasis[emphasis["point"].isin(set(points))]
    rank = table.groupby("source")["first"].rank(method="average")
    return table.assign(rank=rank)[RANK_COLUMNS].reset_index(drop=True)


def moves(emphasis: pd.DataFrame, points: Collection[str]) -> pd.DataFrame:
    """Return how far each story point moves between two sources, among those that both tell, the farthest first.

    Columns: point, left, right (`left` < `right`), points (how many of those given both tell), left_rank and right_rank
    (1 the first; points that begin in the same passage share the mean of their places), places (between the two ranks,
    0 and more).
    """
    rows: list[tuple[object, ...]] = []
    for left, right, first in _shared(emphasis[emphasis["point"].isin(set(points))]):
        places = first.rank(method="average")
        for point, mine, yours in places.itertuples(name=None):
            rows.append((point, left, right, len(places), mine, yours, abs(mine - yours)))
    table = pd.DataFrame(rows, columns=MOVE_COLUMNS)
    order = ["places", "point", "left", "right"]
    return table.sort_values(order, ascending=[False, True, True, True], kind="stable", ignore_index=True)


def order_agreement(emphasis: pd.DataFrame) -> pd.DataFrame:
    """Return, for every two sources, how alike they arrange the story points that both tell.

    Columns: left, right (`left` < `right`), points (how many both tell), tau (Kendall's tau-b, -1 the opposite order …
    0 no relation … +1 the same order; NaN under three points or where all begin in one passage), low and high (95 %
    interval from eight points on, by Fisher's z with the variance of Fieller, Hartley & Pearson 1957), p (that an order
    at random agrees or disagrees as much), q (p corrected for the number of pairs, Benjamini & Hochberg 1995).
    """
    from scipy.stats import kendalltau  # here, so that the first view stays quick

    rows = []
    for left, right, both in _shared(emphasis):
        tau = p = float("nan")
        if len(both) >= LEAST and both[left].nunique() > 1 and both[right].nunique() > 1:
            found = kendalltau(both[left], both[right])
            tau, p = float(found.statistic), float(found.pvalue)
        rows.append((left, right, len(both), tau, *_interval(tau, len(both)), p))
    table = pd.DataFrame(rows, columns=AGREEMENT_COLUMNS[:-1]).assign(q=float("nan"))
    known = table["p"].notna()
    if known.any():
        table.loc[known, "q"] = false_discovery_control(table.loc[known, "p"].to_numpy(dtype=float))
    return table


def openings(
    passages: Sequence[Passage],
    points: Sequence[StoryPoint],
    *,
    headlines: Mapping[str, Collection[str]] | None = None,
) -> pd.DataFrame:
    """Return what each source opens with: one row a source and thing told in its headline or its lead.

    Columns: source, point (the story point's id, "" for what it alone tells), passage (the first that tells it),
    headline and lead (1 where that tells it, else 0). `headlines` is what `headline_points` returns.
    """
    parts = points_of(points)
    rows = []
    for article in articles_of(passages):
        before, total = words_before(article), sum(p.words for p in article)
        heads = (headlines or {}).get(article[0].article, frozenset())
        seen: set[str] = set()
        for passage in article:
            lead = place_of(before[passage.id], total) == "lead"
            for point in parts.get(passage.id, [""] if lead else []):
                if (lead or point in heads) and (not point or point not in seen):
                    rows.append((passage.source, point, passage.id, int(point in heads), int(lead)))
                    seen.add(point)
    return pd.DataFrame(rows, columns=OPENING_COLUMNS)


def _shared(emphasis: pd.DataFrame) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Yield every two sources with the first mentions, 0 to 1, of the points that both tell: a row a point."""
    first = emphasis.pivot_table(index="point", columns="source", values="first")
    for left, right in combinations(sorted(first.columns), 2):
        yield left, right, first[[left, right]].dropna()


def _interval(tau: float, points: int) -> tuple[float, float]:
    if points < LEAST_INTERVAL or np.isnan(tau) or abs(tau) == 1:
        return float("nan"), float("nan")
    reach = float(ndtri(0.975)) * (0.437 / (points - 4)) ** 0.5
    return float(np.tanh(np.arctanh(tau) - reach)), float(np.tanh(np.arctanh(tau) + reach))
