"""What a passage tells, as reasons speak of it: its words, names, figures and quotations, found once a passage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from framing.align.mentioned import mentioned
from framing.align.runs import Marks, marks
from framing.align.words import Word, background, telling
from framing.mentions import Number
from framing.quotation import quotations


class Named(NamedTuple):
    """A name as a passage writes it, its words in lower case, and how many they are."""

    text: str
    words: frozenset[str]
    length: int


@dataclass(frozen=True, slots=True)
class Told:
    """What reasons are made of.

    `plain` are the words in lower case and `marks` what runs of them are known by; `stems` are those of words that tell
    something; `shown` are the first such words of each stem, no figures, and `rarity` says how rare they are; `quotes`
    are the quotations without their marks.
    """

    plain: tuple[str, ...]
    marks: Marks
    stems: frozenset[str]
    shown: Mapping[str, Word]
    rarity: Mapping[str, float]
    names: tuple[Named, ...]
    figures: tuple[Number, ...]
    quotes: tuple[str, ...]


@lru_cache(maxsize=5_000)
def told(text: str) -> Told:
    """Return what a passage tells."""
    found = mentioned(text)
    written = found.words
    said = telling(written)
    shown: dict[str, Word] = {}
    for word in said:
        if not word.text[0].isdigit() and len(word.text) > 2:
            shown.setdefault(word.stem, word)
    rarity = background().rarity
    plain = tuple(word.text.lower().replace("’", "'") for word in written)
    return Told(
        plain,
        marks(plain),
        frozenset(word.stem for word in said),
        shown,
        {stem: rarity(stem) for stem in shown},
        tuple(Named(name.text, frozenset(name.norm.split()), len(name.norm.split())) for name in found.names),
        tuple(found.figures),
        tuple(text[span.start : span.end].strip("“”„«»\"'‘’") for span in quotations(text)),
    )
