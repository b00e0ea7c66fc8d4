"""Runs of words that two texts share: counted as `difflib` finds them, and by hand."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.align.runs import RUN, copied, marks

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


@given(st.text("ab", max_size=40), st.text("abc", max_size=40))
def test_it_is_what_difflib_finds(left, right):
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    assert copied(marks(left), marks(right)) == sum(block.size for block in blocks if block.size >= RUN)
