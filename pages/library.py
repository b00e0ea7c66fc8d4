"""The saved events: find, open, rename, duplicate and delete them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from framing import store
from framing.read import ReadError
from framing.store import Saved
from pages import session
from pages.owner import how_listed, owner
from pages.reading import plain, show_text

_A_PAGE = 8


def show_library() -> None:
    """List the visitor's saved events that hold the words sought, what was saved last first."""
    if problem := st.session_state.pop("library-problem", None):
        show_text(problem, "fr-warning")
    if "deleted" in st.session_state:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(plain(f"{_name(st.session_state['deleted'][1].title)} was deleted."))
            st.button("Bring it back", key="undelete", icon=":material/undo:", on_click=_undelete)
    sought = st.text_input("Find words in titles, sources and texts", key="library-search", max_chars=200)
    try:
        found = store.saved_events(sought, owner=owner())
    except (OSError, ReadError) as error:
        show_text(f"{error} Comparing works all the same; keep your events as event files meanwhile.", "fr-warning")
        return
    if not found:
        st.info("No saved event holds these words." if sought.strip() else how_listed())
    pages = max(-(-len(found) // _A_PAGE), 1)
    page = st.pagination(pages, key=f"library-page-{pages}") if pages > 1 else 1
    for saved in found[(page - 1) * _A_PAGE : page * _A_PAGE]:
        _show_saved(saved)


def _show_saved(saved: Saved) -> None:
    is_open = session.work().saved == saved.key
    with st.container(border=True, key=f"saved-{saved.key}", gap="xsmall"):
        show_text(_name(saved.title), "fr-finding")
        about = saved.problem or f"{', '.join(saved.sources)} · {saved.words:,} words · {_when(saved)}"
        st.caption(plain(about))
        with st.container(horizontal=True):
            st.button(
                "Open now" if is_open else "Open", key=f"open-{saved.key}", icon=":material/folder_open:",
                disabled=is_open or bool(saved.problem), on_click=_open, args=(saved.key,),
            )  # fmt: skip
            with st.popover("Change", key=f"change-{saved.key}", on_change="rerun") as change:
                if change.open:
                    _show_changes(saved)


def _show_changes(saved: Saved) -> None:
    key = saved.key
    st.text_input("Title", saved.title, key=f"title-{key}", max_chars=120, on_change="ignore")
    st.button("Rename", key=f"rename-{key}", icon=":material/edit:", on_click=_rename, args=(key,))
    st.button(
        "Make a copy", key=f"copy-{key}", icon=":material/content_copy:", on_click=_duplicate, args=(key,),
        help="Under the title above, with “(copy)” after it.",
    )  # fmt: skip
    st.button("Delete", key=f"delete-{key}", icon=":material/delete:", on_click=_delete, args=(key,))


def _open(key: str) -> None:
    """Open a saved event; one that was set aside in this visit goes on as it is."""
    if waiting := next((w for w in session.aside() if w.saved == key), None):
        session.open_work(waiting)
        return
    try:
        event = store.open_event(key)
    except (OSError, ReadError) as error:
        st.session_state["library-problem"] = str(error)
        return
    if event:
        session.open_work(session.Work(event, None, saved=key))
    else:
        st.session_state["library-problem"] = "This event was deleted meanwhile."


def _rename(key: str) -> None:
    title = " ".join(st.session_state[f"title-{key}"].split())
    if _tried(lambda: store.rename_event(key, title)):
        for mine in session.works():
            if mine.saved == key:
                mine.event = replace(mine.event, title=title)


def _duplicate(key: str) -> None:
    title = " ".join(st.session_state[f"title-{key}"].split())
    _tried(lambda: store.duplicate_event(key, f"{_name(title)} (copy)", owner=owner()))


def _delete(key: str) -> None:
    def delete() -> None:
        if event := store.delete_event(key):
            st.session_state["deleted"] = (key, event)

    if _tried(delete):
        for mine in session.works():
            if mine.saved == key:
                mine.saved = None  # its next change would bring it back


def _undelete() -> None:
    key, event = st.session_state["deleted"]
    if _tried(lambda: store.save_event(event, key, owner=owner())):
        del st.session_state["deleted"]


def _tried(work: Callable[[], object]) -> bool:
    """Do what touches the disk; where it refuses, keep the reason for the page and return False."""
    try:
        work()
    except KeyError:
        st.session_state["library-problem"] = "This event was deleted meanwhile."
    except (OSError, ReadError) as error:
        st.session_state["library-problem"] = str(error)
    else:
        return True
    return False


def _name(title: str) -> str:
    return title or "Event without a title"


def _when(saved: Saved) -> str:
    """Return when an event was saved last, on the visitor's clock."""
    if saved.time is None:
        return "saved some time ago"
    try:
        zone: tzinfo = ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        zone = UTC
    return f"saved {saved.time.astimezone(zone):%d %B %Y, %H:%M}"
