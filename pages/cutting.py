"""The cut: from which probability two passages count as a match, and what a higher or lower one would cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from framing.align import chances_elsewhere, default_cut, expected, matched_elsewhere
from framing.comparison import Comparison
from framing.embed import Progress
from framing.plots.text import percent
from framing.read import example_events
from pages import session, working
from pages.example_events import prepared_example

LOWEST, HIGHEST = 0.05, 0.95
Chances = npt.NDArray[np.float64]


def choose_cut(comparison: Comparison) -> Callable[[], None]:
    """Show the slider, with the precision and recall to expect, in a popover.

    Returns:
        What fills in the negative control: it takes a while, so it is to be called when the page is drawn.
    """
    # The cut stands beside the button and not on it: under another name it would be another button, and shut.
    with st.container(horizontal=True, vertical_alignment="center", width="content", key="cut-chosen"):
        with st.popover("Move the cut", icon=":material/content_cut:", key="cutting", on_change="rerun") as cutting:
            fill = _show_cut(comparison) if cutting.open else lambda: None
        st.caption(f"now {comparison.cut:.2f}")
    return fill


def _show_cut(comparison: Comparison) -> Callable[[], None]:
    mine = session.work()
    st.session_state["cut"] = min(max(comparison.cut, LOWEST), HIGHEST)
    st.slider(
        "Passages count as a match from this probability on", LOWEST, HIGHEST, step=0.01, key="cut", on_change=take_cut
    )
    table, computing = st.empty(), st.container()
    chances = _chances_at_hand()
    _show_costs(table, comparison.cut, chances)
    st.caption(
        "Precision and recall were measured on links that people judged, on article pairs the model had not seen "
        "(page Methods). The last line is computed now: each of these articles is aligned with the articles of the "
        "example events, which tell nothing of the same."
    )
    origin = "your judgements moved it from" if comparison.judgements and mine.cut is None else "the default is"
    st.caption(f"{origin.capitalize()} {default_cut():.2f}, where precision and recall together (F1) were best.")
    if mine.cut is not None:
        st.button("Back to the default", on_click=forget_cut)

    def fill() -> None:
        if chances is None:
            with computing:
                _show_costs(table, comparison.cut, _chances())

    return fill


def take_cut() -> None:
    """Keep the cut that was chosen."""
    session.keep(replace(session.work().event, cut=st.session_state["cut"]))


def forget_cut() -> None:
    """Let the default cut hold again."""
    session.keep(replace(session.work().event, cut=None))


def _show_costs(place: DeltaGenerator, cut: float, chances: Chances | None) -> None:
    at = expected(cut)
    rows = {
        "Matches that are right (precision)": percent(at.precision),
        "True matches that are found (recall)": percent(at.recall),
        "Passages matched with other events by mistake": "…"
        if chances is None
        else f"{matched_elsewhere(chances, cut=cut) * 100:.1f}\N{NO-BREAK SPACE}%",
    }
    place.table({"At this cut": list(rows), "Expect": list(rows.values())}, hide_index=True)


def _chances_at_hand() -> Chances | None:
    key, chances = st.session_state.get("chances-elsewhere", (None, None))
    return chances if key == session.work().key else None


def _chances() -> Chances | None:
    """Return how probable matches of this event's passages with other events' are, at any cut; None when stopped."""
    mine, prepared = session.work(), session.prepared()

    def make(report: Progress) -> Chances:
        names = [name for name in example_events() if name != mine.example]
        found = []
        for place, name in enumerate(names):
            other = prepared_example(name)
            begun = place / len(names)
            found.append(
                chances_elsewhere(
                    prepared.passages,
                    prepared.vectors,
                    [(other.passages, other.vectors)],
                    progress=lambda share, doing, begun=begun: report(begun + share / len(names), doing),
                )
            )
        return np.concatenate(found)

    made = working.result("control", mine.key, make, stopped="Stopped. The last line stays open.", can_wait=True)
    if made is not None:
        st.session_state["chances-elsewhere"] = (mine.key, made)
    return made
