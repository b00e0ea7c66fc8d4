"""Side by side: story points with their passages in columns, and what only one source tells."""

from __future__ import annotations

import streamlit as st

from framing.compare import Comparison
from framing.records import StoryPoint
from pages import session
from pages.reading import plain, show_side_by_side

MARKINGS = ["shared words", "loaded words", "certainty", "quotations", "nothing"]
ALONE = "alone"


def show_point(comparison: Comparison, point: StoryPoint, number: int) -> None:
    """Show one story point: its passages in columns."""
    st.subheader(f"{number} · {plain(point.label)}", anchor=False)
    show_side_by_side(comparison, point.passages, marking, absent="does not tell this")


comparison = session.comparison()
mine = session.work()
numbers = {p.id: i for i, p in enumerate(comparison.points, 1)}
labels = {p.id: f"{numbers[p.id]} · {p.label}" for p in comparison.points}
options = ["all", *labels, ALONE]
chosen_before = mine.point if mine.point in options else "all"
with st.container(horizontal=True, vertical_alignment="bottom"):
    choice = st.selectbox(
        "Story point",
        options,
        index=options.index(chosen_before),
        format_func=lambda id: {"all": f"All {len(labels)}", ALONE: "Told by one source only"}.get(id) or labels[id],
        width=420,
    )
    marking = st.segmented_control("Mark", MARKINGS, default="shared words", required=True, key="marking", persist_state="session")
mine.point = None if choice == "all" else choice

for point in comparison.points:
    if choice in ("all", point.id):
        show_point(comparison, point, numbers[point.id])
if not comparison.points:
    st.info("No two passages are alike enough to be taken for the same thing. Are these articles about one event?")
if choice in ("all", ALONE):
    st.subheader("Told by one source only", anchor=False)
    show_side_by_side(comparison, [p.id for p in comparison.alone], "nothing", absent="tells nothing alone")
