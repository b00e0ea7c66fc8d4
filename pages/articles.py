"""Articles: choose an example, paste, upload; see what cleaning removed, and put it back."""

from __future__ import annotations

import json
from dataclasses import replace

import streamlit as st

from framing.read import (
    ReadError,
    Reading,
    article_from_text,
    event_to_json,
    example_events,
    join,
    open_example,
    read_bytes,
)
from framing.records import Event
from pages import session
from pages.cards import show_card
from pages.reading import plain


def free_source(event: Event) -> str:
    """Return the first of Source A, Source B … that no article has yet."""
    taken = {a.source for a in event.articles}
    letters = [chr(65 + i) for i in range(26)]
    names = (f"Source {first}{last}" for first in ["", *letters] for last in letters)
    return next(name for name in names if name not in taken)


def paste() -> None:
    """Add the pasted text; where it cannot be read it stays in its box and the reason is shown."""
    event = Event("", ()) if mine.example else mine.event
    named = st.session_state["paste-source"].strip()
    try:
        article = article_from_text(st.session_state["paste-text"], named or free_source(event), "The pasted text")
        twin = next((a for a in event.articles if a.text == article.text), None)
        if twin and named in ("", twin.source):
            raise ReadError(
                "The pasted text",
                f"it is here already, as {twin.source}; paste the other article, or name its source if two outlets "
                "really printed the same text",
            )
    except ReadError as error:
        st.session_state["paste-error"] = str(error)
        return
    session.add_articles(Reading(Event("", (article,))))
    st.session_state["paste-source"] = st.session_state["paste-text"] = st.session_state["paste-error"] = ""


def upload() -> None:
    """Add the chosen files; one that cannot be read does not keep the others out."""
    number = st.session_state.get("uploads", 0)
    read, notes = Reading(Event("", ())), []
    for file in st.session_state[f"upload-{number}"]:
        try:
            reading = read_bytes(file.getvalue(), file.name)
            read = join(read.event, reading.event)
            notes += [*reading.notes, *read.notes]
        except ReadError as error:
            notes.append(str(error))
    st.session_state["uploads"] = number + 1  # a new uploader: the old one would hand over the same files again
    if read.event.articles:
        session.add_articles(Reading(read.event, tuple(dict.fromkeys(notes))))
    else:
        mine.notes = tuple(notes)


def entitle() -> None:
    """Give the event a title."""
    session.keep(replace(mine.event, title=st.session_state["event-title"].strip()))


def bring_back() -> None:
    """Put the article back that was removed last."""
    gone = mine.taken_out
    session.change(replace(mine.event, articles=(*mine.event.articles, gone)))


def add() -> None:
    """Ask for articles: pasted, as files, or an example."""
    st.subheader("Add articles about one event", anchor=False)
    if mine.example:
        st.caption("An example is open. Adding an article begins an event of your own; the example stays.")
        if "own" in st.session_state:
            st.button("Back to your own event", icon=":material/undo:", on_click=session.go_back)
    st.text_input(
        "Source (the outlet's name)", key="paste-source", placeholder="optional", max_chars=80, persist_state="session"
    )
    st.text_area("Text of the article, headline first", key="paste-text", height=220, persist_state="session")
    if st.session_state.get("paste-error"):
        st.error(plain(st.session_state["paste-error"]))
    st.button("Add this text", type="primary", on_click=paste, icon=":material/add:")
    st.file_uploader(
        "Or files: .txt, .md, or event files (.json)",
        accept_multiple_files=True,
        key=f"upload-{st.session_state.get('uploads', 0)}",
        on_change=upload,
    )
    st.subheader("Or open an example", anchor=False)
    with st.container(key="examples", gap="xsmall"):
        for name in example_events():
            example = open_example(name)
            st.button(
                plain(f"{example.title} ({len(example.articles)} articles)"),
                key=f"example-{name}",
                type="tertiary",
                icon=":material/article:",
                on_click=session.open_event,
                args=(example, name),
                wrap=True,
            )


def show() -> None:
    """Show the event's articles, and what to do next."""
    count = len(mine.event.articles)
    st.subheader(f"In this event: {'1 article' if count == 1 else f'{count} articles'}", anchor=False)
    if count and not mine.example:
        st.session_state["event-title"] = mine.event.title
        st.text_input("Title of the event", key="event-title", on_change=entitle, placeholder="optional", max_chars=120)
    if count > 1:
        with st.container(horizontal=True):
            if st.button("Compare them", type="primary", icon=":material/waves:"):
                st.switch_page("overview.py")
            if not mine.saved:
                st.button(
                    "Save", icon=":material/save:", on_click=session.save, help="Keep the event on this computer."
                )
            st.download_button(
                "Download as an event file",
                data=lambda: json.dumps(event_to_json(mine.event), ensure_ascii=False, indent=1),
                file_name="event.json",
                mime="application/json",
                on_click="ignore",
                icon=":material/download:",
                help="The articles, what you put back and your judgements. Add the file here to go on with them.",
            )
        if not mine.saved and not mine.example:
            st.caption("Not saved: it is gone when this tab is closed or reloaded.")
        if mine.saved:
            st.caption("Saved on this computer, with every change. This page's address opens it again: bookmark it.")
    elif count == 1:
        st.info("Add at least one more article about the same event, and they can be compared.")
    else:
        st.info("Paste a text or add files, or open an example.")
    for article in mine.event.articles:
        show_card(article)


mine = session.work()
left, right = st.columns([2, 3], gap="large")
with left:
    add()
with right:
    for note in mine.notes:
        st.warning(plain(note))
    if mine.taken_out:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(plain(f"{mine.taken_out.source} was removed."))
            st.button("Undo", on_click=bring_back)
    show()
