"""Report, tab "Report": choose the parts and their order, write a note, look at it, take it along."""

from __future__ import annotations

from functools import partial

import streamlit as st

from framing.comparison import Comparison
from framing.export.report import PARTS, UNTITLED, report_html
from framing.export.report_sections import ROBUSTNESS, SECTIONS
from pages import session, working
from pages.address import asked, asked_several, keep, keep_several
from pages.report_asking import held, usual_parts
from pages.report_parts import show_parts
from pages.report_robust import open_robustness
from pages.report_taking import file_name, offer, show_page


def show_whole(comparison: Comparison) -> None:
    """Ask for parts, title and note; offer the report and show it."""
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.header("One file that works offline", anchor=False)
        title = st.text_input(
            "Title",
            key="report-title",
            placeholder=comparison.event.title or UNTITLED,
            max_chars=160,
            persist_state="session",
        )
        note = st.text_area("Your own words, which stand first", key="report-note", persist_state="session")
        table = held(comparison)
        usual = usual_parts(asked_again=table is not None)
        if "report-parts" not in st.session_state:
            st.session_state["report-parts"] = asked_several("report-parts", PARTS, usual)
        parts = st.multiselect(
            "Parts, in this order",
            PARTS,
            format_func=lambda name: SECTIONS[name][0],
            key="report-parts",
            wrap=True,
            persist_state="session",
            help="They come in the order you choose them in: take one out and choose it again to put it last.",
        )
        keep_several("report-parts", parts, usual)
        st.button(
            "All parts in their usual order", on_click=_reset, args=(usual,), type="tertiary",
            icon=":material/restart_alt:",
        )  # fmt: skip
        if not parts:
            st.info("Choose at least one part.")
            return
        if ROBUSTNESS in parts and table is None:
            st.info(f"“{SECTIONS[ROBUSTNESS][0]}” stays empty until the findings have been asked again.")
            st.button("Ask them again", on_click=open_robustness, icon=":material/rule:")
        make = partial(report_html, comparison, parts=parts, title=title, note=note, held=table)
        offer("Download the report", make, file_name(comparison, "report.html"), "text/html", main=True)
        st.caption(
            "An HTML file for any browser: figures to point at, light and dark, ready to print. It asks for nothing "
            "outside itself. It holds passages of the articles: mind their copyright before you pass it on."
        )
    with right:
        preview = st.toggle("Preview", asked("report-preview", ("on", "off"), "off") == "on", key="report-preview")
        keep("report-preview", "on" if preview else "off", "off")
        if preview:
            of = (session.work().key, comparison.cut, comparison.judgements, *parts, title, note, table is None)
            stopped = "Stopped. The report is not shown, but can be downloaded."
            page = working.result(
                "report", of, lambda report: make(progress=report), stopped=stopped, can_wait=True
            )  # with a place beside the comparisons: it takes seconds, and their queue can take minutes
            if page is not None:
                show_page(page, "Preview of the report", 860)
        else:
            st.caption("The report will hold, in this order:")
            show_parts(parts)


def _reset(usual: list[str]) -> None:
    st.session_state["report-parts"] = usual
