"""Report, tab "One finding": a page of evidence for one finding, with the reader's own note."""

from __future__ import annotations

from functools import partial

import streamlit as st

from framing.comparison import Comparison
from framing.export.report_evidence import evidence_sheet
from framing.findings import findings
from pages.choosing import choose
from pages.reading import plain
from pages.report_taking import file_name, offer, show_page


def show_sheet(comparison: Comparison) -> None:
    """Ask for a finding and a note; offer the sheet and show it."""
    found = findings(comparison)
    if not found:
        st.info("The sources cannot be told apart with this much text, so there is no finding to show evidence for.")
        return
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.header("The evidence for one finding, on one sheet", anchor=False)
        texts = [finding.text for finding in found]
        number = texts.index(choose("Finding", texts, "sheet-finding", widget=st.radio, show=plain))
        note = st.text_area("Your note", key=f"sheet-note-{found[number].text}", persist_state="session")
        st.caption("Without a note the sheet has lines to write on.")
        make = partial(evidence_sheet, comparison, found[number], note=note)
        name = file_name(comparison, f"finding-{number + 1}.html")
        offer("Download the sheet", make, name, "text/html", main=True)
    with right:
        show_page(make(), "Preview of the sheet", 900)
