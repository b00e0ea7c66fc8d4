from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime
from pathlib import Path

import pytest

from framing.read.event_file import event_from_json, event_to_json
from framing.records import Article, Event, Judgement, Paragraph
from framing.store import (
    delete_event,
    duplicate_event,
    open_event,
    rename_event,
    save_event,
    saved_events,
)

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
    cut=0.62,
)


def test_saved_event_comes_back_whole() -> None:
    assert open_event(save_event(EVENT)) == EVENT


def test_saved_event_keeps_its_articles_ids() -> None:
    found = open_event(save_event(EVENT))
    assert found is not None
    assert [a.id for a in found.articles] == [a.id for a in EVENT.articles]


@pytest.mark.parametrize(("kept", "cut", "extra"), [("0.4", 0.4, {}), ('"deep"', None, {"cut": "deep"})])
def test_what_another_program_keeps_under_the_key_cut_stays(kept: str, cut: float | None, extra: dict) -> None:
    event = event_from_json(f'{{"cut": {kept}, "articles": [{{"source": "Post", "text": "One."}}]}}', "an event")
    assert (event.cut, event.extra) == (cut, extra)
    assert event_to_json(event)["cut"] == (cut or "deep")


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
    with pytest.raises(OSError, match=r"The saved events in .* cannot be read or written"):
        save_event(EVENT)


def test_damaged_file_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FRAMING_HOME", str(tmp_path))
    (tmp_path / "events.sqlite").write_bytes(b"no database" * 200)
    with pytest.raises(OSError, match=r"events\.sqlite is damaged: put a copy in its place"):
        save_event(EVENT)


OTHER = Event("A harbour", (Article("The Wave", (Paragraph("Ferries stopped at noon."),)),))


class TestLibrary:
    def test_it_lists_what_was_saved_last_first(self) -> None:
        first, second = save_event(EVENT), save_event(OTHER)
        found = saved_events()
        assert [s.key for s in found] == [second, first]
        assert (found[1].title, found[1].sources, found[1].words) == ("A bridge", ("Post", "Courier"), 6)
        assert found[0].time is not None
        assert abs((datetime.now(UTC) - found[0].time).total_seconds()) < 60

    @pytest.mark.parametrize(
        ("search", "titles"),
        [
            ("", ["A harbour", "A bridge"]),
            ("bridge", ["A bridge"]),
            ("COURIER", ["A bridge"]),
            ("noon ferries", ["A harbour"]),
            ("noon bridge", []),
            ("%", []),
        ],
    )
    def test_every_word_of_a_search_stands_in_what_it_finds(self, search: str, titles: list[str]) -> None:
        save_event(EVENT)
        save_event(OTHER)
        assert [s.title for s in saved_events(search)] == titles

    def test_nothing_saved_is_an_empty_library_and_makes_no_file(self, home: Path) -> None:
        assert saved_events() == ()
        assert not home.exists()

    def test_nobody_lists_what_another_owns(self) -> None:
        key = save_event(EVENT, owner="ada")
        assert saved_events(owner="bob") == saved_events() == ()
        assert [s.key for s in saved_events(owner="ada")] == [key]

    def test_saving_again_leaves_an_event_with_its_owner(self) -> None:
        key = save_event(EVENT, owner="ada")
        save_event(OTHER, key, owner="bob")
        assert [s.title for s in saved_events(owner="ada")] == ["A harbour"]
        assert saved_events(owner="bob") == ()

    def test_an_event_is_renamed_duplicated_deleted_and_brought_back(self) -> None:
        key = save_event(EVENT)
        rename_event(key, "The bridge")
        copy = duplicate_event(key, "The bridge, once more")
        assert {s.title for s in saved_events()} == {"The bridge", "The bridge, once more"}
        gone = delete_event(key)
        assert [s.key for s in saved_events()] == [copy]
        assert open_event(key) is None
        assert gone is not None
        assert save_event(gone, key) == key
        assert open_event(key) == gone

    def test_a_damaged_row_hides_no_other_and_can_be_deleted(self, home: Path) -> None:
        good, bad = save_event(EVENT), save_event(OTHER)
        with sqlite3.connect(home / "events.sqlite") as file:
            file.execute("UPDATE events SET content = ? WHERE key = ?", ('{"articles": []}', bad))
        file.close()
        found = {s.key: s.problem for s in saved_events()}
        assert found == {good: "", bad: "a saved event: the event file holds no article."}
        assert delete_event(bad) is None
        assert [s.key for s in saved_events()] == [good]

    @pytest.mark.parametrize("change", [delete_event, lambda key: rename_event(key, "T")])
    def test_an_event_that_is_not_there_is_said(self, change) -> None:
        with pytest.raises(KeyError, match="No event is saved under the key 'x'"):
            change("x")


def test_file_of_the_first_version_keeps_its_events(home: Path) -> None:
    key = save_event(EVENT)
    with sqlite3.connect(home / "events.sqlite") as old:
        (content,) = old.execute("SELECT content FROM events").fetchone()
        old.executescript(
            "DROP TABLE events; PRAGMA user_version = 0;"
            "CREATE TABLE events (key TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT"
        )
        old.execute("INSERT INTO events VALUES (?, ?)", (key, content))
    old.close()
    assert open_event(key) == EVENT
    assert [(s.key, s.time) for s in saved_events()] == [(key, None)]


def test_file_of_a_later_version_is_left_alone_and_said(home: Path) -> None:
    save_event(EVENT)
    with sqlite3.connect(home / "events.sqlite") as later:
        later.execute("PRAGMA user_version = 99")
    later.close()
    with pytest.raises(OSError, match="from a later version of Framing: install that one"):
        save_event(EVENT)


def test_a_first_save_waits_for_another_that_makes_the_file_at_the_same_time(home):
    home.mkdir()
    other = sqlite3.connect(home / "events.sqlite", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    other.execute("CREATE TABLE begun (a)")
    with ThreadPoolExecutor(1) as beside:
        saving = beside.submit(save_event, EVENT)
        assert wait([saving], timeout=0.2).not_done
        other.execute("COMMIT")
        assert open_event(saving.result(timeout=10)) == EVENT
    other.close()
