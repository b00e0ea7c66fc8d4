"""The statements behind a figure of voices: each passage with quotation, speaker and verb marked."""

from __future__ import annotations

import html
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.markup import Card, Mark, passages
from framing.plots.theme import source_borders
from pages.reading import plain

MOST, LEAST = 30, 3  # passages shown at once, shared out over the sources, and of each source
Row = Mapping[Hashable, Any]


def show_statements(comparison: Comparison, rows: pd.DataFrame) -> None:
    """Show the passages of rows of the table of voices under their sources' names, in reading order."""
    borders = source_borders(comparison.sources)
    each = max(MOST // max(rows["source"].nunique(), 1), LEAST)
    for source, part in rows.groupby("source"):
        shown = list(dict.fromkeys(part["passage"]))
        st.html(f'<p class="fr-source" style="{borders[source]}">{html.escape(str(source))}</p>')
        read = part[part["passage"].isin(shown[:each])]
        cards = [_card(comparison, group.to_dict("records")) for _, group in read.groupby("passage", sort=False)]
        st.html(passages(cards))
        if len(shown) > each:
            st.caption(f"{len(shown) - each} more passages of {plain(str(source))} are not shown.")


def _card(comparison: Comparison, rows: list[Row]) -> Card:
    marks = [mark for row in rows for mark in _marks(row)]
    words = sum(row["words"] for row in rows)
    verbs = ", ".join(dict.fromkeys(row["verb"].lower() for row in rows if row["verb"])) or "no verb of its own"
    count = "1 word" if words == 1 else f"{words} words"
    return Card(comparison.by_id[rows[0]["passage"]], tuple(marks), f"{verbs} · {count} quoted · {rows[0]['place']}")


def _marks(row: Row) -> list[Mark]:
    note = "in quotation marks" if row["type"] == "direct" else "reported, without quotation marks"
    marks = [Mark(row["start"], row["end"], "quoted", note)]
    if row["called_start"] >= 0:
        end = row["called_start"] + len(row["called"])
        marks.append(Mark(row["called_start"], end, "speaker", f"speaker: {row['speaker'] or 'not said who'}"))
    if row["verb_start"] >= 0:
        marks.append(Mark(row["verb_start"], row["verb_start"] + len(row["verb"]), "verb", "verb"))
    return marks
