"""Asking the findings again under other settings: what was wanted, what came out, and its part of the report."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.embed import load_encoder
from framing.export.report import PARTS
from framing.export.report_sections import ROBUSTNESS
from framing.robustness import robustness, summary
from pages import session, working

_WANTED, _MADE = "robustness-wanted", "robustness"


def answer(comparison: Comparison) -> pd.DataFrame | None:
    """Return one row a finding and setting, where that was asked of this comparison."""
    key, made = st.session_state.get(_MADE, (None, None))
    return made if key == _key(comparison) else None


def held(comparison: Comparison) -> pd.DataFrame | None:
    """Return in how many settings each finding holds, where that was asked of this comparison."""
    made = answer(comparison)
    return None if made is None else summary(made)


def want(comparison: Comparison) -> None:
    """Note that the findings shall be asked again."""
    st.session_state[_WANTED] = _key(comparison)


def ask_if_wanted(comparison: Comparison) -> None:
    """Ask again what is wanted, showing how far it is; keep what comes out, also as a part of the usual report."""
    if st.session_state.get(_WANTED) != _key(comparison):
        return
    work = partial(robustness, comparison, load_encoder())
    stopped = "Asking again was stopped before it was done."
    made = working.result(_MADE, _key(comparison), lambda report: work(progress=report), stopped=stopped)
    if made is None:
        return
    del st.session_state[_WANTED]
    if st.session_state.get("report-parts") == usual_parts(asked_again=False):
        st.session_state["report-parts"] = usual_parts(asked_again=True)
    st.session_state[_MADE] = (_key(comparison), made)


def usual_parts(*, asked_again: bool) -> list[str]:
    """Return the parts of the report in their usual order, with this one where it has something to tell."""
    return [name for name in PARTS if name != ROBUSTNESS or asked_again]


def firmness(table: pd.DataFrame) -> str:
    """Say of how many findings of a summary it is sure that they hang on no setting."""
    firm, count = int((table["share"] == 1).sum()), len(table)
    if firm == count:
        return f"**{'The one finding holds' if count == 1 else f'All {count} findings hold'} in every setting.**"
    if firm == 0:
        told = "The one finding does not hold" if count == 1 else f"None of {count} findings holds"
    else:
        told = f"{firm} of {count} findings {'holds' if firm == 1 else 'hold'}"
    return f"**{told} in every setting.** The last column says what a finding hangs on most, where that is one choice."


def _key(comparison: Comparison) -> tuple[object, ...]:
    return (session.work().key, comparison.cut, comparison.judgements)
