"""Emphasis, below the tab "Left out": what one source alone tells, and what another perhaps tells, too."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.plots.text import percent
from pages.address import asked, keep, sign
from pages.reading import plain, show_below


def show_alone(comparison: Comparison, table: pd.DataFrame) -> None:
    """Show, of one source, the passages that no other tells, those that another perhaps tells marked so."""
    st.header("What one source alone tells", anchor=False)
    told = table[table["state"] == "told"]
    if told.empty:
        st.caption("Every passage is told by two sources at least.")
        return
    shares = told.groupby("source")["share"].sum().reindex(comparison.sources, fill_value=0.0)
    most = str(shares.idxmax())
    if st.session_state.get("omission-alone") not in comparison.sources:
        st.session_state["omission-alone"] = asked("omission-alone", comparison.sources, most, write=sign)
    source = st.pills(
        "Source",
        comparison.sources,
        format_func=lambda s: plain(f"{s}: {percent(shares[s])} of its words"),
        required=True,
        key="omission-alone",
        persist_state="session",
    )
    keep("omission-alone", source, most, write=sign)
    mine = told[told["source"] == source]
    perhaps = table[table["state"] == "perhaps told"].groupby("point")["source"].agg(list)
    sure = [p for p in mine["point"] if p not in perhaps]
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown("**No match found in any other source**")
        show_below(comparison, sure, "nothing")
    with right:
        st.markdown("**Another source perhaps tells it, too**")
        for point in (p for p in mine["point"] if p in perhaps):
            show_below(comparison, [point], "nothing")
            st.caption(plain(f"perhaps told by {', '.join(perhaps[point])}"))
