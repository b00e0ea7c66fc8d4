"""Report, tab "How firm it is": the findings asked again under other settings, with one click."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.export.csv_files import csv_parts
from framing.export.tables import of_event
from framing.findings import findings
from framing.robustness import summary
from pages.report_asking import answer, ask_if_wanted, firmness, want
from pages.report_taking import file_name, offer

TAB = "How firm it is"
_COLUMNS = {
    "text": st.column_config.TextColumn("finding", width="large"),
    "held": st.column_config.TextColumn("holds in", help="settings in which it holds, of those that were tried"),
    "hangs_on": st.column_config.TextColumn("hangs most on", width="medium"),
}
_SHOWN = ["text", "held", "same direction", "reversed", "not there", "hangs_on"]


def show_robustness(comparison: Comparison) -> None:
    """Ask the findings again when the button is pressed, and show in how many settings each holds."""
    st.header("In how many settings does each finding hold?", anchor=False)
    st.caption(
        "Asks the findings again at lower and higher cuts, with and without shared agency copy, with and without "
        "cleaning; those on tone also through each instrument of favour, in all words and in the outlet's own. Where "
        "no copy is shared, or cleaning took nothing out, that choice changes nothing and is not counted."
    )
    if comparison.scores is None:
        st.info(
            "The articles' texts are not here, so nothing can be asked again. Add the articles on the page Articles."
        )
        return
    if not findings(comparison):
        st.info("The sources cannot be told apart with this much text, so there is no finding to ask again.")
        return
    if st.button("Ask again under other settings", type="primary", icon=":material/rule:"):
        want(comparison)
    ask_if_wanted(comparison)
    asked = answer(comparison)
    if asked is None:
        st.caption("It takes from some seconds to a minute or two, and can be stopped.")
        return
    table = summary(asked)
    st.markdown(firmness(table))
    held = [f"{holds} of {count}" for holds, count in zip(table["holds"], table["settings"], strict=True)]
    shown = table.assign(held=held, hangs_on=table["hangs_on"].replace("", "–"))
    st.dataframe(shown[_SHOWN], hide_index=True, column_config=_COLUMNS, row_height=76)
    st.caption(
        "“Same direction”: the gap points the same way, but its interval holds zero. “Not there”: the story point is "
        "not found again. The table is a part of the report, too."
    )
    offer(
        "Every finding and setting, as CSV",
        partial(_csv, comparison, asked),
        file_name(comparison, "robustness.csv"),
        "text/csv",
    )


def open_robustness() -> None:
    """Go to this tab."""
    st.session_state["report-tab"] = TAB


def _csv(comparison: Comparison, asked: pd.DataFrame) -> bytes:
    (content,) = csv_parts({"robustness": of_event(comparison, "robustness", asked)}).values()
    return content
