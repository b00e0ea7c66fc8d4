"""Articles: read the chosen files one after another, with a bar that names the file, and add what they hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from framing.read import ENDINGS, ColumnsError, ReadError, Reading, read_bytes
from framing.records import Event
from pages.articles_taking import take
from pages.reading import plain


@dataclass
class Files:
    """Files that wait to be read, and what came of the others."""

    waiting: list[Any]
    count: int
    notes: list[str]
    readings: list[Reading] = field(default_factory=list)


def take_files(key: str) -> None:
    """Have the chosen files read when the page runs next; of a folder, those of a form that can be read."""
    files: list[Any] = st.session_state[key]
    st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1  # the old one would hand them over again
    known = [f for f in files if not key.startswith("folder") or f.name.lower().endswith(ENDINGS)]
    notes = []
    if files and not known:
        notes = ["The folder holds no file of a form that can be read; drop its files in the box to see why."]
    st.session_state["files"] = Files(known, len(known), notes)


def read_files() -> None:
    """Read what waits; the page runs again when all is read. After a click meanwhile the rest is read, too."""
    now: Files | None = st.session_state.get("files")
    if not now:
        return
    with st.container(border=True, key="reading-now"):
        bar = st.progress(0.0, "Reading files")
        st.button("Stop; leave the rest out", on_click=_stop)
    while now.waiting:
        read_next(now, bar)
    _finish(now)
    st.rerun()


def read_next(now: Files, bar: Any) -> None:
    """Read one file; one that cannot be read does not keep the others out."""
    file, done = now.waiting[0], now.count - len(now.waiting)
    told = f"{done + 1} of {now.count}: {file.name}"

    def report(share: float, within: str = "") -> None:
        bar.progress((done + share) / now.count, plain(f"{told}, {within}" if within else told))

    report(0.0)
    try:
        now.readings.append(read_bytes(file.getvalue(), file.name, report=report))
    except ColumnsError as error:
        now.readings.append(Reading(Event("", ()), (str(error),), tables=(error.table,)))
    except ReadError as error:
        now.notes.append(str(error))
    now.waiting.pop(0)


def _stop() -> None:
    now: Files = st.session_state["files"]
    rest = [file.name for file in now.waiting]
    if rest:
        more = f" and {len(rest) - 5} more" if len(rest) > 5 else ""
        now.notes.append(f"Not read, because you stopped: {', '.join(rest[:5])}{more}.")
    _finish(now)


def _finish(now: Files) -> None:
    st.session_state.pop("files", None)
    take(now.readings, now.notes)
