"""What is made ready beside the server."""

from __future__ import annotations

import time

import pytest

from pages import warming


def test_the_model_is_loaded_although_the_first_example_fails(monkeypatch):
    loaded = []
    monkeypatch.setattr(warming, "_PATIENCE", 0)
    monkeypatch.setattr(warming, "_compare_first", lambda: [][0])
    monkeypatch.setattr(warming, "_load_model", lambda: loaded.append("the model"))
    with pytest.raises(IndexError):
        warming._warm()
    assert loaded == ["the model"]


def test_the_model_waits_until_nobody_asks_for_a_page(monkeypatch):
    done = []
    monkeypatch.setattr(warming, "_PATIENCE", 0)
    monkeypatch.setattr(warming, "_QUIET", 0.2)
    monkeypatch.setattr(warming, "_compare_first", lambda: None)
    monkeypatch.setattr(warming, "_modules", lambda: ["pages.address"])
    monkeypatch.setattr(warming, "_load_model", lambda: done.append(time.monotonic() - warming._asked))
    monkeypatch.setattr(warming.gc, "collect", lambda: 0)
    monkeypatch.setattr(warming.gc, "freeze", lambda: None)
    warming._note_a_run()
    warming._warm()
    assert done[0] >= 0.2


def test_the_model_does_not_wait_for_ever(monkeypatch):
    monkeypatch.setattr(warming, "_asked", time.monotonic() + 60)  # as if pages were asked for all the time
    before = time.monotonic()
    warming._wait_for_quiet(before + 0.1)
    assert 0.1 <= time.monotonic() - before < 5
