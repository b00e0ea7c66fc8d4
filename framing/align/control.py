"""The negative control: how often passages are matched with those of a different event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.align.scoring import score
from framing.records import Passage, Vectors

Other = tuple[Sequence[Passage], Mapping[str, Vectors]]


def negative_control(
    passages: Sequence[Passage], vectors: Mapping[str, Vectors], others: Sequence[Other], *, cut: float
) -> float:
    """Return the share, 0 to 1, of passages matched when each article is aligned with articles of other events.

    NaN when there is nothing to align. Every article is paired with every article of the other events; a passage
    counts once for each other article, so the share does not grow with the number of articles.
    """
    chances = matched = 0
    for strangers, their_vectors in others:
        for mine in _articles(passages):
            for theirs in _articles(strangers):
                scores = score([*mine, *theirs], {**vectors, **their_vectors})
                pairs = scores.pairs[scores.probabilities >= cut]
                hit = {scores.passages[place].id for place in pairs.ravel().tolist()}
                chances += len(mine)
                matched += sum(p.id in hit for p in mine)
    return matched / chances if chances else float("nan")


def _articles(passages: Sequence[Passage]) -> list[list[Passage]]:
    groups: dict[str, list[Passage]] = {}
    for passage in passages:
        if passage.aligned:
            groups.setdefault(passage.article, []).append(passage)
    return [groups[id] for id in sorted(groups)]
