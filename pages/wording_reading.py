"""Sentences with the words that a figure of wording is about, under their sources' names."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.markup import Card, Mark, passages
from framing.plots.text import percent
from framing.plots.theme import source_borders
from framing.records import Passage, Sentence
from pages.reading import plain

MOST = 30  # sentences shown, those that are folded away among them
_FEW = 6  # sentences shown at first, so that what follows is near


def show_places(comparison: Comparison, table: pd.DataFrame, *, first: str | None = None) -> None:
    """Show the sentences of a table of `measure.wording.in_context`, those of the source `first` before the others."""
    cards = _cards(comparison, table)
    order = sorted(comparison.sources, key=lambda source: source != first)
    found = {source: [card for card in cards if card.passage.source == source] for source in order}
    at_first, at_most = (share_out({source: len(mine) for source, mine in found.items()}, n) for n in (_FEW, MOST))
    _show_cards(comparison, {source: mine[: at_first[source]] for source, mine in found.items()})
    rest = {source: mine[at_first[source] : at_most[source]] for source, mine in found.items()}
    if count := sum(map(len, rest.values())):
        with st.expander(f"{count} more {'sentence' if count == 1 else 'sentences'}"):
            _show_cards(comparison, rest)
            for source, mine in found.items():
                if len(mine) > at_most[source]:
                    st.caption(plain(f"{len(mine) - at_most[source]} more of {source} are not shown."))


def _show_cards(comparison: Comparison, found: Mapping[str, Sequence[Card]]) -> None:
    """Show cards under the names of their sources."""
    borders = source_borders(comparison.sources)
    for source, mine in found.items():
        if mine:
            st.html(f'<p class="fr-source" style="{borders[source]}">{html.escape(source)}</p>')
            st.html(passages(mine))


def share_out(wanted: Mapping[str, int], most: int) -> dict[str, int]:
    """Share out `most` places in turn, so that each source gets some of what it wants."""
    given = dict.fromkeys(wanted, 0)
    for _ in range(most):
        open_ = [source for source in wanted if given[source] < wanted[source]]
        if not open_:
            break
        given[min(open_, key=lambda source: given[source])] += 1
    return given


def sentence_card(passage: Passage, sentence: Sentence, marks: tuple[tuple[int, int], ...], note: str = "") -> Card:
    """Return one sentence of a passage with the marks, given as characters of the passage, that lie in it."""
    alone = Passage(
        passage.id, passage.article, passage.source, 0, "body", sentence.text, (Sentence(sentence.text, 0),)
    )
    inside = tuple(Mark(a - sentence.start, b - sentence.start, "term") for a, b in marks)
    return Card(alone, inside, note)


def _cards(comparison: Comparison, table: pd.DataFrame) -> list[Card]:
    """Return a card for each sentence in which one of the places stands."""
    found: dict[tuple[str, int], list[tuple[int, int]]] = {}
    place: dict[tuple[str, int], float] = {}
    for row in table.to_dict("records"):
        passage = comparison.by_id[row["passage"]]
        index = next((i for i, s in enumerate(passage.sentences) if s.start <= row["start"] < s.end), 0)
        found.setdefault((passage.id, index), []).append((row["start"], row["end"]))
        place.setdefault((passage.id, index), row["place"])
    cards = []
    for (id, index), marks in found.items():
        passage = comparison.by_id[id]
        note = "in the headline" if passage.kind == "headline" else f"after {percent(place[id, index])} of its words"
        cards.append(sentence_card(passage, passage.sentences[index], tuple(marks), note))
    return cards


def show_passage(comparison: Comparison, id: str, marks: Sequence[tuple[int, int]]) -> None:
    """Show one whole passage with marks, given as characters of the passage."""
    passage = comparison.by_id[id]
    st.html(passages([Card(passage, tuple(Mark(a, b, "term") for a, b in marks))]))
