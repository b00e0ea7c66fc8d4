"""What is kept out of the search for what can go, and what is not."""

from __future__ import annotations

import gc
import weakref

import pytest

from pages import tidying


class Held:
    """What a visitor holds, in a circle, as a visit and its runs hold one another."""

    def __init__(self) -> None:
        self.again = self


@pytest.fixture
def thawed():
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_what_a_visitor_held_while_it_was_tidied_goes_the_next_time():
    held = Held()
    left = weakref.ref(held)
    tidying.tidy()
    del held
    gc.collect()
    assert left() is not None, "it is not looked at by every search"
    tidying.tidy()
    assert left() is None


@pytest.mark.usefixtures("thawed")
def test_it_is_tidied_again_and_again_when_nobody_asks_for_a_page(monkeypatch):
    done = []

    def enough():
        done.append("tidied")
        if len(done) == 4:
            raise InterruptedError

    monkeypatch.setattr(tidying.time, "sleep", lambda seconds: done.append(seconds))
    monkeypatch.setattr(tidying.giving_way, "wait_for_quiet", lambda _until: None)
    monkeypatch.setattr(tidying, "tidy", enough)
    with pytest.raises(InterruptedError):
        tidying.go_on()
    assert done == [tidying._EVERY, "tidied", tidying._EVERY, "tidied"]
