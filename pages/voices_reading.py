"""The statements behind a figure of voices: each passage with quotation, speaker and verb marked."""

from __future__ import annotations

import html
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.markup import Card, Mark, passages
from framing.plots.theme import source_borders
from pages.reading import plain
from pages.wording_reading import share_out

MOST, LEAST = 30, 3  # passages shown, those that are folded away among them, and of each source if it has as many
_FEW = 8  # passages shown at first, though one of each source
Row = Mapping[Hashable, Any]


def show_statements(comparison: Comparison, rows: pd.DataFrame) -> None:
    """Show the passages of rows of the table of voices under their sources' names, in reading order."""
    found = {str(source): list(dict.fromkeys(part["passage"])) for source, part in rows.groupby("source")}
    counts = {source: len(ids) for source, ids in found.items()}
    at_first = share_out(counts, max(_FEW, len(counts)))
    at_most = share_out(counts, max(MOST, LEAST * len(counts)))
    _show(comparison, rows, {source: ids[: at_first[source]] for source, ids in found.items()})
    rest = {source: ids[at_first[source] : at_most[source]] for source, ids in found.items()}
    if count := sum(map(len, rest.values())):
        with st.expander(f"{count} more {'passage' if count == 1 else 'passages'}"):
            _show(comparison, rows, rest)
            for source, ids in found.items():
                if len(ids) > at_most[source]:
                    st.caption(plain(f"{len(ids) - at_most[source]} more passages of {source} are not shown."))


def _show(comparison: Comparison, rows: pd.DataFrame, chosen: Mapping[str, Sequence[str]]) -> None:
    borders = source_borders(comparison.sources)
    for source, ids in chosen.items():
        if not ids:
            continue
        st.html(f'<p class="fr-source" style="{borders[source]}">{html.escape(source)}</p>')
        read = rows[(rows["source"] == source) & rows["passage"].isin(ids)]
        st.html(
            passages([_card(comparison, group.to_dict("records")) for _, group in read.groupby("passage", sort=False)])
        )


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
