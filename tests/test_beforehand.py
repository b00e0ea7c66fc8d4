"""What is made of an own event before it is asked for."""

from __future__ import annotations

from threading import Event

import pytest

from pages import beforehand, giving_way


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    for name, seconds in {"_LOOK": 0.001, "_QUIET": 0.01, "_LONGEST": 0.05}.items():
        monkeypatch.setattr(beforehand, name, seconds)


def test_in_a_quiet_moment_every_step_is_made_in_its_order():
    done = []
    beforehand.make_quietly([lambda n=n: done.append(n) for n in range(3)], Event())
    assert done == [0, 1, 2]


def test_while_pages_are_drawn_nothing_is_made_and_at_last_it_is_left_to_them():
    with giving_way.drawing():
        beforehand.make_quietly([lambda: pytest.fail("a page is drawn")], Event())


def test_it_ends_when_it_is_stopped():
    stopped, done = Event(), []
    beforehand.make_quietly([lambda: done.append(1), stopped.set, lambda: pytest.fail("it was stopped")], stopped)
    assert done == [1]


def test_it_ends_at_once_when_it_is_stopped_while_pages_are_drawn(monkeypatch):
    monkeypatch.setattr(beforehand, "_LONGEST", 3600.0)
    stopped = Event()
    stopped.set()
    with giving_way.drawing():
        beforehand.make_quietly([lambda: pytest.fail("it was stopped")], stopped)
