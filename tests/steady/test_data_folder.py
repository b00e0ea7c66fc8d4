"""A data folder that is full, may only be read or is a file: it is said plainly, and comparing goes on."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from framing import store
from framing.records import Article, Event, Paragraph
from framing.store import delete_event, open_event, save_event, saved_events
from tests.steady.full_disk import full_disk

EVENT = Event("A bridge", (Article("Post", (Paragraph(" ".join(["Vaskarelin"] * 900)),)),))


def a_file(home, _):
    home.write_text("a file where the folder should be")


def nowhere(_, monkeypatch):
    monkeypatch.setenv("FRAMING_HOME", "/proc/nowhere")  # not even root makes a folder there


def full(_, monkeypatch):
    save_event(EVENT)
    full_disk(monkeypatch)


TROUBLES = [
    (a_file, r"there is a file in the folder's place; set FRAMING_HOME to a folder"),
    (full, "the disk is full"),
    pytest.param(nowhere, "No such file", marks=pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")),
]


@pytest.mark.parametrize(("trouble", "reason"), TROUBLES)
def test_an_event_that_cannot_be_saved_says_why(trouble, reason, home, monkeypatch):
    trouble(home, monkeypatch)
    with pytest.raises(OSError, match=rf"^The saved events in .* cannot be read or written \(.*{reason}.*\)\.$"):
        save_event(EVENT)


@pytest.mark.parametrize(
    ("fault", "free", "writable", "reason"),
    [
        ("SQLITE_IOERR_SHMSIZE", 0, True, "the disk is full"),
        ("SQLITE_CANTOPEN", 0, True, "the disk is full"),
        ("SQLITE_CANTOPEN", 10**9, False, "it may only be read"),
        ("SQLITE_CANTOPEN", 10**9, True, "it cannot be opened or made"),
        ("SQLITE_IOERR_WRITE", 10**9, True, "the disk failed while it was read or written"),
    ],
)
def test_what_sqlite_says_of_the_files_beside_is_told_plainly(fault, free, writable, reason, home, monkeypatch):
    home.mkdir()
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = fault
    monkeypatch.setattr(store.shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    monkeypatch.setattr(store.os, "access", lambda *_: writable)
    monkeypatch.setattr(store, "_opened", lambda *_, **_to_read: _raise(error))
    with pytest.raises(OSError, match=rf"^The saved events in .* cannot be read or written \({reason}\)\.$"):
        save_event(EVENT)


def _raise(error):
    raise error


def test_what_was_saved_before_the_disk_was_full_is_there(monkeypatch):
    key = save_event(EVENT)
    full_disk(monkeypatch)
    with pytest.raises(OSError, match="the disk is full"):
        save_event(Event("Another", EVENT.articles * 9), key)
    assert open_event(key) == EVENT
    assert [s.title for s in saved_events()] == ["A bridge"]


# Root may write everywhere, so what is asked is asked by another user; it is read as root would be refused elsewhere.
_ONLY_READ = """
import os, sys
from pathlib import Path
from framing import cache
from framing.records import *
from framing.store import open_event, save_event, saved_events
import numpy as np

event = Event("A bridge", (Article("Post", (Paragraph("One two."),)),))
key = save_event(event)
cache.keep_vectors({"a": np.ones(3, dtype="f4")}, "m")
assert cache.known_vectors(["a"], "m").keys() == {"a"}
home = Path(os.environ["FRAMING_HOME"])
for path in [*home.iterdir(), home]:
    path.chmod(0o555 if path.is_dir() else 0o444)
if os.geteuid() == 0:
    os.setuid(65534)
assert open_event(key) == event
assert [s.title for s in saved_events()] == ["A bridge"]
assert cache.known_vectors(["a"], "m").keys() <= {"a"}
cache.keep_vectors({"b": np.ones(3, dtype="f4")}, "m")
try:
    save_event(event)
except OSError as error:
    print(error)
"""


@pytest.fixture
def open_folder():
    """A folder that every user may look into; pytest's own are for one."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_folder_that_may_only_be_read_is_read(open_folder):
    home = open_folder / "home"
    command = [sys.executable, "-c", _ONLY_READ]
    environment = os.environ | {"FRAMING_HOME": str(home)}
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    home.chmod(0o755)
    assert told.stdout == f"The saved events in {home} cannot be read or written (it may only be read).\n", told.stderr


def test_nobody_else_on_the_computer_may_read_what_is_saved(home):
    home.mkdir(mode=0o755)
    save_event(EVENT)
    assert stat.S_IMODE((home / "events.sqlite").stat().st_mode) & 0o077 == 0


def test_what_was_deleted_is_not_left_in_the_file(home):
    save_event(Event("Another", (Article("Bell", (Paragraph("One two."),)),)))
    delete_event(save_event(EVENT))
    assert b"Vaskarelin" not in b"".join(path.read_bytes() for path in home.iterdir())


_PAGE = """
import streamlit as st
from pages import session, trouble
st.button("Save", on_click=session.save)
trouble.show_waiting()
comparison = session.comparison()
st.text(f"{len(comparison.points)} story points")
"""


@pytest.mark.parametrize(("trouble", "reason"), TROUBLES)
def test_the_page_says_it_and_compares_all_the_same(trouble, reason, home, monkeypatch):
    trouble(home, monkeypatch)
    page = AppTest.from_string(_PAGE).run(timeout=60)
    page.button[0].click().run(timeout=60)
    assert not page.exception
    (told,) = (element.value for element in page.error)
    assert reason in told.replace("\\", "")
    assert "It is still open here; download it as an event file." in told.replace("\\", "")
    assert int(page.text[0].value.split()[0]) > 3
