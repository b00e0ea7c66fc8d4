"""The sentences that mention an actor, and the table of what each source calls each."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.measure import Actor
from framing.measure.actors import mention_table
from pages.choosing import choose
from pages.reading import plain
from pages.wording_reading import show_places

EVERYWHERE = "all sources"


def show_sentences(comparison: Comparison, actors: Sequence[Actor]) -> None:
    """Ask which actor and source, and show the sentences that mention it there."""
    names, sources = [actor.name for actor in actors], [EVERYWHERE, *comparison.sources]
    chosen = choose("Sentences that mention", names, "actor-chosen")
    source = choose("In", sources, "actor-source")
    mentions = mention_table(comparison.passages, [actor for actor in actors if actor.name == chosen])
    mentions = mentions[(mentions["source"] == source) | (source == EVERYWHERE)]
    st.caption("Click a mark to read the sentences behind it.")
    if mentions.empty:
        st.info(f"{plain(source)} does not mention {plain(chosen)}.")
    show_places(comparison, mentions)


def show_calling(table: pd.DataFrame, actors: Sequence[Actor], sources: Sequence[str]) -> None:
    """Show the table of what each source calls each actor."""
    st.header("What each source calls each actor", anchor=False)
    st.caption("With how often, where more than once. “the …” is a description, where nobody else can be meant.")
    calling = (
        table.pivot(index="actor", columns="source", values="names").reindex(columns=sources).astype(object).fillna("–")
    )
    calling.insert(0, "kind", [table.loc[table["actor"] == name, "kind"].iloc[0] for name in calling.index])
    wide = {source: st.column_config.TextColumn(width=230) for source in sources}
    order = [actor.name for actor in actors if actor.name in calling.index]
    st.dataframe(calling.loc[order], column_config=wide, alt="What each source calls each actor, with counts.")
    with st.expander("The figure as a table"):
        st.dataframe(
            table.round(3),
            hide_index=True,
            placeholder="–",
            alt="Mentions, share and first mention by source and actor.",
        )
