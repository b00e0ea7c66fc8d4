"""The ribbon of a presentation as a table: what each source tells, in reading order, to be read out or by a class."""

from __future__ import annotations

import html
from collections.abc import Iterable

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.export.report_figures import DRAWINGS
from framing.measure import INSTRUMENTS
from framing.plots.text import signed
from framing.plots.theme import source_borders


def show_table(comparison: Comparison) -> None:
    """Show a table for each source, side by side: its passages with what they tell, their words and their tone."""
    st.html(tables(comparison))


def tables(comparison: Comparison) -> str:
    """Return the tables as HTML, every word in them escaped."""
    grid = DRAWINGS["ribbon"].table(comparison)
    rows = pd.DataFrame(grid.rows, columns=["source", "passage", "told", "words", "tone"])
    borders = source_borders(comparison.sources)
    sections = []
    for source in comparison.sources:
        mine = rows[rows["source"] == source].drop(columns="source")
        name = f'<h2 style="{borders[source]}">{html.escape(source)}</h2>'
        sections.append(f'<section class="fr-column">{name}{_table(source, mine.itertuples(index=False))}</section>')
    scale = INSTRUMENTS[comparison.main_instrument]
    note = f"Tone: {scale.label.lower()}, {signed(scale.low, 0)} to {signed(scale.high, 0)} ({scale.direction})."
    return (
        f'<div class="fr-columns fr-slide-tables">{"".join(sections)}</div>'
        f'<p class="fr-slide-note">{html.escape(note)}</p>'
    )


def _table(source: str, rows: Iterable[tuple[str, ...]]) -> str:
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("", "tells", "words", "tone"))
    body = "".join(
        f'<tr><th scope="row">{html.escape(number)}</th><td>{html.escape(told)}</td>'
        f"<td>{html.escape(words)}</td><td>{html.escape(tone.replace('-', '−'))}</td></tr>"
        for number, told, words, tone in rows
    )
    return (
        f'<table aria-label="Passages of {html.escape(source)}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )
