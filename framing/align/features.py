"""What speaks for two texts telling the same thing: features that a person can read, for all pairs of two articles.

Every feature is the same when the two articles change places. What needs the articles around two sentences is left out,
not set to zero, where there are none: a model of its own reads the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from framing.align.sides import Numbers, Places, Rows, Side
from framing.records import Vectors

Table = Mapping[str, Numbers]
"""Feature values by name: shape (texts of the left article, texts of the right one) each."""


@dataclass(frozen=True)
class Evidence:
    """The features of all pairs of passages of one article and one or several others, and of all their sentences.

    `starts` is where each passage's sentences begin, left and right; `firsts` where each article on the right does.
    """

    whole: Table
    spoken: Table
    starts: tuple[Places, Places]
    firsts: Places

    def best(self, spoken: Numbers) -> Numbers:
        """Reduce values by sentences to values by passages, keeping the largest."""
        rows = np.maximum.reduceat(spoken, self.starts[0], axis=0)
        return np.asarray(np.maximum.reduceat(rows, self.starts[1], axis=1))


def evidence(left: Side, right: Side) -> Evidence:
    """Return everything that speaks for or against the pairs of passages of one article and one or several others."""
    parts = ((left.whole, right.whole), (left.spoken, right.spoken))
    whole, spoken = ({**alone(*rows), **among(*rows)} for rows in parts)
    return Evidence({**whole, **_places(left, right)}, spoken, (left.starts, right.starts), right.firsts)


def alone(left: Rows, right: Rows) -> dict[str, Numbers]:
    """Return the features that need no article around the texts: meaning, words, names, figures, lengths."""
    found = {"cosine": _cosine(left.vectors, right.vectors)}
    found |= _words(left, right)
    found |= {"phrases": _product(left.phrases, right.phrases) / (1 + _lesser(left.phrase_count, right.phrase_count))}
    found |= _names(left, right)
    return found | _figures(left, right) | _lengths(left.lengths, right.lengths)


def among(left: Rows, right: Rows) -> dict[str, Numbers]:
    """Return the features that need the articles: what is common to all of the event counts less."""
    return {
        "local_tfidf": _product(left.local_tfidf, right.local_tfidf),
        "local_shared": _log(_product(left.rare_here, right.words)),
        "centred": _cosine(left.centred, right.centred),
    }


def _cosine(left: Vectors, right: Vectors) -> Numbers:
    return np.asarray(left @ right.T, dtype=float)


def _words(left: Rows, right: Rows) -> dict[str, Numbers]:
    """TF-IDF cosine; which share of a text's rare words the other has; the sum of shared rarity, logged."""
    shared = _product(left.rare, right.words)
    # The larger share is that of the text with less to share.
    return {
        "tfidf": _product(left.tfidf, right.tfidf),
        "cover_more": shared / np.maximum(_lesser(left.word_mass, right.word_mass), 1e-9),
        "cover_less": shared / np.maximum(_greater(left.word_mass, right.word_mass), 1e-9),
        "shared": _log(shared),
    }


def _names(left: Rows, right: Rows) -> dict[str, Numbers]:
    """Rarity of shared names, their share of all names, and names of one text that the other, which has some, lacks."""
    shared = _product(left.rare_names, right.names)
    own, other = left.name_mass[:, None], right.name_mass[None, :]
    return {
        "names": _log(shared),
        "names_share": shared / (own + other - shared + 1),
        "names_differ": _log(np.minimum(own, other) - shared),
    }


def _figures(left: Rows, right: Rows) -> dict[str, Numbers]:
    """Figures on which the texts agree, and figures that both have without agreeing."""
    agreed = (_product(left.figures, right.matched) + _product(right.figures, left.matched).T) / 2
    return {
        "figures": _log(agreed),
        "figures_differ": _log(_lesser(left.figure_mass, right.figure_mass) - agreed),
    }


def _lengths(left: Numbers, right: Numbers) -> dict[str, Numbers]:
    return {"shorter": _lesser(left, right), "longer": _greater(left, right)}


def _places(left: Side, right: Side) -> dict[str, Numbers]:
    """Both at the beginning; how late the later one is; how far apart they are: weak evidence, never imposed."""
    a, b = left.places[:, None], right.places[None, :]
    spans = [np.repeat(np.maximum(side.sizes - 1, 1), side.sizes) for side in (left, right)]
    apart = np.abs(a / spans[0][:, None] - b / spans[1][None, :])
    return {"leads": 1 / ((1 + a) * (1 + b)), "later": np.log1p(np.maximum(a, b)), "apart": apart}


def _lesser(left: Numbers, right: Numbers) -> Numbers:
    return np.asarray(np.minimum(left[:, None], right[None, :]))


def _greater(left: Numbers, right: Numbers) -> Numbers:
    return np.asarray(np.maximum(left[:, None], right[None, :]))


def _log(values: Numbers) -> Numbers:
    """Return log(1 + value), 0 for values under 0; most pairs share nothing, and a logarithm takes its time."""
    logged = np.zeros_like(values)
    np.log1p(values, out=logged, where=values > 0)
    return logged


def _product(left: csr_array, right: csr_array) -> Numbers:
    return np.asarray((left @ right.T).toarray(), dtype=float)
