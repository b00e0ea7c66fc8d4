"""Side by side: story points with their passages in columns, and what only one source tells."""

from __future__ import annotations

import streamlit as st

from framing.marks import Marking
from pages import session
from pages.address import asked, keep
from pages.choosing import choose_sources
from pages.cutting import choose_cut
from pages.judging import check, judge_point, show_agreement
from pages.reading import plain, show_side_by_side
from pages.withheld import need_texts

MARKINGS: list[Marking] = ["shared words", "loaded words", "certainty", "quotations", "nothing"]
ALL, ALONE = "all", "alone"
MOST = 10  # story points shown at once; of many sources each is a page long


def step(by: int) -> None:
    """Go to the next or the one before; the list is a ring."""
    mine.point = options[(options.index(choice) + by) % len(options)]


def take_choice() -> None:
    """Keep what was chosen in the list."""
    mine.point = st.session_state["story-point"]


comparison = session.comparison()
need_texts(comparison)
mine = session.work()
numbers = {p.id: i for i, p in enumerate(comparison.points, 1)}
names = {ALL: f"All {len(numbers)} story points", ALONE: "Told by one source only"}
names |= {p.id: f"{numbers[p.id]} · {p.label}" for p in comparison.points}
options = [ALL, *numbers, ALONE]
choice = mine.point if mine.point in options else ALL

with st.container(horizontal=True, vertical_alignment="bottom"):
    st.session_state["story-point"] = choice
    st.selectbox("Show", options, format_func=names.__getitem__, key="story-point", on_change=take_choice, width=400)
    st.button("Previous", icon=":material/arrow_back:", on_click=step, args=(-1,), shortcut="Left")
    st.button("Next", icon=":material/arrow_forward:", on_click=step, args=(1,), shortcut="Right")
with st.container(horizontal=True, vertical_alignment="bottom"):
    marking = st.segmented_control(
        "Mark",
        MARKINGS,
        default=asked("marking", MARKINGS, MARKINGS[0]),
        required=True,
        key="marking",
        persist_state="session",
    )
    keep("marking", marking, MARKINGS[0])
    fill_control = choose_cut(comparison)
shown = choose_sources(comparison.sources, "sources")
if comparison.judgements:
    show_agreement(comparison)

if not comparison.points:
    st.info("No two passages are alike enough to be taken for the same thing. Are these articles about one event?")
told = {p.id for p in comparison.points if any(comparison.by_id[id].source in shown for id in p.passages)}
listed = [p for p in comparison.points if choice == p.id or (choice == ALL and p.id in told)]
if len(listed) > MOST and not st.toggle(f"Show all {len(listed)}", key="every-point"):
    listed = listed[:MOST]
for point in listed:
    with st.container(horizontal=True, vertical_alignment="center", key=f"named-{point.id}"):
        st.header(f"{numbers[point.id]} · {plain(point.label)}", anchor=False, width="content")
        if choice == ALL:
            st.button(
                f"Check matches :small[of {numbers[point.id]}]",
                icon=":material/rule:",
                key=f"check-{point.id}",
                type="tertiary",
                on_click=check,
                args=(point.id,),
            )
    show_side_by_side(comparison, point.passages, marking, absent="Not told by", only=shown)
    if choice == point.id:
        judge_point(comparison, point)
if choice in (ALL, ALONE):
    st.header("Told by one source only", anchor=False)
    alone = [p.id for p in comparison.alone]
    show_side_by_side(comparison, alone, "nothing", absent="Nothing alone in", only=shown)
fill_control()
