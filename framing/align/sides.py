"""Make articles ready to be compared: their passages and sentences as vectors and as sparse rows of words and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from framing.align.words import Background, telling, words
from framing.embed import passage_vectors
from framing.mentions import Number, NumberKind, names, numbers, same_number
from framing.records import Passage, Vectors

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Key = TypeVar("Key", bound=Hashable)
Figure = tuple[NumberKind, float, bool]

# Two short articles share a word by chance as easily as by telling the same: so many imagined passages without the word
# keep a word that stands in both of two passages from looking common in the event.
IMAGINED = 4


@dataclass(frozen=True)
class Rows:
    """Texts ready to be compared, one row a text.

    `centred` is how the vectors differ from the event's mean. `words`, `phrases` (two stems in a row), `names` and
    `figures` are counts over the event's vocabulary; `matched` says which of the event's figures agree with the text's.
    """

    vectors: Vectors
    centred: Vectors
    words: csr_array
    phrases: csr_array
    names: csr_array
    figures: csr_array
    matched: csr_array
    lengths: Numbers

    def part(self, rows: slice) -> Rows:
        """Return some of the rows."""
        return Rows(*(getattr(self, name)[rows] for name in self.__dataclass_fields__))


@dataclass(frozen=True)
class Side:
    """One article, ready to be compared: its passages, their sentences, and where each passage's sentences begin."""

    passages: tuple[Passage, ...]
    whole: Rows
    spoken: Rows
    starts: Places


@dataclass(frozen=True)
class Rarity:
    """How rare the event's words and names are: one value a column of the sparse rows.

    `words` and `names` are rarity in news; `here` is rarity in news times rarity in the event, 0 … 1, for what every
    passage of the event says tells little; `figures` is how much a shared figure tells.
    """

    words: Numbers
    here: Numbers
    names: Numbers
    figures: Numbers


def sides(
    passages: Sequence[Passage], vectors: Mapping[str, Vectors], background: Background
) -> tuple[list[Side], Rarity]:
    """Return one side an article, sorted by article id, its passages in reading order, and how rare their words are."""
    ordered = sorted({p.id: p for p in passages}.values(), key=lambda p: (p.article, p.index, p.id))
    if not ordered:
        return [], Rarity(*(np.zeros(1) for _ in range(4)))
    spoken = np.concatenate([vectors[p.id] for p in ordered])
    texts = [p.text for p in ordered] + [s.text for p in ordered for s in p.sentences]
    rows, rarity = _compiled(texts, passage_vectors(ordered, vectors), spoken, background)
    counts = np.array([len(p.sentences) for p in ordered])
    begins = np.cumsum(counts) - counts
    found, start = [], 0
    for _, group in groupby(ordered, key=lambda p: p.article):
        members = tuple(group)
        end = start + len(members)
        first, last = int(begins[start]), int(begins[end - 1] + counts[end - 1])
        said = rows.part(slice(len(ordered) + first, len(ordered) + last))
        found.append(Side(members, rows.part(slice(start, end)), said, begins[start:end] - first))
        start = end
    return found, rarity


def _compiled(texts: Sequence[str], whole: Vectors, spoken: Vectors, background: Background) -> tuple[Rows, Rarity]:
    """Return rows of the passages and then of the sentences, and the rarities; columns are sorted."""
    word_rows, stems = _rows([_stems(text) for text in texts])
    phrase_rows, _ = _rows([_phrases(text) for text in texts])
    name_rows, name_words = _rows([_name_words(text) for text in texts])
    figure_rows, figures = _rows([_figures(text) for text in texts])
    matched = csr_array(((figure_rows @ csr_array(_agreeing(figures))) > 0).astype(float))
    middle = whole.mean(axis=0)
    rows = Rows(
        np.concatenate([whole, spoken]),
        np.concatenate([whole - middle, spoken - middle]),
        word_rows,
        phrase_rows,
        name_rows,
        figure_rows,
        matched,
        np.asarray(word_rows.sum(axis=1), dtype=float),
    )
    rarities, name_rarities = (_column([background.rarity(key) for key in keys]) for keys in (stems, name_words))
    here = rarities * _within(word_rows[: len(whole)])
    name_rarities = name_rarities * _within(name_rows[: len(whole)])
    return rows, Rarity(rarities, here, name_rarities, _column([_telling_figure(f) for f in figures]))


def _within(rows: csr_array) -> Numbers:
    """Return how rare each word is among the event's passages: 0 in all of them … 1 in one."""
    passages = rows.shape[0] + IMAGINED
    holding = np.bincount(rows.indices, minlength=rows.shape[1])
    return np.asarray(np.log((passages + 1) / np.maximum(holding, 1)) / np.log(passages + 1))


def _column(values: Sequence[float]) -> Numbers:
    """Return one value a column; where there is no column the rows have an empty one, and so has this."""
    return np.array(values or [0.0])


def _rows(items: Sequence[Counter[Key]]) -> tuple[csr_array, list[Key]]:
    """Return counts as sparse rows and the columns' keys, which are sorted, so that sums come out bit for bit."""
    keys = sorted({key for item in items for key in item}, key=str)
    place = {key: column for column, key in enumerate(keys)}
    pointers = np.cumsum([0, *(len(item) for item in items)])
    entries = [sorted((place[key], count) for key, count in item.items()) for item in items]
    columns = np.array([column for row in entries for column, _ in row], dtype=np.int64)
    counts = np.array([count for row in entries for _, count in row], dtype=float)
    return csr_array((counts, columns, pointers), shape=(len(items), max(len(keys), 1))), keys


@lru_cache(maxsize=20_000)
def _stems(text: str) -> Counter[str]:
    return Counter(word.stem for word in telling(words(text)))


@lru_cache(maxsize=20_000)
def _phrases(text: str) -> Counter[tuple[str, str]]:
    return Counter(set(pairwise(word.stem for word in words(text))))


@lru_cache(maxsize=20_000)
def _name_words(text: str) -> Counter[str]:
    return Counter({word.stem for name in names(text) for word in telling(words(name.norm))})


@lru_cache(maxsize=20_000)
def _figures(text: str) -> Counter[Figure]:
    return Counter({(n.kind, n.value, n.about) for n in numbers(text)})


def _agreeing(figures: Sequence[Figure]) -> Numbers:
    """Return which figures can be the same: shape (figures, figures)."""
    every = [Number("", 0, 0, kind, value, about) for kind, value, about in figures]
    table = np.zeros((max(len(every), 1),) * 2)
    kinds: dict[str, list[int]] = {}
    for place, number in enumerate(every):
        kinds.setdefault(number.kind, []).append(place)
    for places in kinds.values():
        for a in places:
            table[a, places] = [same_number(every[a], every[b]) for b in places]
    return table


def _telling_figure(figure: Figure) -> float:
    """Return how much it tells that a figure is shared, 0.3 … 1: small counts and days of the week are everywhere."""
    kind, value, _ = figure
    return 0.3 if kind == "weekday" or (kind == "number" and value <= 10) else 1.0
