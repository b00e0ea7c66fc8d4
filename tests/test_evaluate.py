"""Gold data held against the aligner: the figures of its contract, and bad input in a sentence."""

from __future__ import annotations

import pytest

from framing.align import default_cut
from framing.evaluate import evaluate_alignment, evaluate_pairs
from tests.bag_of_words import BagOfWords

DOCS = {
    "one": {
        "0": "The mayor closed the old bridge.",
        "1": "Repairs cost nine million crowns.",
        "2": "Shops fear winter.",
    },
    "two": {
        "0": "Nine million crowns for repairs.",
        "1": "The old bridge was closed by the mayor.",
        "2": "Swimmers came.",
    },
}
LINKS = {"pair": {"doc1": "one", "doc2": "two", "links": {"0": ["1"], "1": ["0"]}}}


def test_alignment_gives_the_figures_of_the_contract():
    found = evaluate_alignment(DOCS, LINKS, BagOfWords())
    keys = "average_precision cut precision recall f1 best_cut best_f1 precision_at_1 recall_at_3 recall_at_5 mrr"
    assert list(found) == keys.split()
    assert found["cut"] == default_cut()
    assert found["average_precision"] == found["best_f1"] == found["precision_at_1"] == found["mrr"] == 1.0


def test_changing_places_changes_nothing_but_the_side_that_is_ranked():
    turned = {"pair": {"doc1": "two", "doc2": "one", "links": {"1": ["0"], "0": ["1"]}}}
    assert evaluate_alignment(DOCS, turned, BagOfWords()) == evaluate_alignment(DOCS, LINKS, BagOfWords())


@pytest.mark.parametrize(
    ("links", "message"),
    [
        ({}, "No sentence is linked"),
        ({"p": {"doc1": "one", "doc2": "two", "links": {}}}, "No sentence is linked"),
        ({"p": {"doc1": "one", "doc2": "three", "links": {"0": ["1"]}}}, "names the document 'three'"),
        ({"p": {"doc1": "one", "doc2": "two", "links": {"0": ["9"]}}}, "links sentence '0' with '9'"),
        ({"p": {"doc1": "one", "links": {}}}, "has no 'doc2'"),
        ({"p": ["0", "1"]}, "has no 'doc1'"),
    ],
)
def test_bad_links_are_said_in_a_sentence(links, message):
    with pytest.raises(ValueError, match=message):
        evaluate_alignment(DOCS, links, BagOfWords())


def test_pairs_tell_the_same_from_the_different():
    left = ["The mayor closed the bridge.", "Repairs cost nine million crowns."] * 2
    right = ["The bridge was closed by the mayor.", "Nine million crowns for repairs.", "A storm.", "Ferry to school."]
    assert evaluate_pairs(left, right, [1, 1, 0, 0], BagOfWords()) == {"auc": 1.0, "average_precision": 1.0}


@pytest.mark.parametrize(
    ("left", "right", "labels", "message"),
    [
        (["a"], ["b", "c"], [1, 0], r"left sentences \(1\), right ones \(2\)"),
        (["a", "b"], ["c", "d"], [1, 1], "only one of them"),
        (["a", "b"], ["c", "d"], [1, 3.5], "found 3.5"),
        ([], [], [], "only one of them"),
    ],
)
def test_bad_pairs_are_said_in_a_sentence(left, right, labels, message):
    with pytest.raises(ValueError, match=message):
        evaluate_pairs(left, right, labels, BagOfWords())
