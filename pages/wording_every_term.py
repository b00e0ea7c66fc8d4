"""Every term and source as a table, with a box to search the terms."""

from __future__ import annotations

import pandas as pd
import streamlit as st

_LABELS = {
    "source": st.column_config.TextColumn(width="medium"),
    "term": st.column_config.TextColumn(width="medium"),
    "count": st.column_config.NumberColumn("uses here"),
    "rest": st.column_config.NumberColumn("uses in all others"),
    "rate": st.column_config.NumberColumn("per 1,000 words", format="%.2f"),
    "rest_rate": st.column_config.NumberColumn("per 1,000 in others", format="%.2f"),
    "log_odds": st.column_config.NumberColumn("log-odds", format="%.2f", help="Above 0: more here than elsewhere."),
    "z": st.column_config.NumberColumn(format="%.2f", help="The log-odds in standard errors."),
    "q": st.column_config.NumberColumn(format="%.3f", help="The chance of such a z, corrected for the list's length."),
    "passages": st.column_config.NumberColumn(help="Passages of the source in which the term stands."),
    "verdict": st.column_config.TextColumn(),
}


def show_table(table: pd.DataFrame) -> None:
    """Show the table of keyness, or those of its terms that hold the letters that were typed."""
    st.header("Every term and source", anchor=False)
    wanted = st.text_input("Search the terms", key="wording-search", icon=":material/search:", width=320)
    found = table[table["term"].str.contains(wanted.strip(), case=False, regex=False)]
    if found.empty:
        st.caption("No term with these letters is used twice. The tab In context finds every word.")
        return
    st.dataframe(
        found[list(_LABELS)],
        hide_index=True,
        column_config=_LABELS,
        alt="Every term and source with its counts, rates per 1,000 words, log-odds and z.",
    )
