"""Sentences behind a figure of tone, each with its score and the words that made it."""

from __future__ import annotations

import html
from collections.abc import Callable, Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from framing.embed import load_encoder
from framing.marks import score_marks
from framing.markup import Card, passages
from framing.measure import explain
from framing.measure.explain import Word
from framing.plots.text import percent, signed
from framing.plots.theme import source_borders
from framing.records import Passage, Sentence
from pages.tone_view import View

Row = Mapping[Hashable, Any]
MOST = 30  # sentences shown at once
_TELLING = 1 / 3  # of what the strongest word did; leaving out any word at all changes a probe's score a little
_LEFT_OUT = ("rated", "loaded")  # leaving out every word in turn means embedding the sentence as often: a moment each


def ask_for_words(view: View) -> None:
    """Ask whether to mark the words that made the score, where finding them takes a while."""
    if view.instrument.name in _LEFT_OUT:
        st.toggle(
            "Mark the words that made the score",
            key="tone-words",
            persist_state="session",
            help="Each word of the sentences shown is left out in turn, and the score is taken again.",
        )


def show_sentences(view: View, rows: pd.DataFrame, note: Callable[[Row], str] | None = None) -> None:
    """Show the sentences of rows of the tone table under their sources' names.

    With a `note` of its own for each, in the rows' order, else the sources in their usual one.
    """
    borders = source_borders(view.comparison.sources)
    if note is None:
        places = {source: place for place, source in enumerate(view.comparison.sources)}
        rows = rows.sort_values("source", key=lambda sources: sources.map(places), kind="stable")
    for source, part in rows.head(MOST).groupby("source", sort=False):
        cards = [_card(view, row, (note or _note(view))(row)) for row in part.to_dict("records")]
        st.html(f'<p class="fr-source" style="{borders[source]}">{html.escape(str(source))}</p>')
        st.html(passages(cards))
    if len(rows) > MOST:
        st.caption(f"{len(rows) - MOST} more sentences are not shown.")
    if rows.empty:
        st.caption("No sentence here was measured by this instrument in this voice.")


def _note(view: View) -> Callable[[Row], str]:
    def note(row: Row) -> str:
        quoted = f" · {percent(row['quoted'])} of it quoted" if row["quoted"] > 0 else ""
        return f"{view.scale} {signed(row['score'])}{quoted}"

    return note


def _card(view: View, row: Row, note: str) -> Card:
    passage: Passage = view.comparison.by_id[row["passage"]]
    sentence = passage.sentences[row["sentence"]].text
    name = view.instrument.name
    left_out = name in _LEFT_OUT and bool(st.session_state.get("tone-words"))
    words = _words(sentence, name, left_out)
    alone = Passage(passage.id, passage.article, passage.source, 0, "body", sentence, (Sentence(sentence, 0),))
    return Card(alone, tuple(score_marks(words, name, least=_TELLING if left_out else 0.0)), note)


# A visitor's sentences stay in the visitor's own cache.
@st.cache_data(scope="session", max_entries=2000, show_spinner="Leaving out each word in turn …")
def _words(sentence: str, instrument: str, left_out: bool) -> list[Word]:
    return explain(sentence, instrument, load_encoder() if left_out else None)
