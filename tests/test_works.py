"""What is said of an event that was saved, where that cannot be read or written."""

from __future__ import annotations

import pytest

from framing.records import Event
from framing.store import save_event
from pages.unsaved import is_unsaved
from pages.works import Work, saved_work
from tests.handmade import bell, post

EVENT = Event("A bridge", (bell(), post()))


@pytest.fixture(autouse=True)
def library(monkeypatch, tmp_path):
    monkeypatch.setenv("FRAMING_HOME", str(tmp_path))
    return tmp_path / "events.sqlite"


def test_a_saved_event_is_opened_and_another_address_has_none():
    key = save_event(EVENT)
    assert (saved_work(key).event, saved_work(key).saved) == (EVENT, key)
    assert "No event is saved under this address" in saved_work("0" * 32).notes[0]
    assert saved_work(None) is None


def test_a_library_that_cannot_be_read_is_not_called_empty(library):
    library.write_bytes(b"no database at all" * 100)
    assert "cannot be read" in saved_work("0" * 32).notes[0]


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (Work(EVENT, None), True),
        (Work(EVENT, None, saved="k"), False),
        (Work(EVENT, None, saved="k", unwritten=True), True),
        (Work(EVENT, "ferry-terminal"), False),
        (Work(Event("", ()), None), False),
    ],
)
def test_what_would_be_lost_with_the_tab_counts_as_unsaved(work, expected):
    assert is_unsaved(work) is expected
