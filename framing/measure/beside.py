"""Each source beside all the others taken together, by any number of scores at once, and an event beside others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from framing.measure.differences import ALIKE, DIFFERS
from framing.measure.discovery import false_discovery_control
from framing.measure.means import all_passage_means
from framing.measure.probe import Numbers
from framing.measure.resample import deal, generator, share_beyond, stretch
from framing.measure.voice import Voice

COLUMNS = ["instrument", "source", "mean", "low", "high", "others", "gap", "gap_low", "gap_high", "p", "q", "verdict"]
HERE, ELSEWHERE = "this event", "other events"


@dataclass(frozen=True, slots=True)
class _Table:
    """Passages by instruments: `sums` words times score (passages, instruments), `words` and `sources` (passages,)."""

    names: list[str]
    sums: Numbers
    words: Numbers
    sources: Sequence[str]
    resamples: int
    seed: int
    kept: dict[tuple[str, ...], Numbers] = field(default_factory=dict)

    def rows_of(self, names: tuple[str, ...]) -> tuple[Numbers, Numbers]:
        """Return sums and words of the passages of these sources."""
        mine = np.isin(np.asarray(self.sources), names)
        return self.sums[mine], self.words[mine]

    def mean(self, names: tuple[str, ...]) -> Numbers:
        """Return these sources' means by each instrument."""
        sums, words = self.rows_of(names)
        return np.asarray(sums.sum(axis=0) / words.sum())

    def draws(self, names: tuple[str, ...]) -> Numbers:
        """Return means of passages drawn anew, stretched as in `bootstrap_means`: shape (resamples, instruments)."""
        if names not in self.kept:
            sums, words = self.rows_of(names)
            n, random = len(words), generator(self.seed, "beside", *names)
            counts = random.multinomial(n, np.full(n, 1.0 / n), size=self.resamples).astype(np.float64)
            drawn = (counts @ sums) / (counts @ words)[:, None]
            spread = stretch(n) if n > 1 else np.nan  # one passage alone does not tell how much passages vary
            self.kept[names] = self.mean(names) + (drawn - self.mean(names)) * spread
        return self.kept[names]

    def chance(self, left: tuple[str, ...], right: tuple[str, ...]) -> Numbers:
        """Return how often passages dealt to the two at random lie as far apart: shape (instruments,)."""
        first, second = sorted((left, right))
        (sums, words), (more, others) = self.rows_of(first), self.rows_of(second)
        random = generator(self.seed, "beside", "deal", *first, "", *second)
        dealt = deal(len(words), len(others), self.resamples, random)
        all_sums, all_words = np.concatenate([sums, more]), np.concatenate([words, others])
        near = (dealt @ all_sums) / (dealt @ all_words)[:, None]
        far = ((1 - dealt) @ all_sums) / ((1 - dealt) @ all_words)[:, None]
        gaps = self.mean(first) - self.mean(second)
        return np.array([share_beyond(null, gap) for null, gap in zip((near - far).T, gaps, strict=True)])


def beside_others(
    scores: pd.DataFrame, voice: Voice | None = None, *, resamples: int = 2000, seed: int = 0
) -> pd.DataFrame:
    """Return one row an instrument and source, columns `COLUMNS`: each source beside all others taken together.

    `scores` has the columns of `measure.tone.tone`. `mean` and `others` are weighted by words, `low` and `high` a 95 %
    interval of `mean` by resampling passages, `gap` mean less others with an interval of its own; intervals are NaN
    where a side has one passage. `p` is how often the passages, dealt to the source at random, lie as far from the
    rest; `q` is corrected for all rows together (Benjamini & Hochberg 1995); the verdict is "differs" where q < .05 and
    the interval of the gap leaves out zero. An instrument that measured one source alone has no rows.
    """
    rows: list[tuple[object, ...]] = []
    for table in _tables(all_passage_means(scores, voice), resamples, seed):
        sources = sorted(set(table.sources))
        for source in sources if len(sources) > 1 else []:
            rows += _compared(table, (source,), tuple(s for s in sources if s != source))
    return _corrected(pd.DataFrame(rows, columns=COLUMNS[:-2]), list(dict.fromkeys(scores["instrument"])))


def beside_elsewhere(
    scores: pd.DataFrame,
    elsewhere: pd.DataFrame,
    voice: Voice | None = None,
    *,
    resamples: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Return one row an instrument, columns `COLUMNS`: an event's passages, as one source, beside other events'.

    `p` is how often as many passages, drawn at random from both, lie as far from the rest.
    """
    both = pd.concat([scores.assign(source=HERE), elsewhere.assign(source=ELSEWHERE)], ignore_index=True)
    table = beside_others(both, voice, resamples=resamples, seed=seed)
    return table[table["source"] == HERE].reset_index(drop=True)


def _tables(means: pd.DataFrame, resamples: int, seed: int) -> list[_Table]:
    """Return the instruments that measured the same passages as one table each: they share their draws."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, rows in means.groupby("instrument", sort=False):
        alike.setdefault(tuple(sorted(rows["passage"])), []).append(str(name))
    return [_table(means[means["instrument"].isin(names)], names, resamples, seed) for names in alike.values()]


def _table(means: pd.DataFrame, names: list[str], resamples: int, seed: int) -> _Table:
    words = means[means["instrument"] == names[0]].sort_values("passage")
    wide = means.pivot(index="passage", columns="instrument", values="mean")[names].sort_index()
    weights = words["words"].to_numpy(dtype=np.float64)
    sums = wide.to_numpy(dtype=np.float64) * weights[:, None]
    return _Table(names, sums, weights, list(words["source"]), resamples, seed)


def _compared(table: _Table, mine: tuple[str, ...], theirs: tuple[str, ...]) -> list[tuple[object, ...]]:
    mean, others = table.mean(mine), table.mean(theirs)
    low, high = np.quantile(table.draws(mine), [0.025, 0.975], axis=0)
    gap_low, gap_high = np.quantile(table.draws(mine) - table.draws(theirs), [0.025, 0.975], axis=0)
    columns = (mean, low, high, others, mean - others, gap_low, gap_high, table.chance(mine, theirs))
    return [(f, mine[0], *map(float, row)) for f, row in zip(table.names, np.array(columns).T, strict=True)]


def _corrected(table: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    if table.empty:
        return pd.DataFrame(columns=COLUMNS)
    q = false_discovery_control(table["p"].to_numpy(dtype=np.float64))
    sure = (q < 0.05) & ((table["gap_low"] > 0) | (table["gap_high"] < 0))
    table = table.assign(q=q, verdict=np.where(sure, DIFFERS, ALIKE))
    place = {name: i for i, name in enumerate(order)}
    by = table["instrument"].map(place)
    return table.assign(place=by).sort_values(["place", "source"], ignore_index=True)[COLUMNS]
