"""Hold the aligner against somebody's own gold data."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score

from framing.align import default_cut
from framing.align.accuracy import best_f1, f1, precision_recall, ranking
from framing.align.features import alone
from framing.align.gold import Docs, Linked, Links, gold_pairs, single
from framing.align.library import Library
from framing.align.model import probability, sentence_model
from framing.align.scoring import probabilities
from framing.align.sides import Numbers, sides
from framing.align.words import background
from framing.embed import Encoder
from framing.records import Passage

BLOCK = 64
"""So many sentence pairs are compared at once, each left one with each right one: more would waste the rest."""


def evaluate_alignment(docs: Docs, links: Links, encoder: Encoder) -> dict[str, float]:
    """Hold the match probability of sentences in their articles against links between sentences.

    Args:
        docs: Documents, each a mapping from sentence id to text.
        links: By article pair, `{"doc1": …, "doc2": …, "links": {sentence id of doc1: [sentence ids of doc2]}}`.
        encoder: What turns sentences into vectors.

    Returns:
        Over all pairs of sentences `average_precision`, then `cut` (the default), `precision`, `recall` and `f1` at it,
        `best_cut` and `best_f1`; over linked sentences of doc1 `precision_at_1`, `recall_at_3`, `recall_at_5`, `mrr`.

    Raises:
        ValueError: If a link names a document or a sentence that is not there, or nothing is linked.
    """
    pairs = [pair for pair in gold_pairs(docs, links) if pair.linked.size]
    if not any(pair.linked.any() for pair in pairs):
        raise ValueError("No sentence is linked with another: there is nothing to hold the aligner against.")
    library = Library.of((p for pair in pairs for p in (*pair.left, *pair.right)), encoder)
    scored = [probabilities(p.left, p.right, library.look_up([*p.left, *p.right])) for p in pairs]
    return _agreement([pair.linked for pair in pairs], scored)


def evaluate_pairs(
    left: Sequence[str], right: Sequence[str], labels: Sequence[float], encoder: Encoder
) -> dict[str, float]:
    """Hold the match probability of two sentences without their articles against labels, 1 the same and 0 not.

    Returns `auc` and `average_precision`. Raises ValueError when the lists differ in length or are empty, or when the
    labels are not 1 and 0, both of them present.
    """
    if not len(left) == len(right) == len(labels):
        raise ValueError(
            f"Number of left sentences ({len(left)}), right ones ({len(right)}) and labels ({len(labels)}) differ."
        )
    if {float(label) for label in labels} != {0.0, 1.0}:
        odd = next((label for label in labels if float(label) not in (0.0, 1.0)), None)
        raise ValueError(
            f"The labels must be 1 and 0, both present; found {'only one of them' if odd is None else odd}."
        )
    chances = pair_probabilities(left, right, encoder)
    return {
        "auc": float(roc_auc_score(labels, chances)),
        "average_precision": float(average_precision_score(labels, chances)),
    }


def pair_probabilities(left: Sequence[str], right: Sequence[str], encoder: Encoder) -> Numbers:
    """Return the probability that each two sentences tell the same thing, without their articles: shape (pairs,)."""
    library = Library.of([*single("left", left), *single("right", right)], encoder)
    found = [
        _block(single("left", left[start : start + BLOCK]), single("right", right[start : start + BLOCK]), library)
        for start in range(0, len(left), BLOCK)
    ]
    return np.concatenate(found)


def _block(left: Sequence[Passage], right: Sequence[Passage], library: Library) -> Numbers:
    one, other = sides([*left, *right], library.look_up([*left, *right]), background())
    table = {name: np.diag(values) for name, values in alone(one.whole, other.whole).items()}
    return probability(sentence_model().logits(table))


def _agreement(linked: Sequence[Linked], scored: Sequence[Numbers]) -> dict[str, float]:
    every, chances = (np.concatenate([table.ravel() for table in tables]) for tables in (linked, scored))
    precision, recall = precision_recall(every, chances, default_cut())
    best, value = best_f1(every, chances)
    return {
        "average_precision": float(average_precision_score(every, chances)),
        "cut": default_cut(),
        "precision": precision,
        "recall": recall,
        "f1": f1(precision, recall),
        "best_cut": best,
        "best_f1": value,
        **ranking(zip(linked, scored, strict=True)),
    }
