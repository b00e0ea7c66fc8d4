"""Emphasis: how much, how early, how often and in whose words each source tells each thing, and what it leaves out."""

from __future__ import annotations

from pages import session
from pages.address import show_tabs
from pages.emphasis_omission import show_omissions
from pages.emphasis_order import show_order
from pages.emphasis_share import show_shares

TABS = {"Share": show_shares, "Left out": show_omissions, "Order": show_order}

comparison = session.comparison()
session.need_points(comparison)
show_tabs(TABS, "emphasis-tab", comparison)
