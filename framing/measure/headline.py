"""Which story points a source's headline tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from framing.align.features import alone
from framing.align.model import probability, sentence_model
from framing.align.rows import compiled
from framing.align.words import background
from framing.embed import passage_vectors
from framing.measure.emphasis import articles_of, points_of
from framing.records import Passage, StoryPoint, Vectors

HEADLINE = 0.7
"""From here on a headline and a sentence say the same; at one half, "The memos are out" said whatever is in them."""

Chances = Mapping[str, Mapping[str, float]]
"""By article id and passage id: the probability that the headline and a sentence of the passage say the same."""


def headline_chances(
    passages: Sequence[Passage], points: Sequence[StoryPoint], vectors: Mapping[str, Vectors]
) -> dict[str, dict[str, float]]:
    """Return how probably each article's headline says the same as each passage of the story points.

    It is the probability of two sentences without their articles, of the best two. `vectors` holds sentence vectors by
    passage id; passages without any are left out.
    """
    parts = points_of(points)
    heads = [p for p in passages if p.kind == "headline" and p.id in vectors and p.sentences]
    told = [p for p in passages if p.id in parts and p.id in vectors and p.sentences]
    if not heads or not told:
        return {}
    every = [*heads, *told]
    stacked = np.concatenate([passage_vectors(every, vectors), *(vectors[p.id] for p in every)])
    spoken = compiled(every, stacked, background()).part(slice(len(every), len(stacked)))
    lines = sum(len(p.sentences) for p in heads)
    upper, lower = spoken.part(slice(0, lines)), spoken.part(slice(lines, len(stacked) - len(every)))
    table = probability(sentence_model().logits(alone(upper, lower)))
    starts = [np.cumsum([0, *(len(p.sentences) for p in ps)])[:-1] for ps in (heads, told)]
    best = np.maximum.reduceat(np.maximum.reduceat(table, starts[0], axis=0), starts[1], axis=1)
    found: dict[str, dict[str, float]] = {}
    for head, line in zip(heads, best.tolist(), strict=True):
        mine = found.setdefault(head.article, {})
        mine |= {p.id: max(chance, mine.get(p.id, 0.0)) for p, chance in zip(told, line, strict=True)}
    return found


def headline_points(
    passages: Sequence[Passage], points: Sequence[StoryPoint], chances: Chances
) -> dict[str, frozenset[str]]:
    """Return the ids of the story points that each article's headline tells, by article id.

    A headline tells a point when it says the same as a sentence with which its own article tells the point; where that
    passage stands in several points, the one whose passages the headline is most like on average. `chances` is what
    `headline_chances` returns.
    """
    members = {point.id: point.passages for point in points}
    parts = points_of(points)
    found: dict[str, frozenset[str]] = {}
    for article in articles_of(passages):
        known = chances.get(article[0].article, {})
        told = set()
        for passage in article:
            if known.get(passage.id, 0.0) >= HEADLINE:
                mean = {point: np.mean([known.get(id, 0.0) for id in members[point]]) for point in parts[passage.id]}
                told.add(max(sorted(mean), key=lambda point: round(float(mean[point]), 9)))
        if told:
            found[article[0].article] = frozenset(told)
    return found
