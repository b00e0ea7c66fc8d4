"""Wording, tab "In context": where a word stands in each article, and what stands around it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.measure.wording.context import in_context
from framing.plots import barcode
from framing.plots.text import percent
from framing.plots.told import alternative, extremes
from pages import session
from pages.address import asked_text, keep
from pages.clicking import show_figure
from pages.reading import plain
from pages.wording_reading import show_passage

MOST = 80  # characters
_SHOWN = ["source", "left", "term", "right", "place"]


def show_context(comparison: Comparison) -> None:
    """Ask for a word, show where it stands in each article, and the lines around it."""
    usual = _first_word(comparison)
    st.session_state.setdefault("wording-query", asked_text("wording-query", usual, MOST))
    query = st.text_input(
        "Word or phrase",
        key="wording-query",
        persist_state="session",
        icon=":material/search:",
        width=420,
        max_chars=MOST,
        help="An asterisk stands for the rest of a word: protest* finds protests and protesters.",
    )
    keep("wording-query", query, usual)
    table = in_context(comparison.passages, query)
    if table.empty:
        asked = f"“{query.strip()}” stands in none of these articles." if query.strip() else "Type a word or a phrase."
        st.info(plain(f"{asked} With an asterisk, protest* finds protests and protesters, too."))
        return
    left, right = st.columns([5, 3], gap="large")
    with left:
        using = table["source"].nunique()
        name = "source" if using == 1 else "sources"
        st.header(plain(f"Where “{query.strip()}” stands: {len(table)} × in {using} {name}"), anchor=False)
        counts = table["source"].value_counts().reindex(comparison.sources, fill_value=0)
        most = extremes(comparison.sources, counts, "{:.0f}".format)
        alt = alternative("A strip a source, a line wherever the word stands", most)
        figure = barcode(table, comparison.sources, mode=session.mode())
        clicked = show_figure(figure, "barcode", alt, _numbered(table))
        st.caption("A strip is an article from its first word to its last, headline included. Click a line to read it.")
    with right:
        places = list(zip(table["passage"], table["start"], strict=True))
        chosen = places.index(tuple(clicked)) if clicked and tuple(clicked) in places else 0
        row = table.iloc[chosen]
        st.header(plain(f"{row['source']}, after {percent(row['place'])} of its words"), anchor=False)
        here = table[table["passage"] == row["passage"]]
        show_passage(comparison, row["passage"], list(zip(here["start"], here["end"], strict=True)))
    _show_lines(table)


def _numbered(table: pd.DataFrame) -> dict[tuple[str, int], str]:
    """Return what each line is called: its number in the table, its source and its place."""
    return {
        (row["passage"], row["start"]): f"{number} · {row['source']}, after {percent(row['place'])} of its words"
        for number, row in enumerate(table.to_dict("records"), 1)
    }


def _show_lines(table: pd.DataFrame) -> None:
    st.header("Line by line", anchor=False)
    st.dataframe(
        table[_SHOWN].assign(place=table["place"] * 100),
        hide_index=True,
        column_config={
            "source": st.column_config.TextColumn(width="small"),
            "left": st.column_config.TextColumn(alignment="right", width="large"),
            "term": st.column_config.TextColumn(alignment="center", width="small"),
            "right": st.column_config.TextColumn(width="large"),
            "place": st.column_config.NumberColumn(
                "words read", format="%.0f %%", help="Share of the article's words that stand before it.", width="small"
            ),
        },
        alt="Every place where the word stands, with what stands left and right of it.",
    )


def _first_word(comparison: Comparison) -> str:
    """Return what to look for before anything was asked: the term that is most typical of a source."""
    table = comparison.keyness
    return str(table["term"].iloc[0]) if len(table) else ""
