"""Articles: fetch the links that were asked for, show what comes of each, and keep those that failed."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from framing.read import Reading, together
from framing.read.url import Fetched, read_links
from pages import session
from pages.articles_links import Fetching, refill
from pages.reading import show_text


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
    refill(now.waiting)
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
    refill([fetched.url for fetched in failed])


def _sourced(reading: Reading, source: str | None) -> Reading:
    """Give what one link held the source that was typed for it, which then leaves its box."""
    articles = reading.event.articles
    if not source or len(articles) != 1:
        return reading
    st.session_state["paste-source-used"] = source
    return replace(reading, event=replace(reading.event, articles=(replace(articles[0], source=source),)))
