"""Articles: what was read from files or from the box joins the visitor's event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from framing.read import Reading, together
from pages import session


def take(readings: list[Reading], notes: Iterable[str] = ()) -> None:
    """Add what was read; where there is nothing, the event stays and only what is to be said is said."""
    read = together(readings)
    read = replace(read, notes=tuple(dict.fromkeys((*notes, *read.notes))))
    projects = [r.project for r in readings if r.project]
    if read.event.articles or read.tables or projects:
        session.add_articles(read, projects)
    else:
        session.work().notes = read.notes
