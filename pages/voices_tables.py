"""Voices: the tables behind the figure, every statement included."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.measure.voices import only_once, verbs_used
from framing.plots.voices_by_source import UNNAMED

COLUMNS = {
    "words": st.column_config.NumberColumn("words quoted"),
    "share": st.column_config.NumberColumn("share", format="%.0f %%", help="Of all words that the source quotes."),
    "named": st.column_config.CheckboxColumn("named"),
    "place": st.column_config.TextColumn("place in the article"),
    "type": st.column_config.TextColumn("direct (in quotation marks) or indirect"),
    "alone": st.column_config.CheckboxColumn("in this source only"),
}


def show_tables(shares: pd.DataFrame, voices: pd.DataFrame) -> None:
    """Show the figure as a table, who is quoted by one source only or without a name, the verbs, every statement."""
    whole, once, described, verbs, every = st.tabs(
        ["The same as a table", "Quoted by one source only", "Without a name", "Verbs", "Every statement"]
    )
    shares = shares.assign(share=shares["share"] * 100)
    shown = shares.assign(speaker=shares["speaker"].replace("", UNNAMED))
    whole.dataframe(shown, hide_index=True, column_config=COLUMNS)
    marks = ["named", "alone"]
    once.caption("Named speakers only: a description such as “two people” seldom comes up again in the same words.")
    once.dataframe(only_once(shares).drop(columns=marks), hide_index=True, column_config=COLUMNS)
    described.dataframe(without_a_name(shares).drop(columns=marks), hide_index=True, column_config=COLUMNS)
    said = voices[["source", "speaker", "verb", "place", "type", "words"]]
    every.dataframe(said.assign(speaker=said["speaker"].replace("", UNNAMED)), hide_index=True, column_config=COLUMNS)
    used = verbs_used(voices).sort_values("score", key=abs, ascending=False, kind="stable", na_position="last")
    verbs.caption(
        "With which verb each source lets each speaker speak, the least neutral first. “Said” takes no stand; "
        "“claimed” casts doubt (below 0), “confirmed” vouches for what is said (above 0). No score: the verb "
        "is not in the list."
    )
    verbs.dataframe(used.assign(speaker=used["speaker"].replace("", UNNAMED)), hide_index=True)


def without_a_name(shares: pd.DataFrame) -> pd.DataFrame:
    """Return the rows on speakers who are described, not named, those with most words first."""
    rows = shares[(shares["speaker"] != "") & ~shares["named"]]
    return rows.sort_values(["words", "source", "speaker"], ascending=[False, True, True], ignore_index=True)
