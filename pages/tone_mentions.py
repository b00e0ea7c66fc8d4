"""The sentences in which a source names an actor, its name marked."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from framing.markup import Card, Mark, passages
from framing.plots.text import signed
from framing.plots.theme import source_borders
from framing.records import Passage, Sentence
from pages.reading import READ
from pages.tone_view import View

MOST = 12  # sentences shown


def show_mentions(view: View, mentions: pd.DataFrame, source: str) -> None:
    """Show the sentences of rows of the table of `measure.actor_tone`, those with the lowest tone first."""
    cards = []
    for (id, number), part in mentions.sort_values("score").groupby(["passage", "sentence"], sort=False):
        passage = view.comparison.by_id[str(id)]
        sentence = passage.sentences[int(number)]
        marks = [
            Mark(row["start"] - sentence.start, row["end"] - sentence.start, "shared") for _, row in part.iterrows()
        ]
        alone = Passage(passage.id, passage.article, source, 0, "body", sentence.text, (Sentence(sentence.text, 0),))
        cards.append(Card(alone, tuple(marks), f"tone towards the actor {signed(part['score'].mean())}"))
    border = source_borders(view.comparison.sources)[source]
    st.html(f'<p class="fr-source" style="{border}">{html.escape(source)}</p>')
    st.html(passages(cards[:MOST], region=READ))
    if len(cards) > MOST:
        st.caption(f"The {MOST} lowest of {len(cards)} sentences are shown.")
