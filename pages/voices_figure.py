"""Voices: the figure of who speaks in which source, and the tables behind it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from framing.plots import voices_by_source
from framing.plots.told import alternative, most_heard
from pages import session
from pages.clicking import draw
from pages.screen import narrow
from pages.voices_tables import without_a_name

SHARED, LONE = 12, 14  # speakers drawn at most: quoted by several sources, by one only


def drawn(shares: pd.DataFrame) -> list[str]:
    """Return the speakers to draw: those of several sources first, then named ones of one only, source by source.

    Descriptions of one source are drawn only where nobody is named.
    """
    known = shares[shares["speaker"] != ""]
    known = known[
        known["named"] | (known.groupby("speaker")["source"].transform("nunique") > 1) | ~known["named"].any()
    ]
    most = known.groupby("speaker").agg(share=("share", "sum"), alone=("alone", "first"), source=("source", "first"))
    most = most.sort_values("share", ascending=False, kind="stable")
    shared, lone = most[~most["alone"]].head(SHARED), most[most["alone"]].head(LONE)
    unnamed = [""] if (shares["speaker"] == "").any() else []
    return [*shared.index, *lone.sort_values(["source", "share"], ascending=[True, False]).index, *unnamed]


def lead(shares: pd.DataFrame) -> str:
    """Return in a sentence or two what the figure shows."""
    named = shares[shares["named"]]
    if named.empty:
        return "Nobody who is quoted here is named."
    others = without_a_name(shares)["speaker"].nunique()
    lone, count = named[named["alone"]]["speaker"].nunique(), named["speaker"].nunique()
    top = named.groupby("speaker")["share"].sum().sort_values(ascending=False, kind="stable").index[0]
    heard, sources = named[named["speaker"] == top]["source"].nunique(), shares["source"].nunique()
    many = "1 named speaker is quoted" if count == 1 else f"{count} named speakers are quoted"
    described = "1 more is" if others == 1 else f"{others} more are"
    rest = f" {described} described, not named, and listed apart." if others else ""
    if count == 1:
        return f"{many}: {top}, in {heard} of {sources} sources.{rest}"
    first = f"{many}, {lone} of them by one source only."
    return f"{first} {top} gets the largest part, in {heard} of {sources} sources.{rest}"


def show_speakers(shares: pd.DataFrame, speakers: Sequence[str], sources: Sequence[str]) -> None:
    """Show the figure; a click chooses speaker and source."""
    draw(
        voices_by_source(shares, speakers, sources, narrow=narrow(), mode=session.mode()),
        "voices-figure",
        _take_click,
        alternative("Share of each source's quoted words that each speaker gets", most_heard(shares)),
    )
    more = shares.loc[shares["named"] & ~shares["speaker"].isin(speakers), "speaker"].nunique()
    st.caption(
        "The bar and the number are percent of the words that the source quotes. **Hatched, name in italics: quoted by "
        "one source only.** A small dot: this source does not quote the speaker. Speakers whom one source only "
        "describes without a name stand in the table *Without a name*."
        + (f" Not drawn, but in the table: {more} more named speakers with fewer words." if more else "")
    )


def _take_click() -> None:
    for point in st.session_state["voices-figure"]["selection"]["points"][:1]:
        st.session_state["voices-speaker"], st.session_state["voices-source"] = point["customdata"]
