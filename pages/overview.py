"""Overview: the ribbon, and the strongest findings as sentences; a click on a ribbon opens its passages."""

from __future__ import annotations

import streamlit as st

from framing.plots import ribbon
from framing.plots.told import ribbon_told
from pages import session
from pages.clicking import draw
from pages.overview_key import show_key
from pages.overview_lists import show_alone, show_points
from pages.overview_reading import show_clicked, show_findings, show_table
from pages.screen import narrow
from pages.withheld import DOTS, without_texts

MANY = 8  # sources, from which the ribbon needs more of the page's width


def take_click() -> None:
    """Keep what was clicked: the chart forgets it as soon as its picture changes."""
    for point in st.session_state["ribbon"]["selection"]["points"][:1]:
        st.session_state["clicked"] = tuple(point["customdata"])


comparison = session.comparison()
known = {p.id for p in comparison.points} | {p.id for p in comparison.passages}
chosen = st.session_state.get("clicked") or ("point", session.work().point)
if chosen[1] not in known:
    chosen = ("point", None)
point = next((p.id for p in comparison.points if chosen[1] == p.id or chosen[1] in p.passages), None)

left, right = st.columns([2, 1] if len(comparison.sources) >= MANY else [5, 3], gap="large")
with left:
    st.header("What tells the same, and what stands alone", anchor=False)
    show_key(session.mode())
    if without_texts(comparison):
        st.caption(DOTS)
    draw(
        ribbon(comparison, chosen=point or chosen[1], stacked=narrow(), mode=session.mode()),
        "ribbon",
        take_click,
        "The ribbon: each source with its passages in reading order; ribbons join what several sources tell. "
        f"{ribbon_told(comparison)} The buttons and the table below hold the same as text.",
    )
    show_points(comparison, point)
    show_alone(comparison, chosen[1])
    show_table(comparison)
with right:
    if chosen[1]:
        show_clicked(comparison, *chosen)
    else:
        show_findings(comparison)
