"""Tone, tab "How or what": each gap split in how sources say the same things and which things they say."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.measure.differences import DIFFERS
from framing.plots.text import signed
from framing.plots.told import alternative, extremes, widest
from framing.plots.tone_split import SELECTION, WORDING, rounded, tone_split
from pages import session
from pages.clicking import show_figure
from pages.reading import plain, show_text
from pages.screen import narrow
from pages.tone_comparing import Row, choose_comparisons, chosen_pair, in_words, named, totals
from pages.tone_parts import parts, sentences_of
from pages.tone_reading import ask_for_words, show_sentences
from pages.tone_view import View

_SPLIT = ["gap", "wording", "wording_low", "wording_high", "selection", "selection_low", "selection_high"]


def show_split(view: View) -> None:
    """Show the split of the gaps between whole articles, and where the one that was clicked comes from."""
    table = choose_comparisons(view)
    whole = totals(table)
    if whole.empty:
        st.info("Only one source has sentences that this instrument can measure in this voice.")
        return
    whole = whole.assign(key=list(zip(whole["left"], whole["right"], strict=True)))
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header(f"Where the gaps in {view.scale} come from", anchor=False)
        names = [named(row) for row in whole.to_dict("records")]
        figure = tone_split(whole, names, view.instrument, narrow=narrow(), mode=session.mode())
        alt = alternative("Each gap as the sum of wording and selection", widest(whole, names))
        show_figure(figure, "splits", alt, dict(zip(whole["key"], names, strict=True)))
        with st.expander("The same as a table, with 95 % intervals"):
            st.dataframe(in_words(whole[["left", "right", *_SPLIT]]).round(3), hide_index=True, placeholder="–")
    with right:
        pair = chosen_pair(whole, "splits")
        st.header(plain(named(pair)), anchor=False)
        show_text(_told(pair, view.scale), "fr-finding")
        st.caption(
            "*How they say the same things*: the gap there would be if both told the same story points at the same "
            "length. *Which things they say*: what comes from telling other things, or giving them other space. The "
            "two add up to the gap exactly. Thin lines are 95 % intervals; one that reaches back over the "
            "beginning of its own bar includes zero. Click a bar for another comparison."
        )
    _show_parts(view, table, pair)


def _show_parts(view: View, table: pd.DataFrame, pair: Row) -> None:
    rows = parts(view, table, pair)
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header(plain(f"{named(pair)}: what adds up to the gap"), anchor=False)
        names = list(rows["name"])
        figure = tone_split(
            rows.assign(key=[(c,) for c in rows["category"]]),
            names,
            view.instrument,
            narrow=narrow(),
            mode=session.mode(),
        )
        parted = [f"Wording: {extremes(names, rows['wording'])}", f"Selection: {extremes(names, rows['selection'])}"]
        alt = alternative("Each part of the gap, as wording and selection", *parted)
        (category,) = show_figure(figure, "split-parts", alt, dict(zip(rows["category"], names, strict=True))) or (
            rows["category"].iloc[0],
        )
        with st.expander("The same as a table, with 95 % intervals"):
            st.dataframe(in_words(rows.drop(columns="category")).round(3), hide_index=True, placeholder="–")
            st.caption(
                "An interval says how unsure the tone of a part is; how many words each gives it is counted, not "
                "estimated. What one of the two tells alone has nothing to be compared with, so it has none."
            )
    with right:
        row = next((r for r in rows.to_dict("records") if r["category"] == category), rows.to_dict("records")[0])
        st.header(plain(str(row["name"])), anchor=False)
        ask_for_words(view)
        show_sentences(view, sentences_of(view, pair, str(row["category"]), set(rows["category"])))


def _told(pair: Row, scale: str) -> str:
    way = "higher" if pair["gap"] > 0 else "lower"
    who = f"{pair['left']} is {abs(pair['gap']):.2f} {way} in {scale} than {pair['right']}."
    shown = rounded([pair["wording"]], [pair["gap"]])
    wording, selection = (_interval(pair, part) for part in ("wording", "selection"))
    parts = f"{shown[WORDING][0]}{wording} comes from {WORDING}, {shown[SELECTION][0]}{selection} from {SELECTION}"
    return f"{who} Of this, {parts}.{_unsure(pair)}"


def _interval(pair: Row, part: str) -> str:
    low, high = pair[f"{part}_low"], pair[f"{part}_high"]
    return "" if pd.isna(low) else f" (95 % interval {signed(low)} to {signed(high)})"


def _unsure(pair: Row) -> str:
    """Say which parts may as well be nothing."""
    if pd.isna(pair["low"]):
        return " How sure that is cannot be told with one passage."
    names = {"wording": WORDING, "selection": SELECTION}
    zero = [name for part, name in names.items() if pair[f"{part}_low"] <= 0 <= pair[f"{part}_high"]]
    holds = {0: "", 1: f" The interval of {zero[0]} includes zero." if zero else "", 2: " Both intervals include zero."}
    unsure = " The two sources cannot be told apart with this much text." if pair["verdict"] != DIFFERS else ""
    return holds[len(zero)] + unsure
