"""What is done beside the pages gives way to them: Python lets one thread run at a time, and a page is waited for."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident

QUIET = 0.2  # seconds after a page was asked for or drawn: meanwhile the browser fetches what belongs to it
_LONG = 1.0  # seconds; a page that is drawn for longer may be waiting for the very thing that gives way to it
_STEP = 0.0125  # seconds between two looks at whether pages are drawn
_drawing: dict[int, float] = {}  # the threads that draw a page now, for whomever, and since when
_urgent: list[object] = []  # work that somebody waits for
_asked = time.monotonic()


def note_a_run() -> None:
    """Note that somebody asked for a page, or has got it."""
    global _asked
    _asked = time.monotonic()


@contextmanager
def drawing() -> Iterator[None]:
    """Count this thread among those that draw a page."""
    _drawing[get_ident()] = time.monotonic()
    try:
        yield
    finally:
        _drawing.pop(get_ident(), None)


@contextmanager
def only_waiting() -> Iterator[None]:
    """Take this thread out of those that draw a page while it waits for its own work, which might give way to it."""
    draws = _drawing.pop(get_ident(), None) is not None
    try:
        yield
    finally:
        if draws:
            _drawing[get_ident()] = time.monotonic()


@contextmanager
def urgent() -> Iterator[None]:
    """Say that somebody waits for this work, which may need what would give way."""
    work = object()
    _urgent.append(work)
    try:
        yield
    finally:
        _urgent.remove(work)


def wait_for_pages(until: float) -> None:
    """Wait while pages are drawn, at the longest until then, as `time.monotonic` counts, but not for long ones."""
    while (now := time.monotonic()) < until and any(now - since < _LONG for since in list(_drawing.values())):
        time.sleep(_STEP)


def wait_for_quiet(until: float, pause: float = QUIET) -> None:
    """Wait until nobody has asked for a page for so many seconds, at the longest until then."""
    while (left := min(_asked + pause, until) - time.monotonic()) > 0 and not _urgent:
        time.sleep(min(left, QUIET / 10))


def is_quiet(seconds: float) -> bool:
    """Whether nobody has asked for a page, or got one, for so long."""
    return time.monotonic() - _asked >= seconds and not _drawing and not _urgent


def is_wanted() -> bool:
    """Whether somebody waits for work, so that nothing it may need should give way to pages."""
    return bool(_urgent)
