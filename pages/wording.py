"""Wording: whose words are whose, what one source says in place of another's word, and where a word stands."""

from __future__ import annotations

from pages import session
from pages.address import show_tabs
from pages.withheld import need_texts
from pages.wording_actors import show_actors
from pages.wording_context import show_context
from pages.wording_swaps import show_swaps
from pages.wording_terms import show_terms

TABS = {"Stand out": show_terms, "Swaps": show_swaps, "In context": show_context, "Actors": show_actors}

comparison = session.comparison()
need_texts(comparison)
show_tabs(TABS, "wording-tab", comparison)
