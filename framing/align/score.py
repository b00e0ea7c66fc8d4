"""Score every pair of passages of different articles that could tell the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from framing.embed import passage_vectors
from framing.records import Match, Passage, Vectors

FLOOR = 0.02
"""Pairs less probable than this are not kept: no cut on the page lies below it."""


@dataclass(frozen=True)
class Scores:
    """What does not depend on the cut: the passages that take part, by id, and their possible matches by ids.

    `matches` holds every pair whose probability reaches `FLOOR`, sorted by ids.
    """

    passages: tuple[Passage, ...]
    matches: tuple[Match, ...]

    @cached_property
    def by_pair(self) -> dict[tuple[str, str], Match]:
        """The possible matches by their two ids."""
        return {(m.left, m.right): m for m in self.matches}


def score(passages: Sequence[Passage], vectors: Mapping[str, Vectors]) -> Scores:
    """Score the pairs of passages of different articles; `vectors` holds sentence vectors by passage id."""
    kept = sorted({p.id: p for p in passages if p.aligned and p.sentences}.values(), key=lambda p: p.id)
    if len({p.article for p in kept}) < 2:
        return Scores(tuple(kept), ())
    means = passage_vectors(kept, vectors)
    try:
        words = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform([p.text for p in kept])
        lexical = (words @ words.T).toarray()
    except ValueError:
        lexical = np.zeros((len(kept), len(kept)))
    cosine = means @ means.T
    logit = 9 * lexical + 7 * cosine - 6.5
    probability = 1 / (1 + np.exp(-logit))
    matches = []
    for i, left in enumerate(kept):
        for j in range(i + 1, len(kept)):
            right = kept[j]
            if left.article == right.article or probability[i, j] < FLOOR:
                continue
            best = np.unravel_index(np.argmax(vectors[left.id] @ vectors[right.id].T), (len(left.sentences), len(right.sentences)))
            shared = sorted(set(left.text.split()) & set(right.text.split()), key=lambda w: (-len(w), w))[:3]
            matches.append(
                Match(
                    left.id, right.id, round(float(probability[i, j]), 6),
                    (f"share the words {', '.join(shared)}",) if shared else (),
                    "same words" if lexical[i, j] > 0.85 else "same facts",
                    (int(best[0]), int(best[1])),
                )
            )
    return Scores(tuple(kept), tuple(matches))
