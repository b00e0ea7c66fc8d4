"""Make articles ready to be compared: their passages and sentences as rows, article after article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from framing.align.rows import Numbers, Rows, compiled
from framing.align.words import Background
from framing.embed import passage_vectors
from framing.records import Passage, Vectors

__all__ = ["Numbers", "Places", "Rows", "Side", "Sides", "sides"]

Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Side:
    """One article ready to be compared, or several in a row: passages, their sentences, and where each begins.

    `starts` is each passage's first sentence, (passages,), `firsts` each article's first passage, (articles,).
    """

    passages: tuple[Passage, ...]
    whole: Rows
    spoken: Rows
    starts: Places
    firsts: Places

    @property
    def sizes(self) -> Places:
        """How many passages each article has: shape (articles,)."""
        return np.diff(self.firsts, append=len(self.passages))

    @property
    def places(self) -> Places:
        """Each passage's place in its article, from 0: shape (passages,)."""
        return np.arange(len(self.passages)) - np.repeat(self.firsts, self.sizes)


@dataclass(frozen=True)
class Sides:
    """All articles of an event, sorted by id, as one side; iterating gives each article's own."""

    every: Side

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self.every.firsts)

    def __iter__(self) -> Iterator[Side]:
        """Yield each article's side."""
        return (self.part(article, article + 1) for article in range(len(self)))

    def part(self, first: int, last: int) -> Side:
        """Return the articles from `first` up to but without `last` as one side."""
        every = self.every
        begins = [*every.firsts.tolist(), len(every.passages)]
        passages = slice(begins[first], begins[last])
        said = [*every.starts.tolist(), len(every.spoken.lengths)]
        sentences = slice(said[passages.start], said[passages.stop])
        return Side(
            every.passages[passages],
            every.whole.part(passages),
            every.spoken.part(sentences),
            every.starts[passages] - sentences.start,
            every.firsts[first:last] - passages.start,
        )


def sides(passages: Sequence[Passage], vectors: Mapping[str, Vectors], background: Background) -> Sides:
    """Return one side an article, sorted by article id, its passages in reading order.

    `vectors` holds sentence vectors by passage id.
    """
    ordered = sorted({p.id: p for p in passages}.values(), key=lambda p: (p.article, p.index, p.id))
    if not ordered:
        rows = compiled([], np.zeros((0, 1), dtype=np.float32), background)
        return Sides(Side((), rows, rows, *(np.zeros(0, dtype=np.int64) for _ in range(2))))
    stacked = np.concatenate([passage_vectors(ordered, vectors), *(vectors[p.id] for p in ordered)])
    rows = compiled(ordered, stacked, background)
    counts = np.array([len(p.sentences) for p in ordered])
    articles = np.array([len(list(group)) for _, group in groupby(ordered, key=lambda p: p.article)])
    return Sides(
        Side(
            tuple(ordered),
            rows.part(slice(0, len(ordered))),
            rows.part(slice(len(ordered), len(stacked))),
            np.cumsum(counts) - counts,
            np.cumsum(articles) - articles,
        )
    )
