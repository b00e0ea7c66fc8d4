"""The cut: from which probability two passages count as a match, and what a higher or lower one would cost."""

from __future__ import annotations

import streamlit as st

from framing.align import default_cut, expected, negative_control
from framing.comparison import Comparison
from framing.read import example_events
from pages import session

LOWEST, HIGHEST = 0.05, 0.95


def choose_cut(comparison: Comparison) -> None:
    """Show the slider, with the precision and recall to expect and the negative control, in a popover."""
    name = f"Cut {comparison.cut:.2f}"
    with st.popover(name, icon=":material/content_cut:", key="cutting", on_change="rerun") as cutting:
        if cutting.open:  # the control takes a moment, so it waits until somebody looks
            _show_cut(comparison)


def _show_cut(comparison: Comparison) -> None:
    mine = session.work()
    st.session_state["cut"] = min(max(comparison.cut, LOWEST), HIGHEST)
    st.slider(
        "Passages count as a match from this probability on", LOWEST, HIGHEST, step=0.01, key="cut", on_change=take_cut
    )
    at = expected(comparison.cut)
    share = _control(mine.key, comparison.cut)
    rows = {
        "Matches that are right (precision)": f"{at.precision:.0%}",
        "True matches that are found (recall)": f"{at.recall:.0%}",
        "Passages matched with other events by mistake": f"{share:.1%}",
    }
    st.table({"At this cut": list(rows), "Expect": list(rows.values())}, hide_index=True)
    st.caption(
        "Precision and recall were measured on links that people judged, on article pairs the model had not seen "
        "(page Methods). The last line is computed now: each of these articles is aligned with the articles of the "
        "example events, which tell nothing of the same."
    )
    origin = "your judgements moved it from" if comparison.judgements and mine.cut is None else "the default is"
    st.caption(f"{origin.capitalize()} {default_cut():.2f}, where precision and recall together (F1) were best.")
    if mine.cut is not None:
        st.button("Back to the default", on_click=forget_cut)


def take_cut() -> None:
    """Keep the cut that was chosen."""
    session.work().cut = st.session_state["cut"]


def forget_cut() -> None:
    """Let the default cut hold again."""
    session.work().cut = None


# Only a number per visitor's event and cut is kept, under a key that no other visitor has.
@st.cache_data(scope="session", max_entries=50, show_spinner="Comparing with other events …")
def _control(_key: str, cut: float) -> float:
    mine = session.work()
    others = [session.prepare_example(name) for name in example_events() if name != mine.example]
    prepared = session.prepared()
    return negative_control(
        prepared.passages, prepared.vectors, [(other.passages, other.vectors) for other in others], cut=cut
    )
