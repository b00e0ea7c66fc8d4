"""How tone moves along an article, from its first word to its last."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from framing.measure.instruments import Instrument
from framing.measure.means import passage_means
from framing.measure.probe import Numbers
from framing.measure.voice import Voice
from framing.records import Passage

WINDOW = 0.25  # of an article's words: long enough to smooth a single sentence out, short enough to show a turn
FEW = 10  # words: a heading's tone is easily the lowest, and tells little

COLUMNS = ["source", "passage", "place", "words", "mean", "running"]


def running_means(
    passages: Sequence[Passage],
    tone: pd.DataFrame,
    instrument: str,
    voice: Voice | None = None,
    *,
    window: float = WINDOW,
) -> pd.DataFrame:
    """Return one row a measured passage, columns `COLUMNS`, by source and in reading order.

    `place` is where the passage's middle lies in its article, 0 the first word … 1 the last; `mean` is its mean on the
    instrument's scale and `running` that of the passages whose middles lie within half a window of its own, both
    weighted by words. Passages that the instrument or the voice leaves without words have a place, but no row.
    """
    measured = passage_means(tone, instrument, voice).set_index("passage")
    tables = [pd.DataFrame(columns=COLUMNS)]
    for source in sorted({p.source for p in passages}):
        mine = sorted((p for p in passages if p.source == source), key=lambda p: (p.article, p.index))
        table = pd.DataFrame({"passage": [p.id for p in mine], "read": [p.words for p in mine]})
        place = (table["read"].cumsum() - table["read"] / 2) / table["read"].sum()
        found = table.assign(source=source, place=place).join(measured[["mean", "words"]], "passage", "inner")
        places, words = (found[name].to_numpy(dtype=np.float64) for name in ("place", "words"))
        tables.append(found.assign(running=_near(places, words, found["mean"].to_numpy(dtype=np.float64), window)))
    return pd.concat([t for t in tables if len(t)] or tables, ignore_index=True)[COLUMNS]


def telling_end(table: pd.DataFrame, instrument: Instrument) -> tuple[str, str]:
    """Return the passage to begin reading with, by its id, and which end of the scale it stands at, in a word.

    `table` is that of `running_means` and has a row. It is the lowest passage, the most negative; of an instrument
    whose zero is its quiet end, as loaded wording, the highest. Passages of more than ten words come first.
    """
    body = table[table["words"] > FEW] if (table["words"] > FEW).any() else table
    ids, means = body["passage"].tolist(), body["mean"].to_numpy(dtype=np.float64)
    return (ids[means.argmin()], "lowest") if instrument.low < 0 else (ids[means.argmax()], "highest")


def _near(places: Numbers, words: Numbers, means: Numbers, window: float) -> Numbers:
    weights = (np.abs(np.subtract.outer(places, places)) <= window / 2) * words
    return np.asarray((weights * means).sum(axis=1) / weights.sum(axis=1))
