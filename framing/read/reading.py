"""What reading gives: an event, sentences on what to look at, and what a page needs to read again in another way."""

from __future__ import annotations

from dataclasses import dataclass, field

from framing.read.exports import Split
from framing.read.project import Project
from framing.read.table import Table
from framing.records import Event


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and sentences about what the user should look at.

    `project` is there where one file was read as such; `tables` are the tables that articles came from, with the
    columns they were taken from; `splits` the exports of databases, with the places where they were cut.
    """

    event: Event
    notes: tuple[str, ...] = ()
    project: Project | None = None
    tables: tuple[Table, ...] = field(default=(), repr=False)
    splits: tuple[Split, ...] = field(default=(), repr=False)
