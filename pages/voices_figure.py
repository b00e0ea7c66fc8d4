"""Voices: the figure of who speaks in which source, and the tables behind it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from framing.measure.voices import only_once, verbs_used
from framing.plots import voices_by_source
from framing.plots.voices_by_source import UNNAMED
from pages import session

SHARED, LONE = 12, 14  # speakers drawn at most: quoted by several sources, by one only
COLUMNS = {
    "words": st.column_config.NumberColumn("words quoted"),
    "share": st.column_config.NumberColumn("share of the source's quoted words", format="percent"),
    "alone": st.column_config.CheckboxColumn("in this source only"),
}


def drawn(shares: pd.DataFrame) -> list[str]:
    """Return the speakers to draw: those of several sources first, then those of one only, source by source."""
    by_speaker = shares[shares["speaker"] != ""].groupby("speaker")
    most = by_speaker.agg(share=("share", "sum"), alone=("alone", "first"), source=("source", "first"))
    most = most.sort_values("share", ascending=False, kind="stable")
    shared, lone = most[~most["alone"]].head(SHARED), most[most["alone"]].head(LONE)
    unnamed = [""] if (shares["speaker"] == "").any() else []
    return [*shared.index, *lone.sort_values(["source", "share"], ascending=[True, False]).index, *unnamed]


def lead(shares: pd.DataFrame) -> str:
    """Return in a sentence or two what the figure shows."""
    named = shares[shares["speaker"] != ""]
    if named.empty:
        return "Nobody who is quoted here is named."
    lone, count = named[named["alone"]]["speaker"].nunique(), named["speaker"].nunique()
    top = named.groupby("speaker")["share"].sum().sort_values(ascending=False, kind="stable").index[0]
    heard, sources = named[named["speaker"] == top]["source"].nunique(), shares["source"].nunique()
    many = "1 speaker is quoted" if count == 1 else f"{count} speakers are quoted"
    return f"{many}, {lone} of them by one source only. {top} gets the largest part, in {heard} of {sources} sources."


def show_speakers(shares: pd.DataFrame, speakers: Sequence[str], sources: Sequence[str]) -> None:
    """Show the figure; a click chooses speaker and source."""
    with st.container(key="voices-wide"):
        st.plotly_chart(
            voices_by_source(shares, speakers, sources, mode=session.mode()),
            key="voices-figure",
            on_select=_take_click,
            selection_mode="points",
            theme=None,
            config={"displayModeBar": False},
            alt="Share of each source's quoted words that each speaker gets. The table below holds the same.",
        )
    more = shares.loc[shares["speaker"] != "", "speaker"].nunique() - sum(map(bool, speakers))
    st.caption(
        "The bar and the number are percent of the words that the source quotes. **Hatched, name in italics: quoted by "
        "one source only.** A small dot: this source does not quote the speaker."
        + (f" Not drawn, but in the table: {more} more with fewer words." if more else "")
    )


def show_tables(shares: pd.DataFrame, voices: pd.DataFrame) -> None:
    """Show what the figure shows as a table, who is quoted by one source only, and the verbs."""
    whole, once, verbs = st.tabs(["The same as a table", "Quoted by one source only", "Verbs"])
    named = shares.assign(speaker=shares["speaker"].replace("", UNNAMED))
    whole.dataframe(named, hide_index=True, column_config=COLUMNS)
    once.dataframe(only_once(shares).drop(columns="alone"), hide_index=True, column_config=COLUMNS)
    used = verbs_used(voices).sort_values("score", key=abs, ascending=False, kind="stable", na_position="last")
    verbs.caption(
        "With which verb each source lets each speaker speak, the least neutral first. “Said” takes no stand; "
        "“claimed” casts doubt (below 0), “confirmed” vouches for what is said (above 0). No score: the verb "
        "is not in the list."
    )
    verbs.dataframe(used.assign(speaker=used["speaker"].replace("", UNNAMED)), hide_index=True)


def _take_click() -> None:
    for point in st.session_state["voices-figure"]["selection"]["points"][:1]:
        st.session_state["voices-speaker"], st.session_state["voices-source"] = point["customdata"]
