"""Report, tab "Figures": one figure at a time, as a file for a paper or a slide."""

from __future__ import annotations

from functools import partial

import streamlit as st

from framing.comparison import Comparison
from framing.export.figures import can_draw, figure_bytes
from framing.export.report_figures import DRAWINGS, drawable
from pages import session
from pages.address import asked, keep
from pages.report_taking import file_name, offer
from pages.screen import fitted, narrow

_MIME = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf", "html": "text/html"}
_TOLD = {
    "png": "PNG, for slides",
    "svg": "SVG, to edit",
    "pdf": "PDF, for a paper",
    "html": "HTML, to point at",
}


def show_figures(comparison: Comparison) -> None:
    """Ask for a figure, show it and offer it in every format that can be made here."""
    st.header("Figures for a paper or a slide", anchor=False)
    with st.spinner("Seeing what there is to draw …"):
        names = [drawing.name for drawing in drawable(comparison)]
    if st.session_state.get("figure-name") not in names:
        st.session_state["figure-name"] = asked("figure-name", names, names[0])
    name = st.selectbox(
        "Figure", names, format_func=lambda n: DRAWINGS[n].title, key="figure-name", persist_state="session", width=560
    )
    keep("figure-name", name, names[0])
    drawing = DRAWINGS[name]
    figure = drawing.draw(comparison, "light")
    drawn = can_draw()
    with st.container(horizontal=True):
        for form, told in _TOLD.items():
            if form == "html" or drawn:
                make = partial(figure_bytes, figure, form, title=drawing.title)
                offer(told, make, file_name(comparison, f"{name}.{form}"), _MIME[form])
    st.caption(
        "On white, with its title. Shapes, patterns, signs and numbers carry what colour says, so it can be printed in "
        "grey." + ("" if drawn else " For PNG, SVG and PDF install Chromium and the extra: framing[figures].")
    )
    shown = figure if session.mode() == "light" else drawing.draw(comparison, "dark")
    with st.container(key="figure-shown"):  # on a telephone as wide as on paper, and pushed sideways
        st.plotly_chart(fitted(shown), theme=None, config={"displayModeBar": False}, alt=drawing.alt(comparison))
    st.caption(drawing.caption + " Push the figure sideways to see all of it." * narrow())
    grid = drawing.table(comparison)
    with st.expander("The same as a table"):
        st.dataframe([dict(zip(grid.columns, row, strict=True)) for row in grid.rows], hide_index=True)
