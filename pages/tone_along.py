"""Tone, tab "Along the article": how tone moves from an article's first word to its last."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from framing.measure.means import passage_means
from framing.plots import tone_along
from pages import session
from pages.reading import plain
from pages.tone_reading import ask_for_words, show_sentences
from pages.tone_view import View, show_figure

WINDOW = 0.25  # of an article's words: long enough to smooth a single sentence out, short enough to show a turn

_FEW = 10  # words: a heading's tone is easily the lowest, and tells little


def show_along(view: View) -> None:
    """Show the running mean of each source's passages, and the passage that was clicked."""
    table = running(view)
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.subheader(f"{view.instrument.label} from the first word to the last", anchor=False)
        figure = tone_along(table, view.comparison.sources, view.instrument, mode=session.mode())
        alt = "The running mean of each source's passages by the share of its words read; the table holds the same."
        clicked = show_figure(figure, "along", alt)
        st.caption(
            f"Small marks are passages; the line is their mean, weighted by words, over a window of {WINDOW:.0%} of "
            "the article's words. A line says nothing of its uncertainty: see *Differences* for that."
        )
        with st.expander("The same as a table"):
            st.dataframe(table.drop(columns="passage").round(3), hide_index=True)
    with right:
        known = set(table["passage"])
        body = table[table["words"] > _FEW] if (table["words"] > _FEW).any() else table
        lowest = body.loc[body["mean"].idxmin(), "passage"]
        id = clicked[0] if clicked and clicked[0] in known else lowest
        row = table[table["passage"] == id].iloc[0]
        begun = f"{row['source']}, after {row['place']:.0%} of its words"
        st.subheader(plain(begun if clicked else f"The lowest passage: {begun}"), anchor=False)
        st.caption("Click a small mark to read its passage.")
        ask_for_words(view)
        show_sentences(view, view.rows[view.rows["passage"] == id])


def running(view: View) -> pd.DataFrame:
    """Return one row a passage in reading order: source, passage, place (0 to 1, its middle), words, mean, running."""
    measured = passage_means(view.comparison.tone, view.instrument.name, view.voice).set_index("passage")
    tables = []
    for source in view.comparison.sources:
        passages = [p for p in view.comparison.passages if p.source == source]
        table = pd.DataFrame({"passage": [p.id for p in passages], "read": [p.words for p in passages]})
        place = (table["read"].cumsum() - table["read"] / 2) / table["read"].sum()
        found = table.assign(source=source, place=place).join(measured[["mean", "words"]], "passage", "inner")
        near = np.abs(np.subtract.outer(found["place"].to_numpy(), found["place"].to_numpy())) <= WINDOW / 2
        weights = near * found["words"].to_numpy()
        means = (weights * found["mean"].to_numpy()).sum(axis=1) / weights.sum(axis=1)
        tables.append(found.assign(running=means))
    return pd.concat(tables, ignore_index=True)[["source", "passage", "place", "words", "mean", "running"]]
