"""Texts as rows that can be compared: vectors, and sparse counts of words, phrases, names and figures, weighted.

Whatever depends on one text alone is computed here, once; what is left for each pair of texts is a few products.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from framing.align.agreeing import agreeing, telling_figure
from framing.align.tallies import figures, names, present, words
from framing.align.words import Background
from framing.records import Passage, Vectors

Numbers = npt.NDArray[np.float64]

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


def compiled(every: Sequence[Passage], vectors: Vectors, background: Background) -> Rows:
    """Return the passages and, behind them, all their sentences as rows, with their `vectors` (texts, dimensions).

    How rare a word is in the event is counted over the passages.
    """
    passages = len(every)
    word_rows, phrase_rows, stems = words(every)
    name_rows, name_words = names(every)
    figure_rows, given = figures(every)
    rarity, name_rarity = (_column([background.rarity(key) for key in keys]) for keys in (stems, name_words))
    here = rarity * _within(word_rows[:passages])
    name_rarity = name_rarity * _within(name_rows[:passages])
    there = present(word_rows)
    told = _weighted(figure_rows, _column([telling_figure(figure) for figure in given]))
    return Rows(
        vectors=_unit(vectors),
        centred=_unit(vectors - vectors[:passages].sum(axis=0) / max(passages, 1)),
        words=there,
        rare=_weighted(there, rarity),
        rare_here=_weighted(there, here),
        tfidf=_scaled(word_rows, rarity),
        local_tfidf=_scaled(word_rows, here),
        phrases=phrase_rows,
        names=name_rows,
        rare_names=_weighted(name_rows, name_rarity),
        figures=told,
        matched=csr_array(((figure_rows @ agreeing(given)) > 0).astype(float)),
        word_mass=there @ rarity,
        phrase_count=_sums(phrase_rows),
        name_mass=name_rows @ name_rarity,
        figure_mass=_sums(told),
        lengths=np.log1p(_sums(word_rows)),
    )


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
