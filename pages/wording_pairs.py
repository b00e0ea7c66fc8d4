"""One swap, or several of the same words, with both sentences side by side."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import streamlit as st

from framing.comparison import Comparison
from framing.markup import columns
from framing.plots.theme import source_borders
from pages.reading import plain
from pages.wording_reading import sentence_card

Row = Mapping[Hashable, Any]


def show_group(comparison: Comparison, name: str, rows: list[Row], number: int) -> None:
    """Show the surest of the swaps of the same words, and the others on request."""
    with st.container(border=True, key=f"swap-{number}"):
        first = rows[0]
        st.markdown(f"**{plain(name)}**")
        st.caption(plain(f"{first['kind']}: {first['reason']}."))
        _show_pair(comparison, first)
        if len(rows) > 1:
            label = f"{len(rows) - 1} more pairs of sentences" if len(rows) > 2 else "1 more pair of sentences"
            with st.expander(label, key=f"swap-more-{number}", on_change="rerun") as more:
                if more.open:
                    for row in rows[1:]:
                        _show_pair(comparison, row)


def _show_pair(comparison: Comparison, row: Row) -> None:
    cards = []
    for side in ("left", "right"):
        passage = comparison.by_id[row[f"{side}_passage"]]
        sentence = passage.sentences[row[f"{side}_sentence"]]
        note = "inside quotation marks" if row[f"{side}_quoted"] else ""
        cards.append(sentence_card(passage, sentence, ((row[f"{side}_start"], row[f"{side}_end"]),), note))
    sources = [card.passage.source for card in cards]
    st.html(columns(cards, sources, source_borders(comparison.sources)))
