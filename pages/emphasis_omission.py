"""Emphasis, tab "Left out": what each source tells, perhaps tells and does not tell."""

from __future__ import annotations

from itertools import product

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.plots import omission_matrix
from framing.plots.told import alternative, omissions_told
from pages import session
from pages.clicking import clicked, show_figure
from pages.emphasis_alone import show_alone
from pages.emphasis_omission_words import main_omission, state_told
from pages.reading import plain, show_below

SHOWN = 10  # story points that a class can take in at once
_COLUMNS = ["label", "tellers", "source", "state", "share", "probability", "common", "missing"]


def show_omissions(comparison: Comparison) -> None:
    """Show the matrix of things and sources, the passages behind a mark, and what one source alone tells."""
    table = comparison.omissions
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header("What each source tells, and what it leaves out", anchor=False)
        st.caption(plain(main_omission(comparison, table)))
        rows = _shown(comparison, table)
        points = list(dict.fromkeys(rows["point"]))
        point, source = clicked("omission", product(points, comparison.sources)) or (points[0], None)
        figure = omission_matrix(rows, comparison.sources, chosen=point, mode=session.mode())
        drawn = "Which source tells, perhaps tells or does not tell each thing"
        alt = alternative(drawn, omissions_told(table, comparison.sources))
        show_figure(figure, "omission", alt, dict(zip(rows["point"], rows["label"], strict=True)))
        st.caption(_how_to_read(set(rows["state"])))
        with st.expander("The same as a table"):
            st.dataframe(table[table["tellers"] > 1][_COLUMNS].round(3), hide_index=True, placeholder="–")
    with right:
        _show_cell(comparison, table, point, source)
    show_alone(comparison, table[table["tellers"] == 1])


def _how_to_read(states: set[str]) -> str:
    """Explain the figure, and of the states only those that are drawn."""
    said = {
        "perhaps told": " “Perhaps told”: the program found only a weak match; read it before you say that a source "
        "leaves it out.",
        "published before": " A source that was published before all who tell a thing is not said to leave it out.",
    }
    drawn = "".join(text for state, text in said.items() if state in states)
    return f"What most sources tell comes first.{drawn} Click a mark to read."


def _shown(comparison: Comparison, table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows for the figure: of two sources what one alone tells, of more what some tell and some do not."""
    count = len(comparison.sources)
    every = st.toggle("Show what all of them tell, too", key="omission-every", persist_state="session")
    open_to_doubt = (table["tellers"] < count) & ((table["tellers"] > 1) | (count < 3))
    rows = table[(table["tellers"] > 1) | (count < 3) if every else open_to_doubt]
    rows = rows if len(rows) else table
    points = list(dict.fromkeys(rows["point"]))
    more = len(points) > SHOWN + 2 and not st.toggle(
        f"Show all {len(points)} rows", key="omission-long", persist_state="session"
    )
    return rows[rows["point"].isin(points[:SHOWN])] if more else rows


def _show_cell(comparison: Comparison, table: pd.DataFrame, point: str, source: str | None) -> None:
    rows = table[table["point"] == point].to_dict("records")
    if not rows:
        st.caption("Click a mark to read the passages behind it.")
        return
    st.header(plain(rows[0]["label"]), anchor=False)
    row = next((r for r in rows if r["source"] == source), None)
    if row:
        st.markdown(plain(state_told(row)))
        if row["nearest"] and row["state"] != "told":
            show_below(comparison, [row["nearest"]], "nothing")
            st.caption("The others tell it so:")
    members = next((p.passages for p in comparison.points if p.id == point), (point,))
    show_below(comparison, members, "shared words", scrolls=True)
