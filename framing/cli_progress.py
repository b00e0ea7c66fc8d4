"""What the command line says while it works: notes and progress, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from framing.embed import Progress


def show_notes(notes: Iterable[str]) -> None:
    """Print the notes that reading left."""
    for note in notes:
        print(f"Note: {note}", file=sys.stderr)


def progress() -> Progress | None:
    """Return what reports on one line where a person watches, and nothing at all where stderr goes to a file."""
    if not sys.stderr.isatty():
        return None

    def report(share: float, doing: str) -> None:
        print(f"\r\033[K{share:4.0%}  {doing}", end="\n" if share >= 1 else "", file=sys.stderr, flush=True)

    return report
