"""Hold the aligner against somebody's own gold data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from framing.embed import Encoder

Docs = Mapping[str, Mapping[str, str]]
Links = Mapping[str, Mapping[str, Any]]


def evaluate_alignment(docs: Docs, links: Links, encoder: Encoder) -> dict[str, float]:
    """Return average precision, precision, recall and F1 at the default cut, the best cut, and ranking figures.

    Args:
        docs: documents, each a mapping from sentence id to text.
        links: by article pair, `{"doc1": …, "doc2": …, "links": {sentence id of doc1: [sentence ids of doc2]}}`.
        encoder: turns sentences into vectors.

    Raises:
        ValueError: if a link names a document or a sentence that is not there, or nothing is linked.
    """
    raise NotImplementedError


def evaluate_pairs(
    left: Sequence[str], right: Sequence[str], labels: Sequence[float], encoder: Encoder
) -> dict[str, float]:
    """Return AUC and average precision of the match probability of sentence pairs without their articles.

    Raises ValueError when the lists differ in length or the labels are not two values, both present.
    """
    raise NotImplementedError
