"""Tone towards each actor, each source beside all the others that name it."""

from __future__ import annotations

import pandas as pd

from framing.measure.beside import COLUMNS as BESIDE
from framing.measure.beside import beside_others
from framing.measure.in_voice import in_voice
from framing.measure.voice import Voice

COLUMNS = ["actor", *BESIDE[1:], "mentions"]


def toward_sources(actor_tone: pd.DataFrame, voice: Voice | None = None) -> pd.DataFrame:
    """Return one row an actor and source that names it, columns `COLUMNS`, as `beside_others` returns them.

    `actor_tone` is the table of `measure.actor_tone`; means run from -1 negative … +1 positive over mentions, which all
    weigh the same; with a voice, over the mentions in sentences that `in_voice` counts to it. Intervals come from
    resampling passages, and `q` is corrected for all actors and sources together. An actor that one source alone names
    in this voice has no rows.
    """
    heard = in_voice(actor_tone, voice)
    compared = beside_others(heard.rename(columns={"actor": "instrument"}))
    table = compared.rename(columns={"instrument": "actor"})
    table[["low", "high"]] = table[["low", "high"]].clip(-1.0, 1.0)  # of two passages an interval may leave the scale
    counts = heard.groupby(["actor", "source"]).size().rename("mentions")
    return table.merge(counts.reset_index(), "left", ["actor", "source"])[COLUMNS]
