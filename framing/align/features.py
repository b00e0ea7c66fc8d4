"""What speaks for two texts telling the same thing: features that a person can read, for all pairs of two articles.

Every feature is the same when the two articles change places. What needs the articles around two sentences is left out,
not set to zero, where there are none: a model of its own reads the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from framing.align.sides import Numbers, Places, Rarity, Rows, Side
from framing.records import Vectors

Table = Mapping[str, Numbers]
"""Feature values by name: shape (texts of the left article, texts of the right one) each."""


@dataclass(frozen=True)
class Evidence:
    """The features of all pairs of passages of two articles, and of all pairs of their sentences."""

    whole: Table
    spoken: Table
    starts: tuple[Places, Places]

    def best(self, spoken: Numbers) -> Numbers:
        """Reduce values by sentences to values by passages, keeping the largest."""
        rows = np.maximum.reduceat(spoken, self.starts[0], axis=0)
        return np.asarray(np.maximum.reduceat(rows, self.starts[1], axis=1))


def evidence(left: Side, right: Side, rarity: Rarity) -> Evidence:
    """Return everything that speaks for or against the pairs of passages of two articles."""
    parts = ((left.whole, right.whole), (left.spoken, right.spoken))
    whole, spoken = ({**alone(*rows, rarity), **among(*rows, rarity)} for rows in parts)
    return Evidence({**whole, **_places(left, right)}, spoken, (left.starts, right.starts))


def alone(left: Rows, right: Rows, rarity: Rarity) -> dict[str, Numbers]:
    """Return the features that need no article around the texts: meaning, words, names, figures, lengths."""
    found = {"cosine": _cosine(left.vectors, right.vectors)}
    found |= _words(left.words, right.words, rarity.words)
    found |= _phrases(left.phrases, right.phrases)
    found |= _names(left.names, right.names, rarity.names)
    return found | _figures(left, right, rarity.figures) | _lengths(left.lengths, right.lengths)


def among(left: Rows, right: Rows, rarity: Rarity) -> dict[str, Numbers]:
    """Return the features that need the articles: what is common to all of the event counts less."""
    words = _words(left.words, right.words, rarity.here)
    found = {"local_tfidf": words["tfidf"], "local_shared": words["shared"]}
    return found | {"centred": _cosine(left.centred, right.centred)}


def _cosine(left: Vectors, right: Vectors) -> Numbers:
    return np.asarray(_unit(left) @ _unit(right).T, dtype=float)


def _unit(rows: Vectors) -> Vectors:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))


def _words(left: csr_array, right: csr_array, weights: Numbers) -> dict[str, Numbers]:
    """TF-IDF cosine; which share of a text's rare words the other has; the sum of shared rarity, logged."""
    here, there = _present(left), _present(right)
    shared = _product(_weighted(here, weights), there)
    own, other = _mass(here, weights)[:, None], _mass(there, weights)[None, :]
    cover = shared / np.maximum(own, 1e-9), shared / np.maximum(other, 1e-9)
    return {
        "tfidf": _product(_scaled(left, weights), _scaled(right, weights)),
        "cover_more": np.maximum(*cover),
        "cover_less": np.minimum(*cover),
        "shared": np.log1p(shared),
    }


def _scaled(rows: csr_array, weights: Numbers) -> csr_array:
    """Return TF-IDF rows of length 1."""
    values = (1 + np.log(rows.data)) * weights[rows.indices]
    scaled = csr_array((values, rows.indices, rows.indptr), shape=rows.shape)
    lengths = np.sqrt(np.asarray(scaled.multiply(scaled).sum(axis=1)))
    scaled.data = values / np.repeat(np.maximum(lengths, 1e-9), np.diff(rows.indptr))
    return scaled


def _phrases(left: csr_array, right: csr_array) -> dict[str, Numbers]:
    sizes = [np.asarray(rows.sum(axis=1)) for rows in (left, right)]
    return {"phrases": _product(left, right) / (1 + np.minimum(sizes[0][:, None], sizes[1][None, :]))}


def _names(left: csr_array, right: csr_array, weights: Numbers) -> dict[str, Numbers]:
    """Rarity of shared names, their share of all names, and names of one text that the other, which has some, lacks."""
    shared = _product(_weighted(left, weights), right)
    own, other = _mass(left, weights)[:, None], _mass(right, weights)[None, :]
    return {
        "names": np.log1p(shared),
        "names_share": shared / (own + other - shared + 1),
        "names_differ": np.log1p(np.maximum(np.minimum(own, other) - shared, 0)),
    }


def _figures(left: Rows, right: Rows, weights: Numbers) -> dict[str, Numbers]:
    """Figures on which the texts agree, and figures that both have without agreeing."""
    forth = _product(_weighted(left.figures, weights), right.matched)
    back = _product(_weighted(right.figures, weights), left.matched).T
    agreed = np.asarray((forth + back) / 2)
    own, other = _mass(left.figures, weights)[:, None], _mass(right.figures, weights)[None, :]
    return {"figures": np.log1p(agreed), "figures_differ": np.log1p(np.maximum(np.minimum(own, other) - agreed, 0))}


def _lengths(left: Numbers, right: Numbers) -> dict[str, Numbers]:
    lengths = np.log1p(left)[:, None], np.log1p(right)[None, :]
    return {"shorter": np.minimum(*lengths), "longer": np.maximum(*lengths)}


def _places(left: Side, right: Side) -> dict[str, Numbers]:
    """Both at the beginning; how late the later one is; how far apart they are: weak evidence, never imposed."""
    sizes = len(left.passages), len(right.passages)
    a, b = np.arange(sizes[0])[:, None], np.arange(sizes[1])[None, :]
    apart = np.abs(a / max(sizes[0] - 1, 1) - b / max(sizes[1] - 1, 1))
    return {"leads": 1 / ((1 + a) * (1 + b)), "later": np.log1p(np.maximum(a, b)), "apart": apart}


def _present(rows: csr_array) -> csr_array:
    return csr_array((np.ones_like(rows.data), rows.indices, rows.indptr), shape=rows.shape)


def _weighted(rows: csr_array, weights: Numbers) -> csr_array:
    return csr_array((rows.data * weights[rows.indices], rows.indices, rows.indptr), shape=rows.shape)


def _mass(rows: csr_array, weights: Numbers) -> Numbers:
    return np.asarray(rows @ weights, dtype=float)


def _product(left: csr_array, right: csr_array) -> Numbers:
    return np.asarray((left @ right.T).toarray(), dtype=float)
