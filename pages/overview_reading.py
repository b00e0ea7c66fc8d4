"""Beside the ribbon: the passages of what was clicked, or the strongest findings."""

from __future__ import annotations

import streamlit as st

from framing.comparison import Comparison
from framing.export.report_figures import DRAWINGS
from framing.findings import findings
from pages import session
from pages.reading import plain, show_below, show_text


def show_clicked(comparison: Comparison, kind: str, id: str) -> None:
    """Show the passages of the story point, or of the one passage, that was clicked."""
    point = next((p for p in comparison.points if id == p.id or (kind == "passage" and id in p.passages)), None)
    if st.button("Back to the findings", icon=":material/arrow_back:"):
        st.session_state["clicked"] = session.work().point = None
        st.rerun()
    session.work().point = point.id if point else None
    st.header(plain(point.label) if point else "Only here", anchor=False)
    if not point:
        st.caption("No other source here tells this.")
    show_below(comparison, point.passages if point else [id], "shared words")
    if point and st.button("Read side by side", icon=":material/view_column:", type="primary"):
        st.switch_page("side_by_side.py")


def show_findings(comparison: Comparison) -> None:
    """Show each finding with a button to its evidence."""
    st.header("What stands out", anchor=False)
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
            with st.expander(
                f"Read the evidence :small[of finding {number + 1}]", key=f"evidence-{number}", on_change="rerun"
            ) as evidence:
                if evidence.open:
                    show_below(comparison, finding.passages, "shared words")
    st.caption("Differences are shown, not judged. Gaps come with their 95 % interval.")


def show_table(comparison: Comparison) -> None:
    """Show the ribbon's blocks as a table, once it is opened."""
    with st.expander("The same as a table", key="ribbon-table", on_change="rerun") as table:
        if table.open:
            grid = DRAWINGS["ribbon"].table(comparison)
            st.dataframe([dict(zip(grid.columns, row, strict=True)) for row in grid.rows], hide_index=True)
