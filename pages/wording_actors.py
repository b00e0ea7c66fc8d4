"""Wording, tab "Actors": who each source speaks of and how early, what it calls them, and the sentences."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.measure import Actor, actor_table
from framing.measure.actors import widest_gap
from framing.plots import actors_by_source
from framing.plots.text import percent
from framing.plots.told import alternative, cells, extremes
from pages import session
from pages.address import asked_several, keep_several
from pages.clicking import draw
from pages.reading import plain
from pages.screen import narrow
from pages.wording_actors_reading import show_calling, show_sentences

MOST = 14  # actors drawn
KINDS = {"person": "People", "organisation": "Organisations", "place": "Places"}


def show_actors(comparison: Comparison) -> None:
    """Show who is spoken of, what each source calls them, and the sentences behind the actor that was chosen."""
    kinds = st.pills(
        "Actors",
        list(KINDS),
        default=asked_several("actor-kinds", list(KINDS), list(KINDS)),
        selection_mode="multi",
        format_func=KINDS.__getitem__,
        key="actor-kinds",
        persist_state="session",
    )
    keep_several("actor-kinds", [kind for kind in KINDS if kind in kinds], list(KINDS))
    actors = [actor for actor in comparison.actors if actor.kind in (kinds or KINDS)]
    if not actors:
        st.info("No name of this kind was found in these articles. Choose other kinds above.")
        return
    table = actor_table(comparison.passages, comparison.actors)
    table = table[table["kind"].isin({actor.kind for actor in actors})]
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header("Who each source speaks of, and how early", anchor=False)
        st.markdown(plain(_told(actors, table, comparison.sources)))
        figure = actors_by_source(
            table, [a.name for a in actors[:MOST]], comparison.sources, narrow=narrow(), mode=session.mode()
        )
        draw(
            figure,
            "actors",
            _take_click,
            alternative(
                "Share of each source's mentions that each actor gets, and its first mention",
                extremes(cells(table, {}, "actor"), table["share"], percent),
            ),
        )
        st.caption(
            "The bar and the number are percent of all places where the source mentions an actor, by name or by a "
            "description such as “the mayor”; pronouns are not counted. The line below a bar is the article from its "
            "first word to its last, the diamond the first mention. A small dot: not mentioned. Names are found and "
            "joined by rules, and some are missed or joined wrongly: see Methods."
        )
    with right:
        show_sentences(comparison, actors)
    show_calling(table, actors, comparison.sources)


def _take_click() -> None:
    """Choose the actor and the source that were clicked."""
    for point in st.session_state["actors"]["selection"]["points"][:1]:
        st.session_state["actor-chosen"], st.session_state["actor-source"] = point["customdata"]


def _told(actors: Sequence[Actor], table: pd.DataFrame, sources: Sequence[str]) -> str:
    """Say in a sentence what the figure shows."""
    alone = int((table.groupby("actor")["source"].nunique() == 1).sum())
    told = f"{len(actors)} actors are mentioned, {alone} of them by one source only."
    gap = widest_gap(table, sources)
    if gap is None:
        return told
    most, least = f"{percent(gap.share)} of the mentions in {gap.most}", f"{percent(gap.other)} in {gap.least}"
    return f"{told} The widest gap: {gap.actor} is {most}, {least}."
