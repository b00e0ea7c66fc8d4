"""Pairs of passages are scored the same, many articles at once or two by two."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest

from framing.align import pairs
from framing.align.agreeing import Figure, agreeing
from framing.align.context import standing_out
from framing.align.pairs import block_probabilities, likely_pairs
from framing.align.sides import sides
from framing.align.support import WEIGHT, WITHOUT, supported
from framing.align.words import background
from framing.embed import embed
from framing.mentions import Number, same_number
from tests.bag_of_words import BagOfWords
from tests.handmade import passage

TOLD = (
    "The mayor closed the old bridge on Friday after engineers found cracks.",
    "Repairs will cost nine million crowns, the council said. Nobody knows who pays.",
    "Swimmers love the river in summer.",
    "Yes.",
)


@pytest.fixture
def found():
    """Four articles that tell some of the same, in different orders."""
    orders = {"a": (0, 1, 2), "b": (1, 0), "c": (2, 3, 0, 1), "d": (3, 0)}
    told = [passage(f"{n}{i}", n, TOLD[t], index=i) for n, order in orders.items() for i, t in enumerate(order)]
    return sides(told, embed(told, BagOfWords()), background())


def test_many_at_once_are_scored_as_two_by_two(found):
    together = block_probabilities(found.part(0, 1), found.part(1, 4))
    one_by_one = [block_probabilities(found.part(0, 1), found.part(n, n + 1)) for n in (1, 2, 3)]
    assert together == pytest.approx(np.hstack(one_by_one), abs=2e-6)


def test_the_size_of_a_block_changes_nothing(found, monkeypatch):
    large = sorted(likely_pairs(found).tolist())
    monkeypatch.setattr(pairs, "AT_ONCE", 1)
    assert np.array(sorted(likely_pairs(found).tolist())) == pytest.approx(np.array(large), abs=2e-6)
    assert len(large) >= 6


def test_a_row_stands_out_within_its_own_article_only():
    logits = np.array([[4.0, 0.0, 3.0], [0.0, 2.0, 1.0]])
    both = standing_out(logits, np.array([0, 2]))
    apart = [standing_out(logits[:, :2]), standing_out(logits[:, 2:])]
    for name, values in both.items():
        assert values == pytest.approx(np.hstack([table[name] for table in apart])), name


def test_figures_agree_as_they_do_two_by_two():
    figures: list[Figure] = [("number", v, about) for v, about in product((4.0, 100.0, 100.4, 105.0), (False, True))]
    figures += [
        ("money", 100.0, False),
        ("date", 20250300.0, False),
        ("date", 20250314.0, False),
        ("time", 60.0, False),
    ]
    table = agreeing(figures).toarray()
    for (i, one), (j, other) in combinations(enumerate(figures), 2):
        expected = same_number(Number("", 0, 0, *one), Number("", 0, 0, *other))
        assert table[i, j] == table[j, i] == expected, (one, other)


def test_a_third_passage_speaks_for_two_that_both_match_it():
    # 0 and 1 match 2 by .9 and .6; 3 matches only 0.
    places, chances = np.array([[0, 1], [0, 2], [1, 2], [0, 3]]), np.array([0.5, 0.9, 0.6, 0.5])
    found = supported(places, chances, 4)
    assert np.log(found / (1 - found))[[0, 3]] == pytest.approx([WEIGHT * 0.6 + WITHOUT, WITHOUT], abs=1e-6)
