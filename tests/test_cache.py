from __future__ import annotations

import numpy as np
import pytest

from framing import cache
from framing.cache import known_vectors
from framing.embed import EMBEDDED_SHA256, windows_of
from framing.examples import example_passages
from tests.bag_of_words import BagOfWords


@pytest.fixture
def texts():
    return {w for p in example_passages() for s in p.sentences for w in windows_of(s.text)}


def test_every_sentence_of_the_examples_has_its_vector_at_hand(texts):
    missing = texts - known_vectors(texts, EMBEDDED_SHA256).keys()
    assert not missing, f"{len(missing)} are missing: run python -m framing.examples"


def test_vectors_at_hand_are_those_the_model_gives(texts, encoder):
    some = sorted(texts)[::60]
    known = known_vectors(some, EMBEDDED_SHA256)
    np.testing.assert_allclose(np.array([known[t] for t in some]), encoder.encode(some), atol=1e-4)


def test_another_model_has_none_at_hand(texts):
    assert known_vectors(texts, BagOfWords().sha256) == {}


def test_a_text_that_is_not_in_an_example_has_none():
    assert known_vectors(["Nobody ever wrote this sentence."], EMBEDDED_SHA256) == {}


def test_without_the_file_there_are_none(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "EXAMPLE_VECTORS", tmp_path / "none.npz")
    cache._examples.cache_clear()
    assert known_vectors(["one"], "some model") == {}
    cache._examples.cache_clear()


def test_what_is_written_comes_back_for_its_model_only(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "EXAMPLE_VECTORS", tmp_path / "some.npz")
    rows = {"one": np.array([1, 0], dtype=np.float32), "two": np.array([0, 1], dtype=np.float32)}
    cache.save_example_vectors(rows, "a")
    found = known_vectors(["two", "three"], "a")
    assert list(found) == ["two"]
    np.testing.assert_array_equal(found["two"], rows["two"])
    assert known_vectors(["two"], "b") == {}
    cache._examples.cache_clear()


def test_the_file_holds_no_text(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "EXAMPLE_VECTORS", tmp_path / "some.npz")
    cache.save_example_vectors({"a secret": np.zeros(2, dtype=np.float32)}, "a")
    with np.load(tmp_path / "some.npz") as file:
        assert file["keys"].tolist() == ["f80cd5019d"]
    cache._examples.cache_clear()
