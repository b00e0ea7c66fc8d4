"""One term of one source: its numbers in a sentence, and the sentences in which it stands."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.measure.wording.context import in_context
from framing.measure.wording.keyness import CHANCE, LEANS, STANDS_OUT
from framing.plots.text import signed
from pages.reading import plain
from pages.wording_choosing import Terms
from pages.wording_reading import show_places

_VERDICTS = {
    STANDS_OUT: "it stands out, however many terms are looked at",
    LEANS: "it would stand out, had nobody looked at other terms",
    CHANCE: "it may be chance with this much text",
}


def show_term(terms: Terms, row: pd.Series) -> None:
    """Show a row of the table of terms: the sentences of its source first, then those of the others."""
    st.header(plain(f"“{row['term']}” in {row['source']}"), anchor=False)
    used, elsewhere = ({0: "never", 1: "once"}.get(number, f"{number} times") for number in (row["count"], row["rest"]))
    st.caption(
        plain(
            f"{used} here ({row['rate']:.1f} per 1,000 words), {elsewhere} in all the others ({row['rest_rate']:.1f} "
            f"per 1,000). Log-odds {signed(row['log_odds'])}, z {signed(row['z'])}: {_VERDICTS[row['verdict']]}."
        )
    )
    st.button("Where it stands in each article", icon=":material/barcode:", on_click=_open_context, args=(row["term"],))
    show_places(terms.comparison, in_context(terms.passages, row["term"]), first=row["source"])


def _open_context(term: str) -> None:
    st.session_state["wording-query"] = term
    st.session_state["wording-tab"] = "In context"
