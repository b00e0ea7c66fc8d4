"""Wording, tab "Stand out": the terms each source uses more than all the others, and the sentences behind one."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.measure.wording.keyness import LEANS, STANDS_OUT, least_count, top_terms
from framing.plots import keyness as keyness_figure
from framing.plots.told import alternative, typical
from pages import session
from pages.clicking import show_figure
from pages.reading import plain
from pages.screen import narrow
from pages.wording_choosing import Terms, choose_terms
from pages.wording_every_term import show_table
from pages.wording_one_term import show_term

_MOST, _MOST_OF_MANY, _MANY = 7, 4, 6  # terms a source; with more than six sources fewer, so that all can be seen


def show_terms(comparison: Comparison) -> None:
    """Show what stands out, the sentences behind the term that was clicked, and the table."""
    terms = choose_terms(comparison)
    table = terms.table
    if table.empty:
        st.info("No term of this length is used twice in these words. Choose other lengths or words, or add articles.")
        return
    shown = top_terms(table, _MOST_OF_MANY if len(comparison.sources) > _MANY else _MOST)
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header("The words each source uses more than all the others", anchor=False)
        st.markdown(_verdict(table))
        figure = keyness_figure(shown, comparison.sources, narrow=narrow(), mode=session.mode())
        alt = alternative("For each source the terms it uses more than all others, with z", typical(shown))
        clicked = show_figure(figure, "keyness", alt)
        st.caption(_how_to_read(terms))
    with right:
        found = table[(table["source"] == clicked[0]) & (table["term"] == clicked[1])] if clicked else table.iloc[:0]
        show_term(terms, (found if len(found) else table).iloc[0])
    show_table(table)


def _verdict(table: pd.DataFrame) -> str:
    """Say whether anything stands out with this much text."""
    sure, leaning = ((table["verdict"] == verdict).sum() for verdict in (STANDS_OUT, LEANS))
    if sure:
        return f"{sure} of {len(table):,} comparisons stand out, with false discoveries held at 5 % of a source's list."
    return (
        f"**Nothing stands out for certain with this much text**: {leaning} of {len(table):,} comparisons reach a z of "
        f"1.96, and chance alone would let up to {len(table) * 0.05:,.0f} reach it. Take them as places to start."
    )


def _how_to_read(terms: Terms) -> str:
    words = {s: sum(p.words for p in terms.passages if p.source == s) for s in set(terms.table["source"])}
    shortest = min(words, key=lambda source: (words[source], source))
    return (
        "A bar is z: the gap between this source's rate and that of all the others together, in standard errors; the "
        f"dotted line is 1.96. Beside it, uses here : uses in all the others. With {words[shortest]:,} words, "
        f"{plain(shortest)} has to use a word that nobody else uses {least_count(terms.passages, shortest)} times to "
        "reach the line. Click a term to read its sentences."
    )
