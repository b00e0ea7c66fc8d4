"""Saved events, in a SQLite file in the user's data folder: `~/.framing`, or where FRAMING_HOME says.

A saved event is opened with its key and in no other way: who does not hold the key can neither find the event nor learn
that there is one.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from framing.read.event_file import event_from_json, event_to_json
from framing.records import Event
from framing.resources import home

_TABLE = "CREATE TABLE IF NOT EXISTS events (key TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT"


def save_event(event: Event, key: str | None = None) -> str:
    """Save an event with everything a person decided about it, and return its key: the one given, or a new one.

    Raises OSError, saying where, when the data folder cannot be written.
    """
    key = key or secrets.token_urlsafe(16)
    content = json.dumps(event_to_json(event), ensure_ascii=False)
    with _events() as table:
        table.execute("INSERT OR REPLACE INTO events VALUES (?, ?)", (key, content))
    return key


def open_event(key: str) -> Event | None:
    """Return the event saved under the key, or None. Raises OSError when the data folder cannot be read."""
    if not (home() / "events.sqlite").is_file():
        return None
    with _events() as table:
        row = table.execute("SELECT content FROM events WHERE key = ?", (key,)).fetchone()
    return event_from_json(row[0], "the saved event") if row else None


@contextmanager
def _events() -> Iterator[sqlite3.Connection]:
    """Open the file for one transaction; it is complete or has not happened, whenever the process ends."""
    path = home() / "events.sqlite"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with closing(sqlite3.connect(path, timeout=10)) as connection, connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(_TABLE)
            yield connection
    except (OSError, sqlite3.Error) as error:
        raise OSError(f"The event could not be saved in {path.parent} ({error}).") from error
