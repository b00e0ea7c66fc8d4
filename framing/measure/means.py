"""Mean scores of passages."""

from __future__ import annotations

import pandas as pd

from framing.measure.in_voice import in_voice
from framing.measure.voice import Voice


def passage_means(tone: pd.DataFrame, instrument: str, voice: Voice | None = None) -> pd.DataFrame:
    """Return one row a passage: passage, source, mean (on the instrument's scale), words, sentences.

    Means are weighted by words; with a voice, over the sentences that `in_voice` counts to it. Passages without such
    sentences are left out.
    """
    kept = in_voice(tone[(tone["instrument"] == instrument) & tone["score"].notna() & (tone["words"] > 0)], voice)
    kept = kept.assign(total=kept["words"] * kept["score"], sentences=1)
    table = kept.groupby(["passage", "source"], sort=True)[["total", "words", "sentences"]].sum().reset_index()
    return table.assign(mean=table["total"] / table["words"])[["passage", "source", "mean", "words", "sentences"]]


def all_passage_means(tone: pd.DataFrame, voice: Voice | None = None) -> pd.DataFrame:
    """Return the rows of `passage_means` for every instrument of the table, in its order, with a column instrument."""
    names = list(dict.fromkeys(tone["instrument"]))
    tables = [passage_means(tone, name, voice).assign(instrument=name) for name in names]
    empty = pd.DataFrame(columns=["passage", "source", "mean", "words", "sentences", "instrument"])
    return pd.concat(tables, ignore_index=True) if tables else empty
