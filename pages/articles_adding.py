"""Articles: the box that takes texts, links and files, and folders beside it."""

from __future__ import annotations

import streamlit as st

from framing.read import ENDINGS
from pages.articles_files import take_files
from pages.articles_pasting import paste
from pages.reading import plain


def show_box() -> None:
    """Ask for articles: pasted texts and links, files, folders."""
    with st.container(border=True, key="box"):
        _show_paste()
        number = st.session_state.get("uploads", 0)
        st.file_uploader(
            "Or drop files here: web pages, PDF, Word, RTF, tables, zip, exports of databases, event files",
            accept_multiple_files=True, key=f"upload-{number}", on_change=take_files, args=(f"upload-{number}",),
            max_upload_size=60, help="Endings: " + ", ".join(ENDINGS),
        )  # fmt: skip
        with st.expander("Add a whole folder", key="folder", on_change="rerun", icon=":material/folder:") as folder:
            if folder.open:
                st.file_uploader(
                    "A folder: every file in it that can be read", accept_multiple_files="directory",
                    key=f"folder-{number}", on_change=take_files, args=(f"folder-{number}",), max_upload_size=60,
                )  # fmt: skip


def _show_paste() -> None:
    if st.session_state.pop("paste-source-used", None) == st.session_state.get("paste-source"):
        st.session_state["paste-source"] = ""
    # Leaving these runs the page: what is not sent then is lost when another page is opened.
    st.text_input(
        "Source (the outlet's name)", key="paste-source", placeholder="optional", max_chars=80, persist_state="session"
    )
    if "paste-refill" in st.session_state:
        parts = (st.session_state.get("paste-text", "").strip(), st.session_state.pop("paste-refill"))
        st.session_state["paste-text"] = "\n".join(part for part in parts if part)
    st.text_area(
        "Text of the article, headline first, or links, as many as you like", key="paste-text", height=200,
        persist_state="session",
    )  # fmt: skip
    if st.session_state.get("paste-error"):
        st.error(plain(st.session_state["paste-error"]))
    st.button("Add this text or these links", type="primary", on_click=paste, icon=":material/add:")
