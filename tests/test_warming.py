"""What is made ready beside the server."""

from __future__ import annotations

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
