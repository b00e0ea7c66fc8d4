"""Texts as rows that can be compared: vectors, and sparse counts of words, phrases, names and figures, weighted.

Whatever depends on one text alone is computed here, once; what is left for each pair of texts is a few products.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from framing.align.agreeing import Figure, agreeing, telling_figure
from framing.align.words import Background, telling, words
from framing.mentions import names, numbers
from framing.records import Vectors

Numbers = npt.NDArray[np.float64]
Key = TypeVar("Key", bound=Hashable)

# Two short articles share a word by chance as easily as by telling the same: so many imagined passages without the word
# keep a word that stands in both of two passages from looking common in the event.
IMAGINED = 4


@dataclass(frozen=True)
class Rows:
    """Texts ready to be compared, one row a text; sparse rows have a column a word, phrase, name or figure.

    `vectors` and `centred`, how the vectors differ from the event's mean, are of length 1. `tfidf` and `local_tfidf`
    too; the latter, as `rare_here`, counts less what every passage of the event says. `words` tells which words are
    there, `rare` and `rare_here` how rare they are; so do `names` and `rare_names`, `figures` and `told_figures`.
    `matched` says which of the event's figures agree with the text's. The `…_mass` are sums of rarity, (texts,);
    `phrase_count` and `lengths`, log(1 + words that tell something), are (texts,) as well.
    """

    vectors: Vectors
    centred: Vectors
    words: csr_array
    rare: csr_array
    rare_here: csr_array
    tfidf: csr_array
    local_tfidf: csr_array
    phrases: csr_array
    names: csr_array
    rare_names: csr_array
    figures: csr_array
    matched: csr_array
    word_mass: Numbers
    phrase_count: Numbers
    name_mass: Numbers
    figure_mass: Numbers
    lengths: Numbers

    def part(self, rows: slice) -> Rows:
        """Return some of the rows."""
        return Rows(*(_part(getattr(self, name), rows) for name in self.__dataclass_fields__))


class Counts(NamedTuple):
    """What stands in a text, and how often: stems of words that tell something, two stems in a row, names, figures."""

    words: Counter[str]
    phrases: Counter[tuple[str, str]]
    names: Counter[str]
    figures: Counter[Figure]


def compiled(texts: Sequence[str], passages: int, vectors: Vectors, background: Background) -> Rows:
    """Return the texts as rows, with their `vectors` (texts, dimensions); the first `passages` are the passages.

    How rare a word is in the event is counted over the passages.
    """
    counts = [_counts(text) for text in texts]
    word_rows, stems = _rows([found.words for found in counts])
    phrase_rows, _ = _rows([found.phrases for found in counts])
    name_rows, name_words = _rows([found.names for found in counts])
    figure_rows, figures = _rows([found.figures for found in counts])
    rarity, name_rarity = (_column([background.rarity(key) for key in keys]) for keys in (stems, name_words))
    here = rarity * _within(word_rows[:passages])
    name_rarity = name_rarity * _within(name_rows[:passages])
    present = _with(word_rows, np.ones_like(word_rows.data))
    told = _weighted(figure_rows, _column([telling_figure(figure) for figure in figures]))
    return Rows(
        vectors=_unit(vectors),
        centred=_unit(vectors - vectors[:passages].sum(axis=0) / max(passages, 1)),
        words=present,
        rare=_weighted(present, rarity),
        rare_here=_weighted(present, here),
        tfidf=_scaled(word_rows, rarity),
        local_tfidf=_scaled(word_rows, here),
        phrases=phrase_rows,
        names=name_rows,
        rare_names=_weighted(name_rows, name_rarity),
        figures=told,
        matched=csr_array(((figure_rows @ agreeing(figures)) > 0).astype(float)),
        word_mass=present @ rarity,
        phrase_count=_sums(phrase_rows),
        name_mass=name_rows @ name_rarity,
        figure_mass=_sums(told),
        lengths=np.log1p(_sums(word_rows)),
    )


@lru_cache(maxsize=20_000)
def _counts(text: str) -> Counts:
    written = words(text)
    return Counts(
        Counter(word.stem for word in telling(written)),
        Counter(set(pairwise(word.stem for word in written))),
        Counter({word.stem for name in names(text) for word in telling(words(name.norm))}),
        Counter({(n.kind, n.value, n.about) for n in numbers(text)}),
    )


def _rows(items: Sequence[Counter[Key]]) -> tuple[csr_array, list[Key]]:
    """Return counts as sparse rows and the columns' keys, which are sorted, so that sums come out bit for bit."""
    keys = sorted(set().union(*items), key=str)
    place = {key: column for column, key in enumerate(keys)}
    pointers = np.cumsum([0, *(len(item) for item in items)])
    columns = np.array([place[key] for item in items for key in item], dtype=np.int32)
    counts = np.array([count for item in items for count in item.values()], dtype=float)
    rows = csr_array((counts, columns, pointers.astype(np.int32)), shape=(len(items), max(len(keys), 1)))
    rows.sort_indices()
    return rows, keys


def _within(rows: csr_array) -> Numbers:
    """Return how rare each word is among the event's passages: 0 in all of them … 1 in one."""
    passages = rows.shape[0] + IMAGINED
    holding = np.bincount(rows.indices, minlength=rows.shape[1])
    return np.asarray(np.log((passages + 1) / np.maximum(holding, 1)) / np.log(passages + 1))


def _column(values: Sequence[float]) -> Numbers:
    """Return one value a column; where there is no column the rows have an empty one, and so has this."""
    return np.array(values or [0.0])


def _scaled(rows: csr_array, weights: Numbers) -> csr_array:
    """Return TF-IDF rows of length 1."""
    scaled = _with(rows, (1 + np.log(rows.data)) * weights[rows.indices])
    lengths = np.sqrt(_sums(_with(rows, scaled.data**2)))
    return _with(rows, scaled.data / np.repeat(np.maximum(lengths, 1e-9), np.diff(rows.indptr)))


def _weighted(rows: csr_array, weights: Numbers) -> csr_array:
    return _with(rows, rows.data * weights[rows.indices])


def _with(rows: csr_array, values: Numbers) -> csr_array:
    return csr_array((values, rows.indices, rows.indptr), shape=rows.shape)


def _sums(rows: csr_array) -> Numbers:
    return np.asarray(rows.sum(axis=1), dtype=float)


def _unit(rows: Vectors) -> Vectors:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))


def _part(rows: Any, some: slice) -> Any:
    """Return some rows; a slice of sparse rows is taken by hand, as SciPy's own takes longer than the products."""
    if not isinstance(rows, csr_array):
        return rows[some]
    pointers = rows.indptr[some.start : some.stop + 1]
    entries = slice(pointers[0], pointers[-1])
    shape = (len(pointers) - 1, rows.shape[1])
    return csr_array((rows.data[entries], rows.indices[entries], pointers - pointers[0]), shape=shape)
