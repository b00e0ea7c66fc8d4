"""What can be done to a saved event in its place: rename, copy, delete, bring back."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from framing import store
from framing.store import Saved
from pages import session
from pages.library_opening import named, tried
from pages.owner import owner


def show_changes(saved: Saved) -> None:
    """Show what changes a saved event in its place."""
    key = saved.key
    st.text_input("Title", saved.title, key=f"title-{key}", max_chars=120, on_change="ignore")
    st.button("Rename", key=f"rename-{key}", icon=":material/edit:", on_click=_rename, args=(key,))
    st.button(
        "Make a copy", key=f"copy-{key}", icon=":material/content_copy:", on_click=_duplicate, args=(key,),
        help="Under the title above, with “(copy)” after it.",
    )  # fmt: skip
    st.button("Delete", key=f"delete-{key}", icon=":material/delete:", on_click=_delete, args=(key,))


def _rename(key: str) -> None:
    title = " ".join(st.session_state[f"title-{key}"].split())
    known = session.is_as_seen(key)
    if tried(lambda: store.rename_event(key, title)):
        if known:
            session.note_seen(key)
        for mine in session.works():
            if mine.saved == key:
                mine.event = replace(mine.event, title=title)


def _duplicate(key: str) -> None:
    title = " ".join(st.session_state[f"title-{key}"].split())
    tried(lambda: store.duplicate_event(key, f"{named(title)} (copy)", owner=owner()))


def _delete(key: str) -> None:
    def delete() -> None:
        event = store.delete_event(key)
        st.session_state.pop("deleted", None)
        if event:
            st.session_state["deleted"] = (key, event)

    if tried(delete):
        for mine in session.works():
            if mine.saved == key:
                mine.saved = None  # its next change would bring it back


def bring_back() -> None:
    """Save the event again that was deleted last."""
    key, event = st.session_state["deleted"]
    if tried(lambda: store.save_event(event, key, owner=owner())):
        del st.session_state["deleted"]
        session.note_seen(key)
        for mine in session.works():
            if mine.event == event and not mine.saved:
                mine.saved = key
