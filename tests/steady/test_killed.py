"""A hundred kills at any moment: what was acknowledged is there, whole, and nothing is there by half."""

from __future__ import annotations

import subprocess
import sys

import pytest

# One process has imported what is needed; its forks save, or fill the cache, until they are killed.
_BEGINNING = """
import os, random, signal, sys, time
from itertools import count
import numpy as np
from framing.cache import keep_vectors, known_vectors
from framing.records import Article, Event, Paragraph
from framing.store import delete_event, open_event, rename_event, save_event, saved_events

draw = random.Random(5)

def killed(work, first):
    reading, writing = os.pipe()
    if not (child := os.fork()):
        for number in count(first):
            work(number)
            os.write(writing, b"x")
    os.close(writing)
    told = len(os.read(reading, 1))
    time.sleep(draw.uniform(0, 0.01))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 1000):
        told += len(more)
    os.close(reading)
    return told
"""
_SAVING = """
def save(number):
    event = Event(str(number), (Article("Post", (Paragraph(f"word{number} " * 4000),)),))
    save_event(event, f"key{number % 3}")
    if number % 5 == 0 and open_event(f"key{(number + 1) % 3}"):  # one that was killed may have deleted it already
        delete_event(f"key{(number + 1) % 3}")

last = 0
for kills in range(1, 101):
    last += killed(save, last + 1)
    there = saved_events()
    assert [s.problem for s in there if s.problem] == []
    for number in range(max(1, last - 2), last + 1):
        event = open_event(f"key{number % 3}")
        if event is None:  # deleted after it, by one that was saved or about to be
            assert any(n % 5 == 0 and (n + 1) % 3 == number % 3 for n in range(number, last + 2)), (number, last)
            continue
        assert int(event.title) >= number, (event.title, number)
        assert set(event.articles[0].text.split()) == {f"word{event.title}"}
        assert event.title in {s.title for s in there}
    assert last >= kills
print("all there")
"""
_CACHING = """
row = lambda n: np.full(384, n, dtype=np.float32)
last = 0
for _ in range(30):
    last += killed(lambda n: keep_vectors({f"{n}.{k}": row(n) for k in range(40)}, "model"), last + 1)
    asked = [f"{n}.{k}" for n in range(max(1, last - 3), last + 1) for k in range(40)]
    found = known_vectors(asked, "model")
    assert found.keys() == set(asked)
    assert all((vector == int(text.split(".")[0])).all() for text, vector in found.items())
print("all there")
"""

# The first save makes the file and its tables: the folder is a new one each time, and nothing is waited for.
_BEGUN = """
import shutil, tempfile

def event(number):
    return Event(str(number), (Article("Post", (Paragraph(f"word{number} " * 4000),)),))

begun = 0
for _ in range(40):
    os.environ["FRAMING_HOME"] = folder = tempfile.mkdtemp()
    reading, writing = os.pipe()
    if not (child := os.fork()):
        save_event(event(1), "key1")
        os.write(writing, b"x")
        os._exit(0)
    os.close(writing)
    time.sleep(draw.uniform(0, 0.03))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    told = os.read(reading, 1)
    os.close(reading)
    begun += not told
    assert [s.problem for s in saved_events() if s.problem] == []
    first = open_event("key1")
    assert first is not None or not told
    assert first is None or set(first.articles[0].text.split()) == {"word1"}
    save_event(event(2), "key2")
    assert open_event("key2").title == "2"
    shutil.rmtree(folder)
assert begun, "none was killed before it was saved"
print("all there")
"""


@pytest.mark.parametrize("work", [_SAVING, _CACHING, _BEGUN], ids=["events", "cache", "the first save"])
def test_what_was_acknowledged_before_a_kill_is_there_whole(work):
    command = [sys.executable, "-c", _BEGINNING + work]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert told.stdout.strip() == "all there", told.stderr
    assert told.stderr == ""
