"""What stands in a passage and in each of its sentences: words, names and figures, read once for both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from framing.align.words import Word, spans
from framing.mentions import Name, Number, candidates, numbers, settled
from framing.records import Passage


class Mentioned(NamedTuple):
    """What stands in a text, in order: words, names, figures, and the `openers` of sentences that may be names.

    Words are kept as three lists, which take a tenth of the memory and time that an object a word does.
    """

    texts: Sequence[str]
    starts: Sequence[int]
    stems: Sequence[str]
    names: Sequence[Name]
    figures: Sequence[Number]
    openers: Sequence[Name]

    @property
    def words(self) -> list[Word]:
        """The words, each with its place and stem."""
        return list(map(Word, self.texts, self.starts, self.stems))


@lru_cache(maxsize=5_000)  # some 10 kB a passage; an event of two hundred articles has four thousand
def mentioned(text: str) -> Mentioned:
    """Return what stands in a passage."""
    sure, openers = candidates(text)
    return Mentioned(*spans(text), settled(sure, openers), numbers(text), openers)


def sentence_of(passage: Passage, starts: Iterable[int]) -> list[int]:
    """Return in which of the passage's sentences, from 0, each thing in it is that begins there."""
    begins = [s.start for s in passage.sentences]
    return [max(bisect_right(begins, start) - 1, 0) for start in starts]


def names_by_sentence(passage: Passage) -> list[list[Name]]:
    """Return the names of each sentence on its own: an opener is one where the same sentence names it once more."""
    whole = mentioned(passage.text)
    doubtful = {name.start for name in whole.openers}
    sure = [name for name in whole.names if name.start not in doubtful]
    parts = [_grouped(passage, names) for names in (sure, whole.openers)]
    return [settled(*names) for names in zip(*parts, strict=True)]


def _grouped(passage: Passage, names: Sequence[Name]) -> list[list[Name]]:
    groups: list[list[Name]] = [[] for _ in passage.sentences]
    for name, sentence in zip(names, sentence_of(passage, (name.start for name in names)), strict=True):
        groups[sentence].append(name)
    return groups
