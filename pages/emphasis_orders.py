"""Emphasis, below the tab "Order": how alike two sources' orders are, and what each source opens with."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.measure.order import LEAST_INTERVAL
from pages.reading import plain


def show_agreement(comparison: Comparison) -> None:
    """Show Kendall's tau between every two sources, the most and the least alike in words."""
    table = comparison.order_agreement
    known = table.dropna(subset="tau").sort_values(["tau", "left", "right"], ascending=False, kind="stable")
    st.subheader("How alike are two sources’ orders?", anchor=False)
    if known.empty:
        st.caption("No two sources share three story points, so their orders cannot be compared.")
        return
    most, least = known.iloc[0], known.iloc[-1]
    st.markdown(plain(_agreed(most)) + ("" if len(known) == 1 else f"  \n{plain(_agreed(least))}"))
    st.caption(
        "Kendall’s tau counts, over all pairs of things that both tell, how many stand in the same order: +1 all, −1 "
        f"none, 0 as many as not. Intervals from {LEAST_INTERVAL} shared things on; p: how often an order at random "
        "would agree or disagree as much."
    )
    with st.expander("Every two sources", expanded=len(known) < 4):
        st.dataframe(known.round(3), hide_index=True)


def show_openings(comparison: Comparison) -> None:
    """Show what each source's headline and lead tell."""
    st.subheader("What each source opens with", anchor=False)
    labels = {p.id: p.label for p in comparison.points}
    table = comparison.openings
    rows = [
        {
            "source": r["source"],
            "where": "headline" if r["headline"] else "lead",
            "tells": labels.get(r["point"], "what no other source here tells"),
            "begins": " ".join(comparison.by_id[r["passage"]].text.split()[:14]) + " …",
        }
        for r in table.to_dict("records")
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True)
    st.caption(
        "The lead is the first passage and what begins within the first fifty words. A headline tells a thing when it "
        "says the same as a sentence with which the source tells it."
    )


def _agreed(row: pd.Series) -> str:
    interval = f", {row['low']:.2f} to {row['high']:.2f}" if row["low"] == row["low"] else ""
    chance = "may be chance" if row["p"] >= 0.05 else f"p = {row['p']:.3f}"
    return f"{row['left']} and {row['right']}: tau {row['tau']:+.2f}{interval} over {row['points']} things; {chance}."
