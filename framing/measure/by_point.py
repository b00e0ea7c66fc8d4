"""What each source's tone is on each story point, and in whole, for showing: as the comparisons of `differences`."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from framing.measure.bench import Bench, bench_for
from framing.measure.instruments import INSTRUMENTS
from framing.measure.probe import Numbers
from framing.measure.resample import Group, central
from framing.measure.sides import sides
from framing.measure.voice import Voice
from framing.records import StoryPoint

COLUMNS = ["point", "source", "mean", "low", "high", "words", "sentences"]


def point_means(
    tone: pd.DataFrame,
    points: Sequence[StoryPoint],
    instrument: str,
    voice: Voice | None = None,
    *,
    resamples: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Return one row a story point and source that tells it, after rows with point "all" for whole articles.

    Columns: point (id, or "all"), source, mean (on the instrument's scale), low and high (95 % interval, inside the
    instrument's range), words, sentences. Means and draws are those of `differences`: a passage in several points is
    shared between them, whole articles are drawn by their passages, and points by residuals of the whole event. `low`
    and `high` are NaN only where nothing tells how much passages vary: no source has two.
    """
    found = sides(tone[tone["instrument"] == instrument], points, voice)
    bench = bench_for(instrument, found, resamples, seed)
    rows = []
    for scope in ("all", *(p.id for p in points)):
        for name, side in found.items():
            if scope == "all":
                rows.append(_row(bench, scope, name, side.whole, bench.mean(side), side.sentences[scope]))
            elif scope in side.cells:
                cell = side.cells[scope]
                rows.append(_row(bench, scope, name, cell, cell.mean + bench.noise(side, scope), side.sentences[scope]))
    return pd.DataFrame(rows, columns=COLUMNS)


def _row(bench: Bench, scope: str, source: str, group: Group, draws: Numbers, sentences: int) -> tuple[object, ...]:
    scale = INSTRUMENTS[bench.instrument]
    low, high = (min(max(end, scale.low), scale.high) if end == end else end for end in central(draws))
    return scope, source, group.mean, low, high, group.total, sentences
