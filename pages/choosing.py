"""Choices among things that come from the articles: the address keeps them, another event or voice resets them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from pages.address import asked, asked_several, keep, keep_several, sign
from pages.reading import plain


def choose(
    label: str,
    options: Sequence[str],
    key: str,
    *,
    show: Callable[[str], str] = str,
    first: str | None = None,
    widget: Callable[..., Any] = st.selectbox,
    **looks: Any,
) -> str:
    """Ask for one of the options and return it; `first` is the usual one, the first option without it."""
    usual = options[0] if first is None else first
    if st.session_state.get(key) not in options:
        st.session_state[key] = asked(key, options, usual, write=sign)
    chosen: str = widget(label, options, format_func=show, key=key, persist_state="session", **looks)
    keep(key, chosen, usual, write=sign)
    return chosen


def choose_sources(sources: Sequence[str], key: str) -> list[str]:
    """Ask which sources to show, and return them in their usual order: all of two, and all where none is chosen."""
    if len(sources) < 3:
        return list(sources)
    if not set(st.session_state.get(key, ())) & set(sources):
        st.session_state[key] = asked_several(key, sources, sources, write=sign)
    wanted = st.pills("Sources", sources, selection_mode="multi", format_func=plain, key=key, persist_state="session")
    chosen = [source for source in sources if source in wanted] or list(sources)
    keep_several(key, chosen, sources, write=sign)
    return chosen
