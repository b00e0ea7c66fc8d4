from __future__ import annotations

from pathlib import Path

import pytest

from framing.records import Event
from framing.store import delete_event, save_event, saved_events
from pages.library import library_state
from tests.handmade import bell, post


def test_looking_leaves_the_file_as_it_is_and_every_change_shows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FRAMING_HOME", str(tmp_path))
    assert library_state() == ()
    key = save_event(Event("A bridge", (bell(),)))
    states = [library_state()]
    assert len(saved_events()) == 1
    assert library_state() == states[0]
    save_event(Event("A bridge, mended", (bell(), post())), key)
    states.append(library_state())
    delete_event(key)
    states.append(library_state())
    assert len(set(states)) == 3
