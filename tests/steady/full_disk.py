"""A disk that is full: no database can grow."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest


def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on every database is as large as it may become; SQLite fails as it does on a full disk."""
    connect = sqlite3.connect

    def connect_full(*arguments: Any, **named: Any) -> sqlite3.Connection:
        connection = connect(*arguments, **named)
        connection.execute("PRAGMA max_page_count = 1")  # where more are in use, it becomes as many
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect_full)
