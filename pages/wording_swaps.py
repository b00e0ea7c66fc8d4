"""Wording, tab "Swaps": what one source says in place of another's word, each with both sentences."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from pages.address import asked, keep
from pages.choosing import choose
from pages.wording_pairs import Row, show_group

_MOST = 20  # swaps read at once
_EVERY, _ANY = "all kinds", "any source"
_SIDES = [f"{side}_{name}" for side in ("left", "right") for name in ("source", "words", "quoted")]
_SHOWN = ["kind", *_SIDES, "reason", "strength"]


def show_swaps(comparison: Comparison) -> None:
    """Ask for a kind and a source, and show the swaps with both sentences."""
    table = comparison.swaps
    if table.empty:
        st.info(
            "No swap was found. Swaps are looked for only in sentences that two sources match in; where sources tell "
            "different things, or copy the same words, there is none to find."
        )
        return
    st.header("What one source says, the other says otherwise", anchor=False)
    kind, source = _choose(table, comparison.sources)
    found = table[(table["kind"] == kind) if kind != _EVERY else table["kind"].notna()]
    if source:
        found = found[(found["left_source"] == source) | (found["right_source"] == source)]
    st.caption(
        f"Swaps: {len(table)}, in the sentences of {len(comparison.alignment.matches)} matches, the surest first. "
        "They come from lists of words and from rules, so some are missed and some are none: read both sentences."
    )
    if found.empty:
        st.info("There is no swap of this kind with this source. Choose another.")
        return
    groups = _groups(found)
    for number, (name, rows) in enumerate(groups[:_MOST]):
        show_group(comparison, name, rows, number)
    if len(groups) > _MOST:
        st.caption(f"{len(groups) - _MOST} more are in the table.")
    with st.expander("The same as a table"):
        st.dataframe(found[_SHOWN], hide_index=True, alt="Every swap: who says what, in place of what, and why.")


def _choose(table: pd.DataFrame, sources: list[str]) -> tuple[str, str | None]:
    counts = table["kind"].value_counts()
    labels = {_EVERY: f"{_EVERY} ({len(table)})"} | {kind: f"{kind} ({n})" for kind, n in counts.items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if st.session_state.get("swap-kind") not in labels:
            st.session_state["swap-kind"] = asked("swap-kind", labels, _EVERY)
        kind = st.pills(
            "Kind",
            list(labels),
            format_func=lambda k: labels[k],
            required=True,
            key="swap-kind",
            persist_state="session",
        )
        source = choose("With", [_ANY, *sources], "swap-source", width=240)
    keep("swap-kind", kind, _EVERY)
    return kind, None if source == _ANY else source


def _groups(table: pd.DataFrame) -> list[tuple[str, list[Row]]]:
    """Put the swaps of the same words together, those that stand in most pairs of sentences first."""
    found: dict[frozenset[str], list[Row]] = {}
    for row in table.to_dict("records"):
        found.setdefault(frozenset((row["left_words"].lower(), row["right_words"].lower())), []).append(row)
    ordered = sorted(found.values(), key=lambda rows: (-len(rows), -rows[0]["strength"], rows[0]["left_words"]))
    return [(f"{rows[0]['left_words']} ↔ {rows[0]['right_words']}", rows) for rows in ordered]
