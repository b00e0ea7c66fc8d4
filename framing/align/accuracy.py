"""How well probabilities agree with links: precision, recall, ranking, calibration, and the control."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from framing.align.gold import Linked
from framing.align.samples import Sample
from framing.align.sides import Numbers

CUTS = [round(0.02 * step, 2) for step in range(1, 50)]
CONTROL = 0.005
"""The default cut matches no larger share of passages with those of another event."""


def precision_recall(linked: Linked, chances: Numbers, cut: float) -> tuple[float, float]:
    """Return precision (1 where nothing reaches the cut) and recall at the cut, 0 to 1 each."""
    said = chances >= cut
    right = float((said & linked).sum())
    return (right / float(said.sum()) if said.any() else 1.0), right / max(float(linked.sum()), 1.0)


def strangers_matched(chances: Iterable[Numbers], cut: float) -> float:
    """Return the share of passages matched at the cut, of articles that share no event."""
    tables = list(chances)
    matched = sum((t >= cut).any(axis=1).sum() + (t >= cut).any(axis=0).sum() for t in tables)
    return float(matched / sum(sum(t.shape) for t in tables))


def accuracy_by_cut(samples: Sequence[Sample], chances: Sequence[Numbers]) -> list[dict[str, float]]:
    """Return precision, recall and F1 over paragraphs and over sentences, and the control, at each cut."""
    paragraphs, sentences = (flat(samples, chances, kind) for kind in ("paragraphs", "sentences"))
    strange = [table for s, table in zip(samples, chances, strict=True) if s.kind == "other event"]
    rows = []
    for cut in CUTS:
        row = {"cut": cut, "control": strangers_matched(strange, cut)}
        for (linked, said), end in ((paragraphs, ""), (sentences, "_sentences")):
            precision, recall = precision_recall(linked, said, cut)
            row |= {f"precision{end}": precision, f"recall{end}": recall, f"f1{end}": f1(precision, recall)}
        rows.append({key: round(value, 4) for key, value in row.items()})
    return rows


def flat(samples: Sequence[Sample], chances: Sequence[Numbers], kind: str) -> tuple[Linked, Numbers]:
    """Return whether each pair of one kind of sample is linked, and its probability: shape (pairs,) each."""
    kept = [(s.gold.linked.ravel(), t.ravel()) for s, t in zip(samples, chances, strict=True) if s.kind == kind]
    return np.concatenate([linked for linked, _ in kept]), np.concatenate([table for _, table in kept])


def calibration_error(linked: Linked, chances: Numbers, *, bins: int = 10) -> float:
    """Return the expected calibration error over bins of equal width, 0 perfect … 1 (Naeini et al. 2015)."""
    place = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = [
        abs(linked[place == b].mean() - chances[place == b].mean()) * (place == b).mean() for b in set(place.tolist())
    ]
    return float(sum(gaps))


def best_f1(linked: Linked, scores: Numbers) -> tuple[float, float]:
    """Return the score with the best F1 when it is the cut, and that F1."""
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(linked[order])
    values = 2 * right / (np.arange(1, len(linked) + 1) + linked.sum())
    place = int(values.argmax())
    return float(scores[order][place]), float(values[place])


def ranking(pairs: Iterable[tuple[Linked, Numbers]]) -> dict[str, float]:
    """Return precision at 1, recall at 3 and 5 and mean reciprocal rank of the left article's linked sentences.

    Each pair is (linked, scores), shape (left, right) both; equal scores keep the right article's order.
    """
    found: list[tuple[float, ...]] = []
    for linked, scores in pairs:
        for row in np.flatnonzero(linked.any(axis=1)):
            ranked = linked[row][np.argsort(-scores[row], kind="stable")]
            shares = (ranked[:3].sum() / ranked.sum(), ranked[:5].sum() / ranked.sum())
            found.append((float(ranked[0]), *map(float, shares), 1 / (1 + int(ranked.argmax()))))
    keys = ("precision_at_1", "recall_at_3", "recall_at_5", "mrr")
    return dict(zip(keys, np.mean(found, axis=0).tolist(), strict=True))


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean of precision and recall, 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def best_cut(rows: Sequence[Mapping[str, float]]) -> float:
    """Return the cut with the best mean F1 over paragraphs and sentences among those that the control allows."""
    allowed = [row for row in rows if row["control"] <= CONTROL]
    return max(allowed, key=lambda row: (row["f1"] + row["f1_sentences"], row["cut"]))["cut"]
