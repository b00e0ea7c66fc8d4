"""Report, tab "Report": choose the parts and their order, write a note, look at it, take it along."""

from __future__ import annotations

from functools import partial

import streamlit as st

from framing.comparison import Comparison
from framing.export.report import PARTS, report_html
from framing.export.report_sections import SECTIONS
from pages.report_robust import held
from pages.report_taking import file_name, offer, show_page


def show_whole(comparison: Comparison) -> None:
    """Ask for parts, title and note; offer the report and show it."""
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.subheader("One file that works offline", anchor=False)
        title = st.text_input(
            "Title", key="report-title", placeholder=comparison.event.title, max_chars=160, persist_state="session"
        )
        note = st.text_area("Your own words, which stand first", key="report-note", persist_state="session")
        if "report-parts" not in st.session_state:
            _reset()
        parts = st.multiselect(
            "Parts, in this order",
            PARTS,
            format_func=lambda name: SECTIONS[name][0],
            key="report-parts",
            wrap=True,
            persist_state="session",
            help="They come in the order you choose them in: take one out and choose it again to put it last.",
        )
        st.button("All parts in their usual order", on_click=_reset, type="tertiary", icon=":material/restart_alt:")
        if not parts:
            st.info("Choose at least one part.")
            return
        table = held(comparison)
        make = partial(report_html, comparison, parts=parts, title=title, note=note, held=table)
        offer("Download the report", make, file_name(comparison, "report.html"), "text/html", main=True)
        st.caption(
            "An HTML file for any browser: figures to point at, light and dark, ready to print. It asks for nothing "
            "outside itself. It holds passages of the articles: mind their copyright before you pass it on."
            + ("" if table is None else " What you asked under *How firm it is* comes last in it.")
        )
    with right:
        if st.toggle("Preview", key="report-preview"):
            with st.spinner("Putting the report together …"):
                show_page(make(), "Preview of the report", 860)
        else:
            st.caption("Switch the preview on to see the report here.")


def _reset() -> None:
    st.session_state["report-parts"] = list(PARTS)
