from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from framing.records import Article, Event, Judgement, Paragraph
from framing.store import open_event, save_event

EVENT = Event(
    "A bridge",
    (
        Article("Post", (Paragraph("One  two."), Paragraph("See also\u00a0 More")), title="T", extra={"lean": "none"}),
        Article("Courier", (Paragraph("Three."),), published="2025-01-02"),
    ),
    date="2025-01-02",
    restored=frozenset({("abc", 1)}),
    judgements=(Judgement("a", "b", "same", "Ada", datetime(2025, 1, 2, 3, 4, tzinfo=UTC)),),
    extra={"set": 3},
)


def test_saved_event_comes_back_whole() -> None:
    assert open_event(save_event(EVENT)) == EVENT


def test_saved_event_keeps_its_articles_ids() -> None:
    found = open_event(save_event(EVENT))
    assert found is not None
    assert [a.id for a in found.articles] == [a.id for a in EVENT.articles]


def test_saving_under_a_key_replaces_what_was_there() -> None:
    key = save_event(EVENT)
    assert save_event(Event("Another", EVENT.articles), key) == key
    found = open_event(key)
    assert found is not None
    assert found.title == "Another"


def test_nobody_opens_an_event_without_its_key() -> None:
    key = save_event(EVENT)
    assert open_event(key[:-1]) is None
    assert open_event("") is None
    assert open_event("%") is None


def test_keys_cannot_be_guessed_from_one_another() -> None:
    keys = {save_event(EVENT) for _ in range(20)}
    assert len(keys) == 20
    assert min(len(key) for key in keys) >= 22


def test_folder_that_cannot_be_written_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    monkeypatch.setenv("FRAMING_HOME", str(tmp_path / "taken"))
    with pytest.raises(OSError, match="The event could not be saved in"):
        save_event(EVENT)


def test_damaged_file_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FRAMING_HOME", str(tmp_path))
    (tmp_path / "events.sqlite").write_bytes(b"no database" * 200)
    with pytest.raises(OSError, match="file is not a database"):
        save_event(EVENT)
