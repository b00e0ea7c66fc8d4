from __future__ import annotations

import sqlite3
from dataclasses import replace

import numpy as np
import pytest

from framing import cache
from framing.cache import known_vectors
from framing.embed import EMBEDDED_SHA256, windows_of
from framing.examples import example_passages
from tests.bag_of_words import BagOfWords
from tests.steady.full_disk import full_disk


@pytest.fixture
def texts():
    return {w for p in example_passages() for s in p.sentences for w in windows_of(s.text)}


def test_every_sentence_of_the_examples_has_its_vector_at_hand(texts):
    missing = texts - known_vectors(texts, EMBEDDED_SHA256).keys()
    assert not missing, f"{len(missing)} are missing: run python -m framing.examples"


def test_vectors_at_hand_are_those_the_model_gives_in_float32(texts, encoder):
    some = sorted(texts)[::60]
    known = known_vectors(some, EMBEDDED_SHA256)
    exact = replace(encoder, dtype="float32")
    np.testing.assert_allclose(np.array([known[t] for t in some]), exact.encode(some), atol=1e-4)


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


ROW = np.array([0.6, -0.8], dtype=np.float32)


def test_what_is_kept_comes_back_to_the_last_bit_for_its_model_and_type_only():
    cache.keep_vectors({"A sentence.": ROW}, "model", "bfloat16")
    np.testing.assert_array_equal(known_vectors(["A sentence.", "Another."], "model", "bfloat16")["A sentence."], ROW)
    assert known_vectors(["A sentence."], "model", "float32") == {}
    assert known_vectors(["A sentence."], "other", "bfloat16") == {}


def test_more_texts_than_one_statement_takes_come_back():
    rows = {f"Sentence {i}.": ROW for i in range(1201)}
    cache.keep_vectors(rows, "model")
    assert known_vectors(rows, "model").keys() == rows.keys()


def test_a_model_without_a_hash_is_not_kept(home):
    cache.keep_vectors({"A sentence.": ROW}, "")
    assert not (home / "vectors.sqlite").exists()


def test_no_text_is_in_the_file(home):
    cache.keep_vectors({"A secret sentence.": ROW}, "model")
    assert b"secret" not in b"".join(path.read_bytes() for path in home.iterdir())


def with_bytes(content, place, new):
    return content[:place] + new + content[place + len(new) :]


DAMAGE = {
    "an empty file": lambda _: b"",
    "cut after its head": lambda c: c[:100],
    "cut in the middle": lambda c: c[: len(c) // 2],
    "garbage": lambda _: b"no database" * 900,
    "zeros": lambda c: bytes(len(c)),
    "a garbled head": lambda c: with_bytes(c, 0, b"\xff" * 3000),
    "a garbled page": lambda c: with_bytes(c, 5000, b"\xff" * 3000),
    "a page of zeros": lambda c: with_bytes(c, 8192, bytes(4096)),
    "pages of zeros": lambda c: c[:4096] + bytes(len(c) - 4096),
    "longer than it says": lambda c: c + b"\xff" * 10_000,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
@pytest.mark.parametrize(
    "left", [{}, {"-wal": b"\xff" * 9000, "-shm": b"\xff" * 32768}], ids=["", "with a garbled log"]
)
def test_a_damaged_file_is_made_anew(home, damage, left):
    rows = {f"Sentence {i}.": ROW * i for i in range(500)}
    cache.keep_vectors(rows, "model")
    content = (home / "vectors.sqlite").read_bytes()
    for path in home.iterdir():
        path.unlink()
    (home / "vectors.sqlite").write_bytes(damage(content))
    for name, garbage in left.items():
        (home / f"vectors.sqlite{name}").write_bytes(garbage)
    for text, vector in known_vectors(rows, "model").items():
        np.testing.assert_array_equal(vector, rows[text])
    for _ in range(2):
        cache.keep_vectors(rows | {"New.": ROW}, "model")
    assert known_vectors([*rows, "New."], "model").keys() == {*rows, "New."}


@pytest.mark.parametrize("damage", [lambda v: v[:-5] + b"\0" + v[-4:], lambda v: v[:-1], lambda _: b""])
def test_a_vector_whose_bytes_have_changed_is_made_anew(home, damage):
    cache.keep_vectors({"One.": ROW, "Two.": ROW}, "model")
    with sqlite3.connect(home / "vectors.sqlite") as file:
        (key, vector), *_ = file.execute("SELECT key, vector FROM vectors").fetchall()
        file.execute("UPDATE vectors SET vector = ? WHERE key = ?", (damage(vector), key))
    file.close()
    assert len(known_vectors(["One.", "Two."], "model")) == 1
    cache.keep_vectors({"One.": ROW, "Two.": ROW}, "model")
    assert known_vectors(["One.", "Two."], "model").keys() == {"One.", "Two."}


def test_where_a_folder_stands_in_its_place_nothing_is_kept(home):
    (home / "vectors.sqlite").mkdir(parents=True)
    cache.keep_vectors({"A sentence.": ROW}, "model")
    assert known_vectors(["A sentence."], "model") == {}


def test_a_full_disk_keeps_nothing_and_loses_nothing(monkeypatch):
    cache.keep_vectors({"A sentence.": ROW}, "model")
    full_disk(monkeypatch)
    more = {f"Sentence {i}.": ROW for i in range(5000)}
    cache.keep_vectors(more, "model")
    assert known_vectors([*more, "A sentence."], "model").keys() == {"A sentence."}


def test_a_folder_that_cannot_be_written_keeps_nothing_and_says_nothing(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("FRAMING_HOME", str(tmp_path / "file"))
    cache.keep_vectors({"A sentence.": ROW}, "model")
    assert known_vectors(["A sentence."], "model") == {}


def test_the_oldest_go_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(cache, "MOST", 10)
    for i in range(15):
        cache.keep_vectors({f"Sentence {i}.": ROW}, "model")
    assert sorted(known_vectors([f"Sentence {i}." for i in range(15)], "model")) == sorted(
        f"Sentence {i}." for i in range(5, 15)
    )


def test_only_those_that_come_with_the_program_are_at_hand_where_it_is_asked_for(texts):
    shipped = min(texts)
    cache.keep_vectors({"A sentence.": ROW}, EMBEDDED_SHA256)
    assert known_vectors(["A sentence.", shipped], EMBEDDED_SHA256, kept=False).keys() == {shipped}
    assert known_vectors(["A sentence.", shipped], EMBEDDED_SHA256).keys() == {"A sentence.", shipped}
