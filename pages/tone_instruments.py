"""Tone, tab "Instruments": how far the instruments agree on these sentences, and where they disagree most."""

from __future__ import annotations

from itertools import combinations

import pandas as pd
import streamlit as st

from framing.measure import INSTRUMENTS
from framing.measure.disagreement import FEWEST, SENTENCE, agreement, disagreement, side_by_side
from framing.plots import instrument_agreement
from framing.plots.text import percent, signed
from framing.plots.told import alternative, extremes
from pages import session
from pages.clicking import show_figure
from pages.screen import narrow
from pages.tone_reading import Row, ask_for_words, show_sentences
from pages.tone_view import View

MOST = 8  # sentences shown


def show_instruments(view: View) -> None:
    """Show the correlations between instruments, and the sentences on which two of them disagree most."""
    heard = side_by_side(view.heard)
    wide = heard[[name for name in view.comparison.instruments if name in heard]]  # some hear one voice only
    correlations = agreement(wide)
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header("How far the instruments agree on these sentences", anchor=False)
        pairs = list(combinations(wide, 2))
        named = [f"{INSTRUMENTS[a].label} and {INSTRUMENTS[b].label}" for a, b in pairs]
        most = extremes(named, [float(correlations.loc[a, b]) for a, b in pairs])
        alt = alternative("Rank correlations between instruments", most)
        figure = instrument_agreement(correlations, narrow=narrow(), mode=session.mode())
        clicked = show_figure(figure, _key(view), alt, {name: INSTRUMENTS[name].label for name in wide})
        st.caption(
            f"Spearman's rank correlation over {len(wide)} sentences: +1 the same order, 0 none, −1 the opposite. "
            "They measure different things, so a low figure is no fault; where a finding hangs on one instrument "
            f"alone, look at its card on the page Methods.{silent(correlations)} Click a square for its sentences."
        )
        with st.expander("The same as a table"):
            labels = {name: INSTRUMENTS[name].label for name in wide}
            st.dataframe(correlations.rename(index=labels, columns=labels).round(2), placeholder="–")
    with right:
        one, other = clicked if clicked and set(clicked) <= set(wide) else _default(view, list(wide))
        labels = f"{INSTRUMENTS[one].label} and {INSTRUMENTS[other].label}"
        st.header(f"Where {labels} disagree most", anchor=False)
        st.caption("Sentences that stand high among all by the one and low by the other.")
        ask_for_words(view)
        _show_disagreement(view, wide, one, other)


def silent(correlations: pd.DataFrame) -> str:
    """Say why some squares hold a dash, where any does."""
    mute = [INSTRUMENTS[name].label for name in correlations if correlations[name].drop(name).isna().all()]
    if not mute:
        return ""
    return (
        f" A dash: {' and '.join(mute)} scores fewer than {FEWEST} sentences here, or all alike, so none can be said."
    )


def _key(view: View) -> str:
    """Return a key of the figure for the instrument chosen, and forget what was clicked while another one was."""
    for name in INSTRUMENTS.keys() - {view.instrument.name}:
        st.session_state.pop(f"agreement-{name}-clicked", None)
    return f"agreement-{view.instrument.name}"


def _default(view: View, names: list[str]) -> tuple[str, str]:
    """Return the instrument that is shown, and the known baseline beside it, or else another that heard something."""
    mine = view.instrument.name
    return mine, next(name for name in ("vader", "rated", *names) if name != mine and name in names)


def _show_disagreement(view: View, wide: pd.DataFrame, one: str, other: str) -> None:
    table = disagreement(wide, one, other).head(MOST)
    scored = table.set_index(SENTENCE).to_dict("index")

    def note(row: Row) -> str:
        found = scored[row["passage"], row["sentence"]]
        return " · ".join(
            f"{INSTRUMENTS[name].label} {signed(found[name])}, at or above {percent(found[f'{name}_above'])} of them"
            for name in (one, other)
        )

    sentences = view.heard[view.heard["instrument"] == one].set_index(SENTENCE)
    show_sentences(view, sentences.loc[list(scored)].reset_index(), note)
