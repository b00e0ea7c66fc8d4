"""The library of saved events, in a SQLite file in the user's data folder.

A saved event is opened with its key, which cannot be guessed: who does not hold it can neither find the event nor learn
that there is one. A library lists the events of one owner only, and an owner's name is a secret too unless the program
serves one person on one computer.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from framing.read.errors import ReadError
from framing.read.event_file import event_from_json, event_to_json
from framing.records import Event
from framing.resources import home, make_private

HERE = "here"
"""The owner of what is saved on a computer that one person uses."""

_PATIENCE = 10.0  # seconds that others are waited for who use the file
_ROOM = 2**16  # bytes; with less on the disk, what fails fails for want of room

# Each step brings a file from the version that is its place in the list to the next; a file tells its version.
_STEPS = (
    "CREATE TABLE IF NOT EXISTS events (key TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT",
    "ALTER TABLE events ADD COLUMN owner TEXT NOT NULL DEFAULT 'here'",
    "ALTER TABLE events ADD COLUMN saved TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX of_owner ON events (owner, saved)",
)


_FULL, _READ_ONLY = "the disk is full", "it may only be read"
_REASONS = {
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_IOERR": "the disk failed while it was read or written",
    "SQLITE_CANTOPEN": "it cannot be opened or made",
    "SQLITE_NOTADB": "events.sqlite is damaged: put a copy in its place, or move it away to begin anew",
    "SQLITE_CORRUPT": "events.sqlite is damaged: put a copy in its place, or move it away to begin anew",
    "SQLITE_BUSY": "another program holds it; try again",
}


@dataclass(frozen=True, slots=True)
class Saved:
    """What a library shows of a saved event; `time` is when it was saved last, in UTC.

    `problem` says why an event cannot be opened; its row is shown all the same, so that it can be deleted.
    """

    key: str
    title: str
    sources: tuple[str, ...]
    words: int
    time: datetime | None
    problem: str = ""


class ChangedElsewhereError(Exception):
    """Raised where a saved event is not any more what it was when it was last seen."""


def save_event(event: Event, key: str | None = None, *, owner: str = HERE, seen: str = "") -> str:
    """Save an event with everything a person decided about it, and return its key: the one given, or a new one.

    An event that is saved again stays with its owner. With `seen`, what `last_saved` said when the event was opened or
    saved, nothing is written over what somebody else has made of it since. Raises ChangedElsewhereError then, and
    OSError, saying where, when the data folder cannot be written.
    """
    key = key or secrets.token_urlsafe(16)
    content = json.dumps(event_to_json(event), ensure_ascii=False)
    row = (key, content, owner, datetime.now(UTC).isoformat(timespec="microseconds"))
    with _events() as table:
        if seen:
            given = (content, row[3], key, seen)
            if not table.execute(
                "UPDATE events SET content = ?, saved = ? WHERE key = ? AND saved = ?", given
            ).rowcount:
                raise ChangedElsewhereError
            return key
        table.execute(
            "INSERT INTO events (key, content, owner, saved) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET content = excluded.content, saved = excluded.saved",
            row,
        )
    return key


def last_saved(key: str) -> str:
    """Return when an event was saved last, ISO 8601, or "" where there is none. Raises as `open_event` does."""
    if not (home() / "events.sqlite").is_file():
        return ""
    with _events(to_read=True) as table:
        row = table.execute("SELECT saved FROM events WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def open_event(key: str) -> Event | None:
    """Return the event saved under the key, or None. Raises OSError when the data folder cannot be read."""
    if not (home() / "events.sqlite").is_file():
        return None
    with _events(to_read=True) as table:
        row = table.execute("SELECT content FROM events WHERE key = ?", (key,)).fetchone()
    return event_from_json(row[0], "the saved event") if row else None


def saved_events(search: str = "", *, owner: str = HERE) -> tuple[Saved, ...]:
    """Return an owner's events in which every word of `search` stands, in any case; what was saved last comes first.

    Titles, sources and texts are searched. Raises OSError when the data folder cannot be read.
    """
    if not (home() / "events.sqlite").is_file():
        return ()
    with _events(to_read=True) as table:
        rows = table.execute(
            "SELECT key, content, saved FROM events WHERE owner = ? ORDER BY saved DESC, rowid DESC", (owner,)
        ).fetchall()
    asked = search.casefold().split()
    found = []
    for key, content, saved in rows:
        try:
            event = event_from_json(content, "a saved event")
        except ReadError as error:
            found.append(replace(_saved(key, Event("", ()), saved), problem=str(error)))
            continue
        if all(word in _searched(event) for word in asked):
            found.append(_saved(key, event, saved))
    return tuple(found)


def rename_event(key: str, title: str) -> None:
    """Give a saved event another title. Raises KeyError where there is none, OSError where the disk refuses."""
    save_event(replace(_existing(key), title=title), key)


def duplicate_event(key: str, title: str, *, owner: str = HERE) -> str:
    """Save a copy of a saved event under another title, and return its key. Raises as `rename_event` does."""
    return save_event(replace(_existing(key), title=title), owner=owner)


def delete_event(key: str) -> Event | None:
    """Take an event out of the library and return it: saved again under its key, it is back. None if it is damaged.

    Raises as `rename_event` does.
    """
    try:
        event: Event | None = _existing(key)
    except ReadError:
        event = None
    with _events() as table:
        table.execute("DELETE FROM events WHERE key = ?", (key,))
    return event


def _existing(key: str) -> Event:
    event = open_event(key)
    if event is None:
        raise KeyError(f"No event is saved under the key {key!r}")
    return event


def _searched(event: Event) -> str:
    parts = [event.title, *(part for a in event.articles for part in (a.source, a.title, a.author or "", a.text))]
    return "\n".join(parts).casefold()


def _saved(key: str, event: Event, time: str) -> Saved:
    sources = tuple(dict.fromkeys(a.source for a in event.articles))
    words = sum(a.words for a in event.articles)
    return Saved(key, event.title, sources, words, datetime.fromisoformat(time) if time else None)


@contextmanager
def _events(*, to_read: bool = False) -> Iterator[sqlite3.Connection]:
    """Open the file for one transaction; it is complete or has not happened, whenever the process ends."""
    path = home() / "events.sqlite"
    try:
        with closing(_opened(path, to_read=to_read)) as connection, connection:
            yield connection
    except (OSError, sqlite3.Error) as error:
        reason = _reason(error, path.parent)
        raise OSError(f"The saved events in {path.parent} cannot be read or written ({reason}).") from error


def _opened(path: Path, *, to_read: bool) -> sqlite3.Connection:
    try:
        return _writable(path)
    except (OSError, sqlite3.OperationalError):
        log = Path(f"{path}-wal")  # what it holds is not in the file yet
        if not to_read or not path.is_file() or (log.is_file() and log.stat().st_size):
            raise
        # Where nothing may be written, a file that nobody writes to can still be read.
        return sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)


def _writable(path: Path) -> sqlite3.Connection:
    make_private(path)
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        _use_log(connection)
        connection.execute("PRAGMA secure_delete = ON")  # what was deleted is not to be found in the file
        _bring_up_to_date(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _use_log(connection: sqlite3.Connection) -> None:
    """Have changes written to a log beside the file; where others do the same, SQLite refuses it without waiting."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _reason(error: OSError | sqlite3.Error, folder: Path) -> str:
    """Say in plain words why the data folder cannot be used."""
    if folder.is_file():
        return "there is a file in the folder's place; set FRAMING_HOME to a folder"
    # The files beside the database are the first that find no room or may not be made, and SQLite says less of them.
    if folder.is_dir() and shutil.disk_usage(folder).free < _ROOM:
        return _FULL
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_CANTOPEN") and folder.is_dir() and not os.access(folder, os.W_OK):
        return _READ_ONLY
    found = (reason for beginning, reason in _REASONS.items() if name.startswith(beginning))
    return next(found, getattr(error, "strerror", None) or str(error))


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Take the steps a file lacks, each whole or not at all: another process may be at the same."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(_STEPS):
        raise OSError("they are from a later version of Framing: install that one")
    while version < len(_STEPS):
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version < len(_STEPS):
                connection.execute(_STEPS[version])
                version += 1
                connection.execute(f"PRAGMA user_version = {version}")
