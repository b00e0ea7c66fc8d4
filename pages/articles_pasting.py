"""Articles: what was pasted into the box becomes an article, or links to open."""

from __future__ import annotations

import re
from dataclasses import replace

import streamlit as st

from framing.read import ReadError, Reading, read_bytes, source_of
from framing.records import Event
from pages import articles_links, session
from pages.articles_taking import take

_PASTED = "The pasted text.txt"
_NAME = source_of(_PASTED)


def paste() -> None:
    """Add the pasted text, or ask for the pasted links; what cannot be read stays in the box, with the reason."""
    text, named = st.session_state["paste-text"], " ".join(st.session_state["paste-source"].split())
    links = articles_links.links_in(text)
    st.session_state["paste-error"] = ""
    # Words that stood around links before are still in the box, and make no article of a link that failed.
    if links.alone or (links.urls and links.rest == st.session_state.get("paste-words")):
        articles_links.ask(links.urls, named)
        words = links.rest if re.search(r"[^\W\d_]", links.rest) else ""
        st.session_state["paste-text"] = st.session_state["paste-words"] = words
        return
    try:
        take([_pasted(text, named)])
    except ReadError as error:
        st.session_state["paste-error"] = str(error)
        return
    articles_links.offer(text)
    st.session_state["paste-source"] = st.session_state["paste-text"] = ""


def _pasted(text: str, named: str) -> Reading:
    """Read a pasted text, or the export, page or event file that was pasted whole."""
    event = Event("", ()) if session.work().example else session.work().event
    reading = read_bytes(text.encode("utf-8", "replace"), _PASTED)
    if len(reading.event.articles) != 1:
        return reading
    article = reading.event.articles[0]
    source = named or (free_source(event) if article.source == _NAME else article.source)
    twin = next((a for a in event.articles if a.text == article.text), None)
    if twin and source in (named and twin.source, free_source(event), twin.source):
        raise ReadError(
            "The pasted text",
            f"it is here already, as {twin.source}; paste the other article, or name its source if two outlets "
            "really printed the same text",
        )
    return replace(reading, event=replace(reading.event, articles=(replace(article, source=source),)))


def free_source(event: Event) -> str:
    """Return the first of Source A, Source B … that no article has yet."""
    taken = {a.source for a in event.articles}
    letters = [chr(65 + i) for i in range(26)]
    names = (f"Source {first}{last}" for first in ["", *letters] for last in letters)
    return next(name for name in names if name not in taken)
