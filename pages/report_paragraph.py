"""Report, tab "Tables and files": the methods paragraph, written from the settings in use, and its references."""

from __future__ import annotations

import json

import streamlit as st

from framing.comparison import Comparison
from framing.export.methods_paragraph import methods_paragraph
from pages.reading import show_text
from pages.report_taking import file_name, offer


def show_paragraph(comparison: Comparison) -> None:
    """Show the paragraph and offer it with its references, in the forms that reference managers read."""
    st.header("Methods paragraph, from the settings in use", anchor=False)
    told = methods_paragraph(comparison)
    show_text(told.text)
    with st.expander("References"):
        show_text(told.references)
    with st.container(horizontal=True):
        offer("Paragraph", lambda: told.markdown, file_name(comparison, "methods.md"), "text/markdown")
        offer("BibTeX", lambda: told.bibtex, file_name(comparison, "references.bib"), "application/x-bibtex")
        csl = json.dumps([dict(work) for work in told.works], ensure_ascii=False, indent=1)
        name = file_name(comparison, "references.json")
        offer("CSL-JSON", lambda: csl, name, "application/json", help="For Zotero and others.")
