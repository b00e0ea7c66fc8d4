"""Articles: the box that takes texts, links and files, and folders beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import streamlit as st

from framing.read import ENDINGS, ColumnsError, ReadError, Reading, read_bytes, source_of, together
from framing.records import Event
from pages import articles_links, session
from pages.reading import plain

_PASTED = "The pasted text.txt"
_NAME = source_of(_PASTED)


def show_box() -> None:
    """Ask for articles: pasted texts and links, files, folders."""
    with st.container(border=True, key="box"):
        if st.session_state.pop("paste-source-used", None) == st.session_state.get("paste-source"):
            st.session_state["paste-source"] = ""
        # Leaving these runs the page: what is not sent then is lost when another page is opened.
        st.text_input(
            "Source (the outlet's name)",
            key="paste-source",
            placeholder="optional",
            max_chars=80,
            persist_state="session",
        )
        if "paste-refill" in st.session_state:
            parts = (st.session_state.get("paste-text", "").strip(), st.session_state.pop("paste-refill"))
            st.session_state["paste-text"] = "\n".join(part for part in parts if part)
        st.text_area(
            "Text of the article, headline first, or links, as many as you like",
            key="paste-text",
            height=200,
            persist_state="session",
        )
        if st.session_state.get("paste-error"):
            st.error(plain(st.session_state["paste-error"]))
        st.button("Add this text or these links", type="primary", on_click=_paste, icon=":material/add:")
        number = st.session_state.get("uploads", 0)
        st.file_uploader(
            "Or drop files here: web pages, PDF, Word, RTF, tables, zip, exports of databases, event files",
            accept_multiple_files=True, key=f"upload-{number}", on_change=_upload, args=(f"upload-{number}",),
            max_upload_size=60, help="Endings: " + ", ".join(ENDINGS),
        )  # fmt: skip
        with st.expander("Add a whole folder", key="folder", on_change="rerun", icon=":material/folder:") as folder:
            if folder.open:
                st.file_uploader(
                    "A folder: every file in it that can be read", accept_multiple_files="directory",
                    key=f"folder-{number}", on_change=_upload, args=(f"folder-{number}",), max_upload_size=60,
                )  # fmt: skip


def _paste() -> None:
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
        _take([_pasted(text, named)])
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


def _upload(key: str) -> None:
    """Add the chosen files; one that cannot be read does not keep the others out."""
    files: list[Any] = st.session_state[key]
    st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1  # the old one would hand them over again
    readings, notes = [], []
    in_folder = key.startswith("folder")
    for file in files:
        if in_folder and not file.name.lower().endswith(ENDINGS):
            continue
        try:
            readings.append(read_bytes(file.getvalue(), file.name))
        except ColumnsError as error:
            readings.append(Reading(Event("", ()), (str(error),), tables=(error.table,)))
        except ReadError as error:
            notes.append(str(error))
    if in_folder and not readings and not notes:
        notes.append("The folder holds no file of a form that can be read; drop its files in the box to see why.")
    _take(readings, notes)


def _take(readings: list[Reading], notes: Iterable[str] = ()) -> None:
    """Add what was read; where there is nothing, the event stays and only what is to be said is said."""
    read = together(readings)
    read = replace(read, notes=tuple(dict.fromkeys((*notes, *read.notes))))
    projects = [r.project for r in readings if r.project]
    if read.event.articles or read.tables or projects:
        session.add_articles(read, projects)
    else:
        session.work().notes = read.notes
