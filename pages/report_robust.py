"""Report, tab "How firm it is": the findings asked again under other settings, with one click."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.embed import load_encoder
from framing.export.csv_files import csv_parts
from framing.findings import findings
from framing.robustness import robustness, summary
from pages import session
from pages.report_taking import file_name, offer

_COLUMNS = {
    "text": st.column_config.TextColumn("finding", width="large"),
    "settings": st.column_config.NumberColumn("settings tried"),
    "share": st.column_config.ProgressColumn("holds in", format="percent", min_value=0, max_value=1),
    "hangs_on": st.column_config.TextColumn("hangs most on", width="medium"),
}
_SHOWN = ["text", "settings", "share", "holds", "same direction", "reversed", "not there", "hangs_on"]


def held(comparison: Comparison) -> pd.DataFrame | None:
    """Return in how many settings each finding holds, where that was asked of this comparison."""
    asked = _asked(comparison)
    return None if asked is None else summary(asked)


def show_robustness(comparison: Comparison) -> None:
    """Ask the findings again when the button is pressed, and show in how many settings each holds."""
    st.subheader("In how many settings does each finding hold?", anchor=False)
    st.caption(
        "Asks the findings again at lower and higher cuts, with and without shared agency copy, with and without "
        "cleaning; those on tone also through each instrument of favour, in all words and in the outlet's own. Where "
        "no copy is shared, or cleaning took nothing out, that choice changes nothing and is not counted."
    )
    if comparison.scores is None or not findings(comparison):
        st.info("There is no finding to ask again, or the articles' texts are not here.")
        return
    if st.button("Ask again under other settings", type="primary", icon=":material/rule:"):
        place = st.empty()
        made = robustness(comparison, load_encoder(), progress=lambda share, doing: place.progress(share, doing))
        place.empty()
        st.session_state["robustness"] = (_key(comparison), made)
    asked = _asked(comparison)
    if asked is None:
        st.caption("It takes from some seconds to a minute or two.")
        return
    table = summary(asked)
    firm, count = int((table["share"] == 1).sum()), len(table)
    others = " The others say what they hang on most." if firm < count else ""
    st.markdown(f"**{firm} of {count} findings hold in every setting.**{others}")
    st.dataframe(table[_SHOWN], hide_index=True, column_config=_COLUMNS, row_height=76)
    st.caption(
        "“Same direction”: the gap points the same way, but its interval holds zero. “Not there”: the story point is "
        "not found again. The table also stands at the end of the report."
    )
    offer(
        "Every finding and setting, as CSV", partial(_csv, asked), file_name(comparison, "robustness.csv"), "text/csv"
    )


def _csv(asked: pd.DataFrame) -> bytes:
    (content,) = csv_parts({"robustness": asked}).values()
    return content


def _asked(comparison: Comparison) -> pd.DataFrame | None:
    key, made = st.session_state.get("robustness", (None, None))
    return made if key == _key(comparison) else None


def _key(comparison: Comparison) -> tuple[object, ...]:
    return (session.work().key, comparison.cut, comparison.judgements)
