"""Articles: the links a visitor gave; those inside a text are opened only on request."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import streamlit as st

from framing.read.url import Fetched, Links, find_links
from pages.reading import plain

_MOST = 200  # links at once; more belong in a table that is worked off in parts


@dataclass
class Fetching:
    """Links that were asked for, those that are still to be fetched, and what came of the others."""

    asked: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    done: list[Fetched] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)  # by link, those that were typed


def links_in(text: str) -> Links:
    """Return the links in what was pasted."""
    return find_links(text)


def ask(urls: Iterable[str], source: str = "") -> None:
    """Have links fetched when the page runs next; one that is being fetched already is not asked for twice.

    `source` is the outlet of a single link.
    """
    urls = list(urls)
    now: Fetching = st.session_state.setdefault("fetching", Fetching())
    if source and len(urls) == 1:
        now.sources[urls[0]] = source
    new = [url for url in dict.fromkeys(urls) if url not in now.asked]
    room = max(_MOST - len(now.asked), 0)
    now.asked, now.waiting = now.asked + new[:room], now.waiting + new[:room]
    refill(new[room:])
    st.session_state.pop("links-offered", None)


def offer(text: str) -> None:
    """Keep the links that stand on lines of their own in a pasted text: they are opened only if the visitor says so."""
    alone = [line.strip() for line in text.splitlines() if re.fullmatch(r"\s*https?://\S+\s*", line)]
    st.session_state["links-offered"] = find_links("\n".join(alone)).urls


def show_offer() -> None:
    """Ask whether the links inside the text that was added last are to be opened."""
    urls = st.session_state.get("links-offered") or ()
    if urls:
        count = "a link on a line of its own" if len(urls) == 1 else f"{len(urls)} links on lines of their own"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(plain(f"The text you added holds {count}. Links inside a text are not opened by themselves."))
            st.button("Open and add" if len(urls) == 1 else "Open and add them", on_click=ask, args=(urls,))


def refill(urls: Iterable[str]) -> None:
    """Put links back into the box, below what is in it."""
    text = "\n".join((*st.session_state.get("paste-refill", "").split(), *urls))
    if text:
        st.session_state["paste-refill"] = text
