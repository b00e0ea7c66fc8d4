"""Make articles ready to be compared: each one's passages as vectors and as sparse rows of words, names and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from framing.align.words import Background, telling, words
from framing.embed import passage_vectors
from framing.mentions import Number, NumberKind, names, numbers, same_number
from framing.records import Passage, Vectors
from framing.tokens import Embedded

Numbers = npt.NDArray[np.float64]
Key = TypeVar("Key", bound=Hashable)
Figure = tuple[NumberKind, float, bool]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Pieces:
    """An article's word pieces: directions (pieces, 64), weights (pieces,), and where each passage's begin."""

    vectors: Vectors
    weights: Vectors
    starts: Places


@dataclass(frozen=True)
class Side:
    """One article, ready to be compared; every row is a passage, but for `sentences` and `sentence_words`.

    `centred` is how the passages differ from the event's mean. `starts` says where each passage's sentences begin. `words`, `phrases` (two stems in a row), `names` and `figures`
    are counts over the event's vocabulary; `matched` says which of the event's figures a passage's own agree with.
    """

    passages: tuple[Passage, ...]
    means: Vectors
    centred: Vectors
    sentences: Vectors
    starts: Places
    words: csr_array
    sentence_words: csr_array
    phrases: csr_array
    names: csr_array
    figures: csr_array
    matched: csr_array
    lengths: Numbers
    pieces: Pieces | None


@dataclass(frozen=True)
class Rarity:
    """How rare the event's words and names are: one value a column of the sides' sparse rows.

    `words` and `names` are rarity in news; `here` is rarity in news times rarity in the event, 0 … 1, for what every
    passage of the event says tells little; `figures` is how much a shared figure tells.
    """

    words: Numbers
    here: Numbers
    names: Numbers
    figures: Numbers


# Two short articles share a word by chance as easily as by telling the same: so many imagined passages without the word
# keep a word that stands in both of two passages from looking common in the event.
IMAGINED = 4


def sides(
    passages: Sequence[Passage], vectors: Mapping[str, Vectors], background: Background
) -> tuple[list[Side], Rarity]:
    """Return one side an article, sorted by article id, its passages in reading order, and how rare their words are."""
    ordered = sorted({p.id: p for p in passages}.values(), key=lambda p: (p.article, p.index, p.id))
    sentences = [s.text for p in ordered for s in p.sentences]
    word_rows, word_names = _rows([_stems(p.text) for p in ordered])
    sentence_rows, _ = _rows([_stems(text) for text in sentences], word_names)
    phrase_rows, _ = _rows([_phrases(p.text) for p in ordered])
    name_rows, name_names = _rows([_name_words(p.text) for p in ordered])
    figure_rows, figures = _rows([_figures(p.text) for p in ordered])
    matched = ((figure_rows @ csr_array(_agreeing(figures))) > 0).astype(float)
    counts = np.array([len(p.sentences) for p in ordered])
    ends = np.cumsum(counts)
    means = passage_vectors(ordered, vectors) if ordered else np.zeros((0, 1), dtype=np.float32)
    centred = means - means.mean(axis=0) if ordered else means
    found, start = [], 0
    for _, group in groupby(ordered, key=lambda p: p.article):
        members = tuple(group)
        rows = slice(start, start + len(members))
        first = ends[start] - counts[start]
        spoken = slice(first, ends[rows.stop - 1])
        found.append(
            Side(
                members,
                means[rows],
                centred[rows],
                np.concatenate([vectors[p.id] for p in members]),
                ends[rows] - counts[rows] - first,
                word_rows[rows],
                sentence_rows[spoken],
                phrase_rows[rows],
                name_rows[rows],
                figure_rows[rows],
                matched[rows],
                np.asarray(word_rows[rows].sum(axis=1), dtype=float),
                _pieces(members, vectors),
            )
        )
        start = rows.stop
    word_rarity, name_rarity = (_column([background.rarity(str(k)) for k in keys]) for keys in (word_names, name_names))
    here = word_rarity * _within(word_rows)
    return found, Rarity(word_rarity, here, name_rarity, _column([_telling_figure(f) for f in figures]))


def _within(rows: csr_array) -> Numbers:
    """Return how rare each word is among the event's passages: 0 in all of them … 1 in one."""
    passages = rows.shape[0] + IMAGINED
    holding = np.bincount(rows.indices, minlength=rows.shape[1])
    return np.asarray(np.log((passages + 1) / np.maximum(holding, 1)) / np.log(passages + 1))


def _column(values: Sequence[float]) -> Numbers:
    """Return one value a column; where there is no column the rows have an empty one, and so has this."""
    return np.array(values or [0.0])


def _rows(items: Sequence[Counter[Key]], columns: Mapping[Key, int] | None = None) -> tuple[csr_array, dict[Key, int]]:
    """Return counts as sparse rows and the columns' keys, which are sorted, so that sums come out bit for bit."""
    keys = dict(columns) if columns is not None else {
        key: place for place, key in enumerate(sorted({key for item in items for key in item}, key=str))
    }  # fmt: skip
    entries = [
        (row, keys[key], number) for row, item in enumerate(items) for key, number in item.items() if key in keys
    ]
    row, column, number = (np.array(part) for part in zip(*sorted(entries), strict=True)) if entries else ([], [], [])
    return csr_array((np.asarray(number, dtype=float), (row, column)), shape=(len(items), max(len(keys), 1))), keys


@lru_cache(maxsize=20_000)
def _stems(text: str) -> Counter[str]:
    return Counter(word.stem for word in telling(words(text)))


@lru_cache(maxsize=20_000)
def _phrases(text: str) -> Counter[tuple[str, str]]:
    stems = [word.stem for word in words(text)]
    return Counter(set(zip(stems, stems[1:], strict=False)))


@lru_cache(maxsize=20_000)
def _name_words(text: str) -> Counter[str]:
    return Counter({word.stem for name in names(text) for word in telling(words(name.norm))})


@lru_cache(maxsize=20_000)
def _figures(text: str) -> Counter[Figure]:
    return Counter({(n.kind, n.value, n.about) for n in numbers(text)})


def _agreeing(figures: Mapping[Figure, int]) -> Numbers:
    every = [Number("", 0, 0, kind, value, about) for kind, value, about in figures]
    table = [[float(same_number(a, b)) for b in every] for a in every]
    return np.array(table, dtype=float).reshape(max(len(every), 1), -1) if every else np.zeros((1, 1))


def _telling_figure(figure: Figure) -> float:
    """Return how much it tells that a figure is shared, 0.3 … 1: small counts and days of the week are everywhere."""
    kind, value, _ = figure
    return 0.3 if kind == "weekday" or (kind == "number" and value <= 10) else 1.0


def _pieces(members: Sequence[Passage], vectors: Mapping[str, Vectors]) -> Pieces | None:
    if not isinstance(vectors, Embedded) or any(p.id not in vectors.tokens for p in members):
        return None
    parts = [vectors.tokens[p.id] for p in members]
    # A passage without a piece that counts gets one that resembles nothing: segments of a sum cannot be empty.
    filled = [part if len(part) else np.zeros((1, 65), dtype=np.int8) for part in parts]
    rows = np.concatenate(filled).astype(np.float32)
    lengths = np.linalg.norm(rows[:, :-1], axis=1, keepdims=True)
    starts = np.cumsum([0, *(len(part) for part in filled[:-1])])
    return Pieces(rows[:, :-1] / np.maximum(lengths, 1e-9), np.maximum(rows[:, -1], 1e-3), starts)
