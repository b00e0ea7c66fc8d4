"""The negative control: how often passages are matched with those of a different event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from framing.align.scoring import score
from framing.embed import Progress
from framing.records import Passage, Vectors

Numbers = npt.NDArray[np.float64]
Other = tuple[Sequence[Passage], Mapping[str, Vectors]]


def negative_control(
    passages: Sequence[Passage], vectors: Mapping[str, Vectors], others: Sequence[Other], *, cut: float
) -> float:
    """Return the share, 0 to 1, of passages matched when each article is aligned with articles of other events.

    NaN when there is nothing to align. Every article is paired with every article of the other events; a passage
    counts once for each other article, so the share does not grow with the number of articles.
    """
    return matched_elsewhere(chances_elsewhere(passages, vectors, others), cut=cut)


def matched_elsewhere(chances: Numbers, *, cut: float) -> float:
    """Return the share, 0 to 1, of chances that reach the cut; NaN when there is none."""
    return float((chances >= cut).mean()) if len(chances) else float("nan")


def chances_elsewhere(
    passages: Sequence[Passage],
    vectors: Mapping[str, Vectors],
    others: Sequence[Other],
    *,
    progress: Progress | None = None,
) -> Numbers:
    """Return each passage's best probability with each article of other events, 0 below `FLOOR`: one row of numbers.

    It takes a while, and the cut plays no part in it. `progress` is called before each pair of articles.
    """
    found: list[float] = []
    own = _articles(passages)
    for event, (strangers, their_vectors) in enumerate(others):
        for place, mine in enumerate(own):
            for theirs in _articles(strangers):
                if progress:
                    progress((event + place / len(own)) / len(others), "Comparing with other events")
                scores = score([*mine, *theirs], {**vectors, **their_vectors})
                best = np.zeros(len(scores.passages))
                for side in scores.pairs.T:
                    np.maximum.at(best, side, scores.probabilities)
                chances = {p.id: chance for p, chance in zip(scores.passages, best.tolist(), strict=True)}
                found += [chances.get(p.id, 0.0) for p in mine]
    return np.array(found, dtype=np.float64)


def _articles(passages: Sequence[Passage]) -> list[list[Passage]]:
    groups: dict[str, list[Passage]] = {}
    for passage in passages:
        if passage.aligned:
            groups.setdefault(passage.article, []).append(passage)
    return [groups[id] for id in sorted(groups)]
