"""A card for each measure: what it says, in which range, how well, whose it is, and where it fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import streamlit as st

from framing.measure import INSTRUMENTS
from framing.resources import load_json
from pages.accuracy_told import accuracy_told, instrument_accuracy
from pages.reading import plain, show_text


@dataclass(frozen=True)
class MeasureCard:
    """What is known of a measure; `fails` are sentences that it gets wrong, each with what it says of them."""

    label: str
    range: str
    measures: str
    source: str
    how_well: str
    fails: Sequence[Sequence[str]] = ()


def show_cards(topic: str) -> None:
    """Show the cards of a topic: what `data/methods/cards.json` holds under its name, after the instruments of tone."""
    for card in (*(_instruments() if topic == "tone" else ()), *_written(topic)):
        with st.container(border=True):
            st.markdown(f"**{plain(card.label)}** · {plain(card.range)}")
            st.markdown(f"{plain(card.measures)}.")
            st.markdown(f"**How well.** {plain(card.how_well)}")
            st.caption(plain(f"{card.source}."))
            if card.fails:
                with st.expander("Where it fails, with examples"):
                    for sentence, verdict in card.fails:
                        show_text(f"“{sentence}”")
                        st.caption(plain(f"It says: {verdict}."))


def _instruments() -> Iterator[MeasureCard]:
    for i in INSTRUMENTS.values():
        yield MeasureCard(i.label, f"from {i.direction}", i.measures, i.source, instrument_accuracy(i.name), i.fails)


def _written(topic: str) -> Iterator[MeasureCard]:
    for card in load_json("methods", "cards.json").get(topic, []):
        how_well = accuracy_told(*card["accuracy"]) if card.get("accuracy") else "Nothing to measure it against."
        yield MeasureCard(card["label"], card["range"], card["measures"], card["source"], how_well, card["fails"])
