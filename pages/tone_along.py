"""Tone, tab "Along the article": how tone moves from an article's first word to its last."""

from __future__ import annotations

import streamlit as st

from framing.measure.along import FEW, WINDOW, running_means, telling_end
from framing.plots import tone_along, tone_along_each
from framing.plots.text import percent
from framing.plots.told import alternative, extremes
from pages import session
from pages.clicking import show_figure
from pages.reading import plain
from pages.screen import narrow
from pages.tone_comparing import in_words
from pages.tone_reading import ask_for_words, show_sentences
from pages.tone_view import View

MOST = 6  # sources whose lines can be told apart in one picture
GREY = "In grey are the lines of all the other sources. "


def show_along(view: View) -> None:
    """Show the running mean of each source's passages, and the passage that was clicked."""
    table = running_means(view.comparison.passages, view.comparison.tone, view.instrument.name, view.voice)
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header(f"{view.instrument.label} from the first word to the last", anchor=False)
        sources, looks = view.comparison.sources, {"mode": session.mode()}
        many = len(sources) > MOST
        figure = (
            tone_along_each(table, sources, view.instrument, narrow=narrow(), **looks)
            if many
            else tone_along(table, sources, view.instrument, **looks)
        )
        drawn = "The running mean of each source's passages by the share of its words read"
        places = [f"{s}, after {percent(p)}" for s, p in zip(table["source"], table["place"], strict=True)]
        alt = alternative(drawn, extremes(places, table["running"]))
        clicked = show_figure(figure, "along", alt, _numbered(view))
        st.caption(
            f"Small marks are passages; the line is their mean, weighted by words, over a window of "
            f"{percent(WINDOW)} of the article's words. {GREY * many}A line says nothing of its uncertainty: see "
            "*Differences* for that."
        )
        with st.expander("The same as a table"):
            st.dataframe(in_words(table.drop(columns="passage")).round(3), hide_index=True, placeholder="–")
    with right:
        shown = clicked is not None and clicked[0] in set(table["passage"])
        id, end = (clicked[0], "") if clicked and shown else telling_end(table, view.instrument)
        row = table[table["passage"] == id].iloc[0]
        begun = f"{row['source']}, after {percent(row['place'])} of its words"
        st.header(plain(begun if shown else f"The {end} passage: {begun}"), anchor=False)
        passed = "" if shown else f" Headings and other passages of at most {FEW} words are passed over here."
        st.caption(f"Click a small mark to read its passage.{passed}")
        ask_for_words(view)
        show_sentences(view, view.rows[view.rows["passage"] == id])


def _numbered(view: View) -> dict[tuple[str, str], str]:
    """Return what each mark is called: a passage by its place in its article."""
    return {(p.id, p.source): f"{p.source} · passage {p.index + 1}" for p in view.comparison.passages}
