"""Mean scores of passages."""

from __future__ import annotations

import pandas as pd

from framing.measure.in_voice import in_voice
from framing.measure.voice import Voice

_COLUMNS = ["passage", "source", "mean", "words", "sentences"]


def passage_means(tone: pd.DataFrame, instrument: str, voice: Voice | None = None) -> pd.DataFrame:
    """Return one row a passage: passage, source, mean (on the instrument's scale), words, sentences.

    Means are weighted by words; with a voice, over the sentences that `in_voice` counts to it. Passages without such
    sentences are left out.
    """
    return all_passage_means(tone[tone["instrument"] == instrument], voice)[_COLUMNS]


def all_passage_means(tone: pd.DataFrame, voice: Voice | None = None) -> pd.DataFrame:
    """Return the rows of `passage_means` for every instrument of the table, in its order, with a column instrument."""
    kept = in_voice(tone[tone["score"].notna() & (tone["words"] > 0)], voice)
    place = {name: i for i, name in enumerate(dict.fromkeys(tone["instrument"]))}
    # All at once: asking for each instrument anew takes longer than adding up.
    kept = kept.assign(total=kept["words"] * kept["score"], sentences=1, place=kept["instrument"].map(place))
    by = ["place", "passage", "source", "instrument"]
    table = kept.groupby(by, sort=True)[["total", "words", "sentences"]].sum().reset_index()
    return table.assign(mean=table["total"] / table["words"])[[*_COLUMNS, "instrument"]]
