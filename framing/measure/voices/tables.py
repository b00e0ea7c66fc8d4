"""Tables made from the voices of an event: who gets how many words, who is heard in one source only, which verbs."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from framing.measure.lexicon import load_lexicon

SHARE_COLUMNS = ["source", "speaker", "words", "share", "statements", "named", "alone"]
VERB_COLUMNS = ["source", "speaker", "verb", "statements", "score", "stance"]


def speaker_shares(voices: pd.DataFrame, *, named: Collection[str] | None = None) -> pd.DataFrame:
    """Return one row per source and speaker it quotes, by source, the speaker with most words first.

    Columns: source; speaker, "" where nobody could be told; words quoted; share of all the words that the source
    quotes, 0 to 1; statements, how many; named, whether the speaker is one of `named`, all are where that is left out;
    alone, whether a named speaker is quoted by no other source of the table: a description such as "two people" seldom
    recurs, so that it says nothing of what others leave out. Takes the table that `voices` returns, or rows of it.
    """
    grouped = voices.groupby(["source", "speaker"], as_index=False)
    table = grouped.agg(words=("words", "sum"), statements=("words", "size"))
    table["share"] = table["words"] / table.groupby("source")["words"].transform("sum").clip(lower=1)
    table["named"] = (table["speaker"] != "") & (True if named is None else table["speaker"].isin(list(named)))
    table["alone"] = (table.groupby("speaker")["source"].transform("nunique") == 1) & table["named"]
    ordered = table.sort_values(["source", "words", "speaker"], ascending=[True, False, True], ignore_index=True)
    return ordered[SHARE_COLUMNS]


def only_once(shares: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `speaker_shares` on those whom one source only quotes, those with most words first."""
    alone = shares[shares["alone"]]
    return alone.sort_values(["words", "source", "speaker"], ascending=[False, True, True], ignore_index=True)


def verbs_used(voices: pd.DataFrame) -> pd.DataFrame:
    """Return one row per source, speaker and verb, the verbs used most first.

    Columns: source, speaker; verb, as written but small; statements, how many; score of the verb in the list of
    reporting verbs, -1 casts doubt … 0 neutral … +1 vouches for what is said, NaN where the list has no such verb;
    stance, the list's word for it: "neutral", "doubting", "conceding", "heated" …, "" for none.
    """
    spoken = voices[voices["verb"] != ""].assign(verb=voices["verb"].str.lower())
    table = spoken.groupby(["source", "speaker", "verb"], as_index=False).agg(statements=("words", "size"))
    judged = {verb: _judged(verb) for verb in table["verb"].unique()}
    table["score"] = table["verb"].map(lambda verb: judged[verb][0]).astype(float)
    table["stance"] = table["verb"].map(lambda verb: judged[verb][1])
    ordered = table.sort_values(["source", "statements", "speaker", "verb"], ascending=[True, False, True, True])
    return ordered.reset_index(drop=True)[VERB_COLUMNS]


def _judged(verb: str) -> tuple[float, str]:
    """Return a verb's score and stance."""
    hits = load_lexicon("attribution").find(verb)
    if not hits:
        return float("nan"), ""
    return hits[0].entry.score, hits[0].entry.reason.split(":")[0]
