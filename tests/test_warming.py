"""What is made ready beside the server."""

from __future__ import annotations

import time

import pytest

from pages import giving_way, warming


def test_the_model_is_loaded_although_the_first_example_fails(monkeypatch):
    loaded = []
    monkeypatch.setattr(warming, "_PATIENCE", 0)
    monkeypatch.setattr(warming, "_first", lambda: [][0])
    monkeypatch.setattr(warming, "_load_model", lambda: loaded.append("the model"))
    with pytest.raises(IndexError):
        warming._warm()
    assert loaded == ["the model"]


def test_the_model_waits_until_nobody_asks_for_a_page(monkeypatch):
    done = []
    monkeypatch.setattr(warming, "_PATIENCE", 0)
    monkeypatch.setattr(giving_way, "QUIET", 0.2)
    monkeypatch.setattr(warming, "_first", lambda: None)
    monkeypatch.setattr(warming, "_imported", list)
    monkeypatch.setattr(warming, "made_with_the_model", lambda _: ())
    monkeypatch.setattr(warming, "_load_model", lambda: done.append(time.monotonic()))
    monkeypatch.setattr(warming.tidying, "tidy", lambda: None)
    began = time.monotonic()
    giving_way.note_a_run()
    warming._warm()
    assert done[0] - began >= 0.2


def test_it_does_not_wait_for_ever(monkeypatch):
    monkeypatch.setattr(giving_way, "_asked", time.monotonic() + 60)  # as if pages were asked for all the time
    before = time.monotonic()
    with giving_way.drawing():
        warming._courtesy(before - warming._LONGEST)()
    assert time.monotonic() - before < 5


def test_what_the_first_example_shows_is_made_before_anybody_asks():
    first = warming._first()
    for make in warming.made(first):
        make()
    made = vars(first)
    assert {"keyness", "voices", "omissions"} <= made.keys()
