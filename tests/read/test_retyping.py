from __future__ import annotations

import pytest

from framing.read.retyping import as_typed, retyped
from framing.records import Article, Paragraph

BELL = Article(
    "Bell",
    (
        Paragraph("Who pays", "heading"),
        Paragraph("Nobody does."),
        Paragraph("One\ntwo", "list"),
        Paragraph("It rained."),
    ),
)


@pytest.mark.parametrize(
    ("typed", "paragraphs", "places"),
    [
        (as_typed(BELL), BELL.paragraphs, {0: 0, 1: 1, 2: 2, 3: 3}),
        (
            "Who pays\n\nEverybody does.\n\nOne two\n\nIt rained.",
            (BELL.paragraphs[0], Paragraph("Everybody does."), *BELL.paragraphs[2:]),
            {0: 0, 1: 1, 2: 2, 3: 3},
        ),
        (
            "Who pays?\n\nNobody does.\n\nIt rained.",
            (Paragraph("Who pays?", "heading"), BELL.paragraphs[1], BELL.paragraphs[3]),
            {0: 0, 1: 1, 3: 2},
        ),
        (
            "Who pays\n  \n\nNobody\n\ndoes.\n\nOne two\n\nIt rained.\n",
            (BELL.paragraphs[0], Paragraph("Nobody"), Paragraph("does."), *BELL.paragraphs[2:]),
            {0: 0, 2: 3, 3: 4},
        ),
        ("It rained.\nAll day.", (Paragraph("It rained. All day."),), {}),
    ],
)
def test_what_stayed_keeps_its_kind_and_its_new_place_is_known(typed, paragraphs, places):
    anew = retyped(BELL, typed)
    assert (anew.paragraphs, anew.places) == (paragraphs, places)
