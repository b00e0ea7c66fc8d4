"""Tone, tab "Differences": the gaps between sources with their intervals, in whole articles and on story points."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.measure.differences import DIFFERS
from framing.plots.told import alternative, widest
from framing.plots.tone_gaps import tone_gaps
from pages import session
from pages.clicking import show_figure
from pages.reading import plain, show_text
from pages.screen import narrow
from pages.tone_comparing import Row, choose_comparisons, chosen_pair, in_words, named, sides_of, told, totals
from pages.tone_reading import ask_for_words, show_sentences
from pages.tone_view import View

_SHOWN = ["left", "right", "left_mean", "right_mean", "gap", "low", "high", "verdict", "detectable", "p", "q"]
_COUNTED = [*_SHOWN, "left_words", "right_words"]


def show_gaps(view: View) -> None:
    """Show the gaps between whole articles, and for the one that was clicked those on each story point."""
    table = choose_comparisons(view)
    whole = totals(table)
    if whole.empty:
        st.info("Only one source has sentences that this instrument can measure in this voice.")
        return
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header(f"How far apart in {view.scale}: whole articles", anchor=False)
        names = {(r["left"], r["right"], r["scope"]): named(r) for r in whole.to_dict("records")}
        figure = tone_gaps(whole, list(names.values()), view.instrument, narrow=narrow(), mode=session.mode())
        alt = alternative("Gaps between whole articles with 95 % intervals", widest(whole, names.values()))
        show_figure(figure, "gaps", alt, names)
        st.caption(_summary(table, whole))
        with st.expander("The same as a table"):
            st.dataframe(in_words(table[table["scope"] == "all"][_COUNTED]).round(3), hide_index=True, placeholder="–")
    pair = chosen_pair(whole, "gaps")
    with right:
        st.header(plain(named(pair)), anchor=False)
        show_text(told(pair, view.scale), "fr-finding")
        st.caption("Click a dot to see that comparison. Below: the same two, on each thing both tell.")
    _show_story_points(view, table[(table["left"] == pair["left"]) & (table["right"] == pair["right"])], pair)


def _show_story_points(view: View, table: pd.DataFrame, pair: Row) -> None:
    rows = table[table["scope"] != "all"].sort_values("gap", key=lambda gap: -gap.abs(), kind="stable")
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header(plain(f"{named(pair)}: story point by story point"), anchor=False)
        if rows.empty:
            st.info("The two have no measured story point in common.")
            return
        names = [view.labels[scope] for scope in rows["scope"]]
        figure = tone_gaps(rows, names, view.instrument, narrow=narrow(), mode=session.mode())
        labels = {(pair["left"], pair["right"], scope): view.labels[scope] for scope in rows["scope"]}
        alt = alternative("Gaps on each story point with 95 % intervals", widest(rows, names))
        scope = (show_figure(figure, "point-gaps", alt, labels) or (None, None, None))[-1]
        with st.expander("The same as a table"):
            shown = rows[["scope", *_COUNTED]].assign(scope=names)
            st.dataframe(in_words(shown).round(3), hide_index=True, placeholder="–")
    with right:
        row = next((r for r in rows.to_dict("records") if r["scope"] == scope), rows.to_dict("records")[0])
        point = next(p for p in view.comparison.points if p.id == row["scope"])
        st.header(plain(point.label), anchor=False)
        show_text(told(row, view.scale))
        ask_for_words(view)
        sources = set.union(*sides_of(view, row))
        measured = view.rows
        show_sentences(view, measured[measured["passage"].isin(point.passages) & measured["source"].isin(sources)])


def _summary(table: pd.DataFrame, whole: pd.DataFrame) -> str:
    every = table[table["scope"] == "all"]
    unsure = int((every["verdict"] != DIFFERS).sum())
    said = f"{unsure} of {len(every)} cannot be told apart with this much text (hollow). " if unsure else ""
    rest = f"The {len(whole)} widest of {len(every)}; all are in the table. " if len(whole) < len(every) else ""
    return (
        f"{rest}{said}The shaded band is what this much text cannot show: a gap inside it would be found less than "
        "four times in five; where there is none, so few passages could show no gap at all. Verdicts are corrected for "
        "the number of comparisons."
    )
