"""Report, tab "Tables and files": what R, pandas, a spreadsheet or a reference manager takes."""

from __future__ import annotations

from functools import partial

import streamlit as st

from framing.blind import revealed
from framing.comparison import Comparison
from framing.export import as_bytes, dictionary
from pages.report_paragraph import show_paragraph
from pages.report_taking import file_name, offer
from pages.withheld import without_texts


def show_files(comparison: Comparison) -> None:
    """Offer the tables, the files that open again, and the methods paragraph with its references."""
    left, right = st.columns(2, gap="large")
    with left:
        _show_tables(comparison)
        _show_projects(comparison)
    with right:
        show_paragraph(comparison)


def _show_tables(comparison: Comparison) -> None:
    st.header("Tables", anchor=False)
    st.caption(
        "A table for each thing that was measured: one row a sentence, passage, match, source or comparison, always "
        "with event, source and ids. A list of what every column says goes with them."
    )
    with st.container(horizontal=True):
        csv, xlsx, parquet = (partial(as_bytes, comparison, form) for form in ("csv", "xlsx", "parquet"))
        offer(
            "CSV", csv, file_name(comparison, "csv.zip"), "application/zip", help="For R and other statistics programs."
        )
        sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        offer("Excel", xlsx, file_name(comparison, "tables.xlsx"), sheet, help="A sheet for each table.")
        offer("Parquet", parquet, file_name(comparison, "parquet.zip"), "application/zip", help="For pandas, DuckDB.")
        whole = partial(as_bytes, comparison, "json")
        offer(
            "JSON",
            whole,
            file_name(comparison, "comparison.json"),
            "application/json",
            help="Texts, matches, story points and every table, in one file.",
        )
    with st.expander("What every column says"):
        st.dataframe(dictionary(), hide_index=True)


def _show_projects(comparison: Comparison) -> None:
    st.header("To open again", anchor=False)
    st.caption(
        "A project keeps articles, what was removed, judgements, settings and numbers. Add it on the page Articles to "
        "go on; `framing verify FILE` computes it again and says what changed."
    )
    whole = revealed(comparison)
    if without_texts(comparison):
        st.info("The texts are not here, so the project cannot be saved anew: keep the file it was opened from.")
        return
    if whole is not comparison:
        st.caption("**These two hold the outlets’ names**; everything else here has letters while names are hidden.")
    with st.container(horizontal=True):
        project, shared = (partial(as_bytes, whole, form) for form in ("framing", "shared"))
        offer("Project", project, file_name(comparison, "project.framing"), "application/zip")
        offer(
            "To share, without the texts",
            shared,
            file_name(comparison, "shared.framing"),
            "application/zip",
            help="Who has the same articles sees them with the numbers; who has not sees the numbers only.",
        )
