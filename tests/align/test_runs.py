"""Runs of words that two texts share: counted as `difflib` finds them, and by hand."""

from __future__ import annotations

import tracemalloc
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.align.runs import MOST, RUN, copied, marks

SIX, SEVEN = "abcdef", "ghijklm"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (SIX, SIX, 6),
        ("abcde", "abcde", 0),  # too short to be a run
        (f"x{SIX}y", f"z{SIX}", 6),
        (f"{SIX}x{SEVEN}", f"{SIX}y{SEVEN}", 13),
        (f"{SIX}x{SEVEN}", f"{SEVEN}x{SIX}", 7),  # they cross: the longer one counts
        (f"{SIX}x{SIX}", SIX, 6),
        ("", SIX, 0),
    ],
)
def test_words_in_runs(left, right, expected):
    assert copied(marks(left), marks(right)) == copied(marks(right), marks(left)) == expected


@given(st.text("ab", max_size=MOST + RUN - 1), st.text("abc", max_size=MOST + RUN - 1))
def test_it_is_what_difflib_finds(left, right):
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    assert copied(marks(left), marks(right)) == sum(block.size for block in blocks if block.size >= RUN)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (["ha"] * 10_000, ["ha"] * 10_000, 10_000),  # the same text
        (["ha"] * 10_000, ["ha"] * 9_999, 0),  # said too often to be looked for
        (["ha"] * 10_000 + list(SEVEN), ["ha"] * 9_999 + list(SEVEN), 12),  # but what it leads into is found
        (["ha", "ho"] * 5_000 + list(SIX), list(SIX), 6),
    ],
)
def test_words_said_ten_thousand_times_fill_no_memory(left, right, expected):
    tracemalloc.start()
    given = marks(left), marks(right)
    try:
        assert copied(*given) == expected
        assert tracemalloc.get_traced_memory()[1] < 50e6
    finally:
        tracemalloc.stop()


def test_two_thousand_runs_are_counted_without_a_call_for_each():
    runs = [[f"{run}{letter}" for letter in SIX] for run in range(2_000)]
    left = [word for run, words in enumerate(runs) for word in (*words, f"left {run}")]
    right = [word for run, words in enumerate(runs) for word in (*words, f"right {run}")]
    left += runs[0]  # crosses the others
    assert copied(marks(left), marks(right)) == 2_000 * RUN
