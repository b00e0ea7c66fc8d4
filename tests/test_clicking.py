"""The marks of a figure as a list: every one of them can be chosen."""

from __future__ import annotations

import pytest

from pages.clicking import listed


@pytest.mark.parametrize(
    ("marks", "names"),
    [
        ([("p", "Bell"), ("q", "Post")], ["The cost · Bell", "q · Post"]),
        ([("p", "Bell"), ("r", "Bell"), ("q", "Bell")], ["The cost · Bell (1)", "The cost · Bell (2)", "q · Bell"]),
        ([("A",), ("a",), ("A (1)",)], ["A (2)", "A (3)", "A (1)"]),
        ([("whole", "mark"), ("p",)], ["The mark as a whole", "The cost"]),
        ([], []),
    ],
)
def test_every_mark_has_an_entry_of_its_own(marks, names):
    labels = {"p": "The cost", "r": "The cost", "a": "A", ("whole", "mark"): "The mark as a whole"}
    assert listed(marks, labels) == dict(zip(names, marks, strict=True))
