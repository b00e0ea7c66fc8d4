"""Methods: how everything is measured, how well, and where it fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from framing.clean import ALL_RULES, Rule
from framing.resources import DATA
from pages.accuracy import show_accuracy
from pages.address import show_tabs
from pages.methods_cards import show_cards


@dataclass(frozen=True)
class Topic:
    """A tab: its text and cards under `data/methods/`, and which groups of which section of the accuracy it shows."""

    title: str
    name: str
    section: str = ""
    groups: tuple[str, ...] = ()


TOPICS = (
    Topic("Alignment", "alignment", "alignment"),
    Topic("Tone", "tone", "tone", ("rated", "loaded", "subjectivity", "voice", "planted_loaded")),
    Topic("Tone towards actors", "actors", "tone", ("toward",)),
    Topic("Frames", "frames", "tone", ("frames_policy", "frames_generic", "frames_axes")),
    Topic("Emphasis", "emphasis", "emphasis", ("omissions", "leads")),
    Topic("Wording", "wording"),
    Topic("Actors", "names", "actors"),
    Topic("Voices", "voices", "voices"),
    Topic("Intervals", "intervals"),
    Topic("Reading and cleaning", "cleaning", "extraction"),
    Topic("What not to conclude", "limits"),
)


def show_topic(topic: Topic, cleaning: Sequence[Rule]) -> None:
    """Show a topic's text, its cards or the rules of cleaning, and beside them what was measured of it."""
    left, right = st.columns(2, gap="large") if topic.section else (st.container(key="prose"), None)
    with left:
        st.markdown((DATA / "methods" / f"{topic.name}.md").read_text(encoding="utf-8"))
        if topic.name == "cleaning":
            st.table([{"rule": rule.name, "what it takes out": rule.reason} for rule in cleaning], hide_index=True)
        show_cards(topic.name)
    if right:
        with right:
            show_accuracy(topic.section, topic.groups)


show_tabs({topic.title: partial(show_topic, topic) for topic in TOPICS}, "methods-tab", ALL_RULES)
