"""Expanders whose label counts something: they stay open when the count changes."""

from __future__ import annotations

from typing import Any

import streamlit as st


def fold(label: str, key: str, icon: str | None = None) -> Any:
    """Return an expander whose content is drawn only while it is open; another label leaves it as it was."""
    if st.session_state.get(f"{key}-label") != label:
        st.session_state[key] = st.session_state.get(f"{key}-open", False)
        st.session_state[f"{key}-label"] = label
    expander = st.expander(label, key=key, on_change="rerun", icon=icon)
    st.session_state[f"{key}-open"] = bool(expander.open)
    return expander
