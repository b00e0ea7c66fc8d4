"""Emphasis, below the tab "Order": how alike two sources' orders are, and what each source opens with."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.measure.order import LEAST_INTERVAL
from framing.plots.text import signed
from framing.records import Passage
from pages.reading import plain

SURE = 0.05  # false discoveries among the pairs said to stand out
_OPENING = 14  # words that show what a passage is


def show_agreement(comparison: Comparison) -> None:
    """Show Kendall's tau between every two sources, and in words those that stand out, or that none does."""
    table = comparison.order_agreement
    known = table.dropna(subset="tau").sort_values(["tau", "left", "right"], ascending=False, kind="stable")
    st.header("How alike are two sources’ orders?", anchor=False)
    if known.empty:
        st.caption("No two sources share three story points, so their orders cannot be compared.")
        return
    st.markdown(_main(known))
    st.caption(
        "Kendall’s tau counts, over all pairs of things that both tell, how many stand in the same order: +1 all, −1 "
        f"none, 0 as many as not. Intervals from {LEAST_INTERVAL} shared things on. p: how often an order at random "
        "would agree or disagree as much; q: the same, corrected for the number of pairs looked at."
    )
    with st.expander("Every two sources", expanded=len(known) < 4):
        st.dataframe(
            known.rename(columns={"left": "one source", "right": "the other"}).round(3),
            hide_index=True,
            placeholder="–",
        )


def show_openings(comparison: Comparison) -> None:
    """Show what each source's headline and lead tell."""
    st.header("What each source opens with", anchor=False)
    labels = {p.id: p.label for p in comparison.points}
    heads = {p.source: p for p in comparison.passages if p.kind == "headline"}
    table = comparison.openings
    rows = [
        {
            "source": r["source"],
            "where": " and ".join(part for part in ("headline", "lead") if r[part]),
            "tells": labels.get(r["point"], "what no other source here tells"),
            "begins": _begins(heads.get(r["source"]) if r["headline"] else None, comparison.by_id[r["passage"]]),
        }
        for r in table.to_dict("records")
    ]
    widths = {"source": 170, "where": 140, "tells": 320}  # pixels; else the longest words in them are cut
    looks = {name: st.column_config.TextColumn(width=width) for name, width in widths.items()}
    st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=looks)
    st.caption(
        "The lead is the first passage and what begins within the first fifty words. A headline tells a thing when it "
        "says the same as a sentence with which the source tells it."
    )


def _main(known: pd.DataFrame) -> str:
    """Tell the most and the least alike of the pairs that chance hardly explains, else the pair that shares most."""
    sure = known[known["q"] < SURE]
    if len(sure):
        ends = sure.sort_values(["tau", "points"], ascending=False, kind="stable").iloc[[0, -1]].drop_duplicates()
        return "  \n".join(plain(_agreed(row)) for _, row in ends.iterrows())
    widest = plain(_agreed(known.sort_values("points", ascending=False, kind="stable").iloc[0]))
    if len(known) == 1:
        return widest
    none = f"None of {len(known)} pairs agrees or disagrees more than chance makes them."
    return f"{none} The pair that shares most: {widest}"


def _begins(headline: Passage | None, passage: Passage) -> str:
    words = (headline or passage).text.split()
    return " ".join(words[:_OPENING]) + (" …" if len(words) > _OPENING else "")


def _agreed(row: pd.Series) -> str:
    interval = f", {signed(row['low'])} to {signed(row['high'])}" if row["low"] == row["low"] else ""
    chance = f"q = {row['q']:.3f}" if row["q"] < SURE else "may be chance"
    if row["p"] < SURE <= row["q"]:
        chance = f"p = {row['p']:.3f}, but among so many pairs one is so now and then by chance"
    return (
        f"{row['left']} and {row['right']}: tau {signed(row['tau'])}{interval} over {row['points']} things; {chance}."
    )
