"""Articles: fetch the links a visitor gave, show what comes of each, and keep those that failed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from framing.read import Reading, together
from framing.read.url import Fetched, Links, find_links, read_links
from pages import session
from pages.reading import plain, show_text

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
    _refill(new[room:])
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


def fetch() -> None:
    """Fetch what waits, a line for each link; the page runs again when all is done."""
    now: Fetching | None = st.session_state.get("fetching")
    if not now:
        return
    total = len(now.asked)
    with st.container(border=True, key="fetching-now"):
        bar, lines = st.progress(0.0, "Opening links"), st.container(gap="xsmall")
        st.button("Stop; keep the rest in the box", on_click=_stop)
        for fetched in now.done:
            _show_line(lines, fetched)
        for fetched in read_links(tuple(now.waiting)):
            now.waiting.remove(fetched.url)
            now.done.append(fetched)
            _show_line(lines, fetched)
            bar.progress(len(now.done) / total, f"{len(now.done)} of {total} links")
    _finish(now)
    st.rerun()


def _show_line(lines: DeltaGenerator, fetched: Fetched) -> None:
    sources = ", ".join(a.source for a in fetched.reading.event.articles) if fetched.reading else ""
    with lines:
        show_text(f"✓ {fetched.url}: {sources}" if fetched.reading else f"✗ {fetched.problem}", "fr-plain fr-note")


def _stop() -> None:
    now: Fetching = st.session_state["fetching"]
    _refill(now.waiting)
    now.waiting = []
    _finish(now)


def _finish(now: Fetching) -> None:
    """Add what was read; what failed goes back into the box, with its reason beside it."""
    st.session_state.pop("fetching", None)
    done = sorted(now.done, key=lambda fetched: now.asked.index(fetched.url))
    found = together([_sourced(f.reading, now.sources.get(f.url)) for f in done if f.reading])
    failed = [fetched for fetched in done if not fetched.reading]
    if found.event.articles:
        session.add_articles(found)
    session.work().notes = tuple(dict.fromkeys((*session.work().notes, *(f.problem for f in failed))))
    _refill([fetched.url for fetched in failed])


def _sourced(reading: Reading, source: str | None) -> Reading:
    """Give what one link held the source that was typed for it, which then leaves its box."""
    articles = reading.event.articles
    if not source or len(articles) != 1:
        return reading
    st.session_state["paste-source-used"] = source
    return replace(reading, event=replace(reading.event, articles=(replace(articles[0], source=source),)))


def _refill(urls: Iterable[str]) -> None:
    text = "\n".join((*st.session_state.get("paste-refill", "").split(), *urls))
    if text:
        st.session_state["paste-refill"] = text
