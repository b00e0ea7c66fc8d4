"""Mean scores of passages, and of story points by source, for showing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from framing.measure.in_voice import in_voice
from framing.measure.instruments import INSTRUMENTS
from framing.measure.resample import Group, bootstrap_means, generator
from framing.measure.voice import Voice
from framing.records import StoryPoint

POINT_COLUMNS = ["point", "source", "mean", "low", "high", "words", "sentences"]


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


def point_means(
    tone: pd.DataFrame,
    points: Sequence[StoryPoint],
    instrument: str,
    voice: Voice | None = None,
    *,
    resamples: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Return one row a story point and source that tells it, and rows with point "all" for whole articles.

    Columns: point (id, or "all"), source, mean (on the instrument's scale), low and high (95 % interval by resampling
    passages, inside the instrument's range; both NaN where one passage alone was measured), words, sentences.
    """
    scale = INSTRUMENTS[instrument]
    means = passage_means(tone, instrument, voice)
    scopes = [("all", set(means["passage"])), *((p.id, set(p.passages)) for p in points)]
    rows = []
    for scope, members in scopes:
        for source, part in means[means["passage"].isin(members)].groupby("source", sort=True):
            words = part["words"].to_numpy(dtype=np.float64)
            group = Group(part["mean"].to_numpy(dtype=np.float64) * words, words)
            low = high = float("nan")
            if len(words) > 1:
                drawn = bootstrap_means(group, resamples, generator(seed, instrument, scope, str(source)))
                low, high = np.quantile(drawn, [0.025, 0.975]).clip(scale.low, scale.high)
            rows.append((scope, source, group.mean, low, high, words.sum(), int(part["sentences"].sum())))
    return pd.DataFrame(rows, columns=POINT_COLUMNS)
