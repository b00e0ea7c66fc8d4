"""Tone towards each actor, each source beside all the others that name it."""

from __future__ import annotations

import pandas as pd

from framing.measure.beside import COLUMNS as BESIDE
from framing.measure.beside import beside_others
from framing.measure.voice import Voice

COLUMNS = ["actor", *BESIDE[1:], "mentions"]


def toward_sources(actor_tone: pd.DataFrame, voice: Voice | None = None) -> pd.DataFrame:
    """Return one row an actor and source that names it, columns `COLUMNS`, as `beside_others` returns them.

    `actor_tone` is the table of `measure.actor_tone`; means run from -1 negative … +1 positive over mentions, which all
    weigh the same; with a voice, by the share of their sentence in it. Intervals come from resampling passages, and `q`
    is corrected for all actors and sources together. An actor that one source alone names in this voice has no rows.
    """
    compared = beside_others(actor_tone.rename(columns={"actor": "instrument"}), voice)
    table = compared.rename(columns={"instrument": "actor"})
    table[["low", "high"]] = table[["low", "high"]].clip(-1.0, 1.0)  # of two passages an interval may leave the scale
    counts = heard(actor_tone, voice).groupby(["actor", "source"]).size().rename("mentions")
    return table.merge(counts.reset_index(), "left", ["actor", "source"])[COLUMNS]


def heard(actor_tone: pd.DataFrame, voice: Voice | None) -> pd.DataFrame:
    """Return the mentions whose sentence has words in the voice, all without one."""
    quoted = actor_tone["quoted"]
    return actor_tone[{"own": quoted < 1, "quoted": quoted > 0}.get(voice or "", quoted >= 0)]
