"""What speaks for two passages telling the same thing: features that a person can read, for all pairs of two articles.

Every feature is the same when the two articles change places. Absent features (those that need an article around a
sentence, or an encoder that gives word pieces) are left out, not set to zero: each set of features has its own model.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.sparse import csr_array

from framing.align.sides import Numbers, Pieces, Rarity, Side
from framing.records import Vectors

Table = Mapping[str, Numbers]
"""Feature values by name: shape (passages of the left article, passages of the right one) each."""

NEEDS_ARTICLES = frozenset({"centred", "local_tfidf", "local_shared", "leads", "later", "apart"})
"""What cannot be said of two sentences without their articles: the features of `among`."""


def alone(left: Side, right: Side, rarity: Rarity) -> dict[str, Numbers]:
    """Return the features that need no article around the passages: meaning, words, names, figures, lengths."""
    found = {"cosine": _cosine(left.means, right.means)}
    found |= _best_sentences(left, right, rarity)
    found |= _words(left.words, right.words, rarity.words)
    found |= _phrases(left, right)
    found |= _names(left.names, right.names, rarity.names)
    found |= _figures(left, right, rarity)
    found |= _lengths(left, right)
    if left.pieces is not None and right.pieces is not None:
        found |= _word_by_word(left.pieces, right.pieces)
    return found


def among(left: Side, right: Side, rarity: Rarity) -> dict[str, Numbers]:
    """Return the features that need the two articles: what is common to them counts less, and leads go together."""
    words = _words(left.words, right.words, rarity.here)
    found = {"centred": _cosine(left.centred, right.centred)}
    return found | {"local_tfidf": words["tfidf"], "local_shared": words["shared"]} | _places(left, right)


def _cosine(left: Vectors, right: Vectors) -> Numbers:
    return np.asarray(_unit(left) @ _unit(right).T, dtype=float)


def _unit(rows: Vectors) -> Vectors:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))


def _best_sentences(left: Side, right: Side, rarity: Rarity) -> dict[str, Numbers]:
    """Of the sentence pairs of two passages, the best by meaning and the best by words."""
    meaning = _most(left, right, np.asarray(left.sentences @ right.sentences.T, dtype=float))
    words = _tfidf(left.sentence_words, right.sentence_words, rarity.words)
    return {"best_cosine": meaning, "best_tfidf": _most(left, right, words)}


def _most(left: Side, right: Side, table: Numbers) -> Numbers:
    """Reduce sentences by sentences to passages by passages, keeping the largest value."""
    rows = np.maximum.reduceat(table, left.starts, axis=0)
    return np.asarray(np.maximum.reduceat(rows, right.starts, axis=1))


def _words(left: csr_array, right: csr_array, weights: Numbers) -> dict[str, Numbers]:
    """TF-IDF cosine; which share of a passage's rare words the other has; the sum of shared rarity, logged."""
    here, there = _present(left), _present(right)
    shared = _product(_weighted(here, weights), there)
    own, other = _mass(here, weights)[:, None], _mass(there, weights)[None, :]
    cover = shared / np.maximum(own, 1e-9), shared / np.maximum(other, 1e-9)
    return {
        "tfidf": _tfidf(left, right, weights),
        "cover_more": np.maximum(*cover),
        "cover_less": np.minimum(*cover),
        "shared": np.log1p(shared),
    }


def _tfidf(left: csr_array, right: csr_array, weights: Numbers) -> Numbers:
    rows = [_scaled(side, weights) for side in (left, right)]
    return _product(*rows)


def _scaled(side: csr_array, weights: Numbers) -> csr_array:
    rows = side.copy()
    rows.data = (1 + np.log(rows.data)) * weights[rows.indices]
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)))
    rows.data /= np.repeat(np.maximum(lengths, 1e-9), np.diff(rows.indptr))
    return rows


def _phrases(left: Side, right: Side) -> dict[str, Numbers]:
    shared = _product(left.phrases, right.phrases)
    sizes = [np.asarray(side.phrases.sum(axis=1)) for side in (left, right)]
    return {"phrases": shared / (1 + np.minimum(sizes[0][:, None], sizes[1][None, :]))}


def _names(left: csr_array, right: csr_array, weights: Numbers) -> dict[str, Numbers]:
    """Rarity of shared names, their share of all names, and names that one passage has and the other, with names, not."""
    shared = _product(_weighted(left, weights), right)
    own, other = _mass(left, weights)[:, None], _mass(right, weights)[None, :]
    return {
        "names": np.log1p(shared),
        "names_share": shared / (own + other - shared + 1),
        "names_differ": np.log1p(np.maximum(np.minimum(own, other) - shared, 0)),
    }


def _figures(left: Side, right: Side, rarity: Rarity) -> dict[str, Numbers]:
    """Figures on which the passages agree, and figures that both have without agreeing."""
    forth = _product(_weighted(left.figures, rarity.figures), right.matched)
    back = _product(_weighted(right.figures, rarity.figures), left.matched).T
    agreed = np.asarray((forth + back) / 2)
    own, other = _mass(left.figures, rarity.figures)[:, None], _mass(right.figures, rarity.figures)[None, :]
    return {"figures": np.log1p(agreed), "figures_differ": np.log1p(np.maximum(np.minimum(own, other) - agreed, 0))}


def _lengths(left: Side, right: Side) -> dict[str, Numbers]:
    lengths = np.log1p(left.lengths)[:, None], np.log1p(right.lengths)[None, :]
    return {"shorter": np.minimum(*lengths), "longer": np.maximum(*lengths)}


def _word_by_word(left: Pieces, right: Pieces) -> dict[str, Numbers]:
    """How well each piece of one passage finds its like in the other, weighted by rarity (late interaction)."""
    table = left.vectors @ right.vectors.T
    forth = _found(np.maximum.reduceat(table, right.starts, axis=1), left)
    back = _found(np.maximum.reduceat(table, left.starts, axis=0).T, right).T
    return {"pieces_more": np.maximum(forth, back), "pieces_less": np.minimum(forth, back)}


def _found(best: Vectors, side: Pieces) -> Numbers:
    total = np.add.reduceat(best * side.weights[:, None], side.starts, axis=0)
    return np.asarray(total / np.add.reduceat(side.weights, side.starts)[:, None], dtype=float)


def _places(left: Side, right: Side) -> dict[str, Numbers]:
    """Both near the beginning; how far apart the relative places are: weak evidence, order is never imposed."""
    lead = [1 / (1 + np.arange(len(side.means))) for side in (left, right)]
    place = [np.arange(len(side.means)) / max(len(side.means) - 1, 1) for side in (left, right)]
    a, b = lead[0][:, None], lead[1][None, :]
    return {
        "leads": a * b,
        "later": np.log(1 / np.minimum(a, b)),
        "apart": np.abs(place[0][:, None] - place[1][None, :]),
    }


def _weighted(rows: csr_array, weights: Numbers) -> csr_array:
    return csr_array((rows.data * weights[rows.indices], rows.indices, rows.indptr), shape=rows.shape)


def _present(rows: csr_array) -> csr_array:
    return csr_array((np.ones_like(rows.data), rows.indices, rows.indptr), shape=rows.shape)


def _mass(rows: csr_array, weights: Numbers) -> Numbers:
    return np.asarray(rows @ weights, dtype=float)


def _product(left: csr_array, right: csr_array) -> Numbers:
    return np.asarray((left @ right.T).toarray(), dtype=float)
