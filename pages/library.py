"""The saved events: find, open, rename, duplicate and delete them."""

from __future__ import annotations

from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from framing import store
from framing.read import ReadError
from framing.resources import home
from framing.store import Saved
from pages import session
from pages.library_changes import bring_back, show_changes
from pages.library_opening import named, open_saved, show_problem
from pages.owner import how_listed, owner
from pages.reading import plain, show_text

_A_PAGE = 8


def show_library() -> None:
    """List the visitor's saved events that hold the words sought, what was saved last first."""
    show_problem()
    if "deleted" in st.session_state:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(plain(f"{named(st.session_state['deleted'][1].title)} was deleted."))
            st.button("Bring it back", key="undelete", icon=":material/undo:", on_click=bring_back)
    sought = st.text_input("Find words in titles, sources and texts", key="library-search", max_chars=200)
    try:
        found = _listed(sought, owner(), library_state())
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
        show_text(named(saved.title), "fr-finding")
        about = saved.problem or f"{', '.join(saved.sources)} · {saved.words:,} words · {_when(saved)}"
        st.caption(plain(about))
        with st.container(horizontal=True):
            st.button(
                "Open now" if is_open else "Open", key=f"open-{saved.key}", icon=":material/folder_open:",
                disabled=is_open or bool(saved.problem), on_click=open_saved, args=(saved.key,),
            )  # fmt: skip
            with st.popover("Change", key=f"change-{saved.key}", on_change="rerun") as change:
                if change.open:
                    show_changes(saved)


@st.cache_data(scope="session", max_entries=3, show_spinner=False)
def _listed(sought: str, owner: str, state: tuple[tuple[int, int], ...]) -> tuple[Saved, ...]:
    """Return an owner's events; every one is read for it, so it is not done anew while the file stays as it is."""
    return store.saved_events(sought, owner=owner) if state else ()


def library_state() -> tuple[tuple[int, int], ...]:
    """Return what tells the file of saved events from what it was: when it was written last, and its size."""
    paths = [home() / f"events.sqlite{ending}" for ending in ("", "-wal")]
    return tuple((path.stat().st_mtime_ns, path.stat().st_size) for path in paths if path.is_file())


def _when(saved: Saved) -> str:
    """Return when an event was saved last, on the visitor's clock."""
    if saved.time is None:
        return "saved some time ago"
    try:
        zone: tzinfo = ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        zone = UTC
    return f"saved {saved.time.astimezone(zone):%d %B %Y, %H:%M}"
