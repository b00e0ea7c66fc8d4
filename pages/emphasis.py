"""Emphasis: how much, how early, how often and in whose words each source tells each thing, and what it leaves out."""

from __future__ import annotations

import streamlit as st

from pages import session
from pages.emphasis_omission import show_omissions
from pages.emphasis_order import show_order
from pages.emphasis_share import show_shares

TABS = {"Share": show_shares, "Left out": show_omissions, "Order": show_order}

comparison = session.comparison()
session.need_points(comparison)
# Only the tab that is open is computed.
for tab, show in zip(st.tabs(list(TABS), key="emphasis-tab", on_change="rerun"), TABS.values(), strict=True):
    with tab:
        if tab.open:
            show(comparison)
