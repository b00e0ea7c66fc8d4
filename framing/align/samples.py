"""What the model is fitted to: linked articles cut into sentences, paragraphs and snippets, and unrelated articles."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framing.align.features import Evidence, evidence
from framing.align.gold import GoldPair, paragraphs
from framing.align.sides import sides
from framing.align.words import Background
from framing.records import Vectors

FOLDS = 5

# What each passage pair of a kind of sample weighs. Sentences and paragraphs are what the model is for; snippets teach
# what rows and columns mean in short articles; other events, how unrelated passages look, which the links alone never
# show. Weights over 0.3 for other events cost more on the links than they save on the control.
WEIGHTS = {"sentences": 1.0, "paragraphs": 1.0, "snippets": 0.2, "other event": 0.2, "other event, snippets": 0.1}


@dataclass(frozen=True)
class Sample:
    """Two articles, their kind and fold, and the features of all their passage pairs."""

    kind: str
    fold: int
    gold: GoldPair
    found: Evidence

    @property
    def single(self) -> bool:
        """Whether every passage is one sentence."""
        return all(len(p.sentences) == 1 for p in (*self.gold.left, *self.gold.right))

    @property
    def weight(self) -> float:
        """What each of its passage pairs weighs in the fit."""
        return WEIGHTS[self.kind]


def fold_of(key: str) -> int:
    """Return the fold of an article pair, 0 to `FOLDS` - 1, from its name alone."""
    return zlib.crc32(key.encode()) % FOLDS


def cut_up(pairs: Sequence[GoldPair], *, seed: int = 7) -> list[tuple[str, GoldPair]]:
    """Return the pairs as sentences, paragraphs and snippets, and beside each article one of another event.

    The articles of two events that are put together are of one fold, so none is in training and test at once.
    """
    rng = np.random.default_rng(seed)
    found: list[tuple[str, GoldPair]] = []
    for pair in pairs:
        whole = paragraphs(pair, rng)
        found += [("sentences", pair), ("paragraphs", whole)]
        found += [("snippets", _snippet(p, rng)) for p in (pair, pair, whole, whole)]
    for kind in ("sentences", "paragraphs"):
        of_kind = [pair for name, pair in found if name == kind]
        for fold in range(FOLDS):
            members = [pair for pair in of_kind if fold_of(pair.key) == fold]
            for pair, other in zip(members, members[1:] + members[:1], strict=True):
                strange = _strangers(pair, other)
                found.append(("other event", strange))
                found += [("other event, snippets", _snippet(strange, rng)) for _ in range(2)]
    return found


def sample(kind: str, pair: GoldPair, vectors: Mapping[str, Vectors], background: Background) -> Sample:
    """Compute the features of a pair."""
    left, right = sides([*pair.left, *pair.right], vectors, background)
    if left.passages[0].article != pair.left[0].article:  # sides come in the order of their ids
        pair = GoldPair(pair.key, pair.right, pair.left, pair.linked.T)
    return Sample(kind, fold_of(pair.key), pair, evidence(left, right))


def _snippet(pair: GoldPair, rng: np.random.Generator) -> GoldPair:
    """Cut a window of 1 to 4 passages out of each article."""
    rows, columns = _window(len(pair.left), rng), _window(len(pair.right), rng)
    return GoldPair(pair.key, pair.left[rows], pair.right[columns], pair.linked[rows, columns])


def _window(passages: int, rng: np.random.Generator) -> slice:
    start = int(rng.integers(0, max(1, passages - 3)))
    return slice(start, start + int(rng.integers(1, 5)))


def _strangers(pair: GoldPair, other: GoldPair) -> GoldPair:
    return GoldPair(pair.key, pair.left, other.right, np.zeros((len(pair.left), len(other.right)), dtype=bool))
