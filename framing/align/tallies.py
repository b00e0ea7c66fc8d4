"""Count what stands in the passages of an event and in each of their sentences: words, phrases, names and figures.

Every table has a row a passage and, behind them, a row a sentence; each text is read once for both.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array, csr_array

from framing.align.agreeing import Figure
from framing.align.mentioned import mentioned, names_by_sentence, sentence_of
from framing.align.words import telling, tells
from framing.align.words import words as written_words
from framing.records import Passage

Places = npt.NDArray[np.int64]
Key = TypeVar("Key", bound=Hashable)


def words(every: Sequence[Passage]) -> tuple[csr_array, csr_array, list[str]]:
    """Return how often each stem of a word that tells something stands in each text, the phrases, and the stems.

    A phrase is two words of a text in a row, whatever they tell.
    """
    found = [mentioned(p.text) for p in every]
    columns, stems = _numbered([stem for said in found for stem in said.stems])
    telling = np.tile([tells(word) for said in found for word in said.texts], 2).astype(bool)
    rows, columns = _texts(every, [said.starts for said in found]), np.tile(columns, 2)
    together = rows[:-1] == rows[1:]
    pairs = columns[:-1][together] * len(stems) + columns[1:][together]
    kinds, phrases = np.unique(pairs, return_inverse=True)
    return (
        _tally(rows[telling], columns[telling], every, len(stems)),
        present(_tally(rows[:-1][together], phrases, every, len(kinds))),
        stems,
    )


def names(every: Sequence[Passage]) -> tuple[csr_array, list[str]]:
    """Return which words that tell something stand in names of each text, and their stems."""
    named = [mentioned(p.text).names for p in every] + [names for p in every for names in names_by_sentence(p)]
    found = [[stem for name in names for stem in _stems(name.norm)] for names in named]
    rows = np.repeat(np.arange(len(found)), [len(stems) for stems in found])
    columns, stems = _numbered([stem for stems in found for stem in stems])
    return present(_tally(rows, columns, every, len(stems))), stems


@lru_cache(maxsize=20_000)
def _stems(name: str) -> tuple[str, ...]:
    return tuple(word.stem for word in telling(written_words(name)))


def figures(every: Sequence[Passage]) -> tuple[csr_array, list[Figure]]:
    """Return which figures stand in each text, and the figures."""
    found = [mentioned(p.text).figures for p in every]
    columns, kinds = _numbered([(n.kind, n.value, n.about) for counted in found for n in counted])
    starts = [[n.start for n in counted] for counted in found]
    return present(_tally(_texts(every, starts), np.tile(columns, 2), every, len(kinds))), kinds


def present(rows: csr_array) -> csr_array:
    """Return 1 where something stands in a text, however often."""
    return csr_array((np.ones_like(rows.data), rows.indices, rows.indptr), shape=rows.shape)


def _texts(every: Sequence[Passage], starts: Sequence[Sequence[int]]) -> Places:
    """Return the rows of all that begins there in each passage: those of the passages, then those of the sentences."""
    each = [len(part) for part in starts]
    passages = np.repeat(np.arange(len(every)), each)
    counts = np.array([len(p.sentences) for p in every], dtype=np.int64)
    firsts = np.repeat(len(every) + np.cumsum(counts) - counts, each)
    places = [place for p, part in zip(every, starts, strict=True) for place in sentence_of(p, part)]
    return np.concatenate([passages, firsts + np.array(places, dtype=np.int64)])


def _numbered(keys: Sequence[Key]) -> tuple[Places, list[Key]]:
    """Return each key's column, and the columns' keys, which are sorted, so that sums come out bit for bit."""
    kinds = sorted(set(keys), key=str)
    place = {key: column for column, key in enumerate(kinds)}
    return np.array([place[key] for key in keys], dtype=np.int64), kinds


def _tally(rows: Places, columns: Places, every: Sequence[Passage], width: int) -> csr_array:
    """Return how often each column stands in each text; where nothing was found, there is an empty column."""
    shape = (len(every) + sum(len(p.sentences) for p in every), max(width, 1))
    return csr_array(coo_array((np.ones(len(rows)), (rows, columns)), shape=shape))
