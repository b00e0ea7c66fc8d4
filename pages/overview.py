"""Overview: the ribbon, and the strongest findings as sentences; a click on a ribbon opens its passages."""

from __future__ import annotations

import streamlit as st

from framing.comparison import Comparison
from framing.findings import findings
from framing.plots import ribbon
from pages import session
from pages.reading import plain, show_below, show_text


def take_click() -> None:
    """Keep what was clicked: the chart forgets it as soon as its picture changes."""
    for point in st.session_state["ribbon"]["selection"]["points"][:1]:
        st.session_state["clicked"] = tuple(point["customdata"])


def show_clicked(comparison: Comparison, kind: str, id: str) -> None:
    """Show the passages of the story point, or of the one passage, that was clicked."""
    point = next((p for p in comparison.points if id == p.id or (kind == "passage" and id in p.passages)), None)
    if st.button("Back to the findings", icon=":material/arrow_back:"):
        st.session_state["clicked"] = session.work().point = None
        st.rerun()
    session.work().point = point.id if point else None
    st.subheader(plain(point.label) if point else "Only here")
    if not point:
        st.caption("No other source here tells this.")
    show_below(comparison, point.passages if point else [id], "shared words")
    if point and st.button("Read side by side", icon=":material/view_column:", type="primary"):
        st.switch_page("side_by_side.py")


def show_findings(comparison: Comparison) -> None:
    """Show each finding with a button to its evidence."""
    st.subheader("What stands out")
    passages = [p for p in comparison.passages if p.aligned]
    st.caption(
        f"{len(comparison.points)} story points; {len(comparison.alone)} of {len(passages)} passages are told by one "
        "source only."
    )
    found = findings(comparison)
    if not found:
        st.info("The sources cannot be told apart with this much text: no difference is larger than chance makes it.")
    for number, finding in enumerate(found):
        with st.container(border=True):
            show_text(finding.text, "fr-finding")
            with st.expander("Read the evidence", key=f"evidence-{number}", on_change="rerun") as evidence:
                if evidence.open:
                    show_below(comparison, finding.passages, "shared words")
    st.caption("Differences are shown, not judged. Gaps come with their 95 % interval.")


comparison = session.comparison()
known = {p.id for p in comparison.points} | {p.id for p in comparison.passages}
chosen = st.session_state.get("clicked") or ("point", session.work().point)
if chosen[1] not in known:
    chosen = ("point", None)
point = next((p.id for p in comparison.points if chosen[1] == p.id or chosen[1] in p.passages), None)

left, right = st.columns([5, 3], gap="large")
with left:
    st.plotly_chart(
        ribbon(comparison, chosen=point, mode=session.mode()),
        key="ribbon",
        on_select=take_click,
        selection_mode="points",
        theme=None,
        config={"displayModeBar": False},
        alt="The ribbon: one column a source, its passages in reading order; ribbons join what several sources tell. "
        "The page Side by side lists the same story points as text.",
    )
    st.caption(
        "Each block is a passage, as high as it has words, coloured from rust (hostile) over neutral to teal "
        "(favourable). Ribbons join passages that tell the same thing; hatched blocks stand alone in their source. "
        "Click a block or a ribbon to read it."
    )
with right:
    if chosen[1]:
        show_clicked(comparison, *chosen)
    else:
        show_findings(comparison)
