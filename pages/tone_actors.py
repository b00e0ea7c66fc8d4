"""Tone, tab "Towards actors": the tone of what each source says of whom, and the sentences behind a mark."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.embed import load_encoder
from framing.measure import actor_tone, shared_actors
from framing.measure.differences import DIFFERS
from framing.measure.in_voice import in_voice
from framing.measure.kept_encoder import KeptEncoder
from framing.measure.toward_sources import toward_sources
from framing.plots import marks_by_source
from framing.plots.marks_by_source import of_so_many
from framing.plots.told import alternative, cells, extremes
from pages import session
from pages.accuracy_told import accuracy_told
from pages.clicking import show_figure
from pages.reading import plain
from pages.tone_comparing import in_words
from pages.tone_mentions import show_mentions
from pages.tone_view import View
from pages.withheld import need_texts

MOST = 8  # actors
AXIS = "tone of the sentences<br>that name the actor<br>◂ negative: −1 · positive: +1 ▸"


def show_actors(view: View) -> None:
    """Show a mark a source for each actor that several sources name, and the sentences of the one clicked."""
    need_texts(view.comparison)
    measured = _measured(view, session.work().key)
    table = toward_sources(measured, view.voice) if len(measured) else measured
    if table.empty:
        st.info(_why(view, measured))
        return
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header("Tone towards the actors that several sources name", anchor=False)
        rows = list(dict.fromkeys(table["actor"]))
        figure = marks_by_source(table, "actor", rows, view.comparison.sources, axis=AXIS, mode=session.mode())
        most = extremes(cells(table, {}, "actor"), table["mean"])
        alt = alternative("Tone of each source towards each actor, with 95 % intervals", most)
        clicked = show_figure(figure, "toward", alt)
        apart = int((table["verdict"] == DIFFERS).sum())
        intervals = of_so_many(view.comparison.sources)
        st.caption(
            f"Filled marks differ from the other sources ({apart} of {len(table)}, corrected for their number); hollow "
            f"ones cannot be told apart. Lines are 95 % intervals; a single passage has none.{intervals} The name is "
            "hidden from the measure, so that it hears the words and not who is meant. "
            f"{plain(accuracy_told('tone', 'toward'))} It is often wrong on a single sentence: read before you "
            "conclude. The instrument chosen above plays no part here."
        )
        with st.expander("The same as a table"):
            st.dataframe(in_words(table).round(3), hide_index=True, placeholder="–")
    with right:
        known = set(zip(table["actor"], table["source"], strict=True))
        surest = table.sort_values(["q", "p", "actor", "source"]).iloc[0]
        actor, source = clicked if clicked in known else (surest["actor"], surest["source"])
        st.header(plain(f"{source} on {actor}"), anchor=False)
        st.caption("Click a mark to read the sentences behind it.")
        mentions = in_voice(measured, view.voice)
        show_mentions(view, mentions[(mentions["actor"] == actor) & (mentions["source"] == source)], source)


def _why(view: View, measured: pd.DataFrame) -> str:
    if len(measured):
        return "No actor is named by two sources in this voice."
    if shared_actors(view.comparison.actors, view.comparison.passages):
        return "Tone towards actors was fitted to the embedded model's vectors; with another model it is not measured."
    return "No actor is named at least four times and by two sources, so there is nothing to compare."


def mentions_measured(comparison: Comparison) -> pd.DataFrame:
    """Return the tone of each mention of the actors that are shown, as `measure.actor_tone` does."""
    shared = shared_actors(comparison.actors, comparison.passages)
    # People and bodies first: what is said of a place is seldom said towards it.
    chosen = sorted(shared, key=lambda actor: actor.kind == "place")[:MOST]
    return actor_tone(chosen, comparison.passages, KeptEncoder(load_encoder()))


@st.cache_data(scope="session", max_entries=6, show_spinner="Reading the sentences that name actors …")
def _measured(_view: View, key: str) -> pd.DataFrame:  # noqa: ARG001  (part of the key)
    return mentions_measured(_view.comparison)
