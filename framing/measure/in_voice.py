"""Choose what is in one voice: almost wholly the outlet's own words, or almost wholly somebody else's."""

from __future__ import annotations

import pandas as pd

from framing.measure.instruments import INSTRUMENTS
from framing.measure.voice import Voice, voice_of

_TELLER = [name for name, instrument in INSTRUMENTS.items() if instrument.teller]


def in_voice(rows: pd.DataFrame, voice: Voice | None) -> pd.DataFrame:
    """Return the rows whose sentence is in a voice, whole; all rows where `voice` is None.

    `rows` have a column `quoted`, the share of a sentence's words in somebody else's mouth, 0 to 1. A sentence has one
    score for all its words, so one that mixes both voices (a fifth to four fifths quoted) tells of neither and is in
    neither "own" nor "quoted". What an instrument with `teller` measures are the outlet's own words wherever they
    stand: its rows, known by a column `instrument`, are all in "own".
    """
    if voice is None:
        return rows
    named = rows["quoted"].map(voice_of)
    if "instrument" in rows:
        named = named.mask(rows["instrument"].isin(_TELLER), "own")
    return rows[named == voice]
