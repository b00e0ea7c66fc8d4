"""What the tellers of a thing have in common: the words they share, and the facts that one of them lacks."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from framing.align.words import background, telling, words
from framing.mentions import Number, names, numbers, same_number
from framing.records import Passage

_RAREST = 6.0  # rarer words are mostly misspellings and chance
_EXACT = ("number", "percent", "money")
_NAMED = 5  # letters: "U.S." is "America" elsewhere
_PARTIES = ("r-", "d-")  # "R-Texas" is written by some and left out by others
_SMALL = 12  # up to here figures are words of any text: "two men", "three days"


@dataclass(frozen=True)
class Vocabulary:
    """In how many of an event's passages each word stands, and all the words of each source, headline included."""

    passages: int
    spread: Mapping[str, int]
    of: Mapping[str, frozenset[str]]

    @classmethod
    def count(cls, passages: Sequence[Passage]) -> Vocabulary:
        """Count the words of an event."""
        kept = [p for p in passages if p.aligned]
        spread = Counter(stem for p in kept for stem in stems(p.text))
        sources = sorted({p.source for p in passages})
        of = {s: frozenset(w for p in passages if p.source == s for w in stems(p.text)) for s in sources}
        return cls(len(kept), spread, of)

    def weight(self, stem: str) -> float:
        """Return how telling a word is: rare in news, and rare in this event."""
        rare = min(background().rarity(stem), _RAREST)
        return rare * math.log(max(self.passages, 1) / self.spread[stem]) if stem in self.spread else 0.0

    def held(self, common: Collection[str], by: Collection[str]) -> float:
        """Return which share, by weight, of the common words is among others: 0 none … 1 all; 0 without common ones."""
        total = sum(self.weight(stem) for stem in sorted(common))
        return sum(self.weight(stem) for stem in sorted(common) if stem in by) / total if total else 0.0


def common_words(members: Sequence[Passage]) -> frozenset[str]:
    """Return the words, as stems, with which at least half of the sources, and two of them, tell the same thing.

    Of a single source, all its words.
    """
    told = [stems(" ".join(p.text for p in members if p.source == s)) for s in sorted({p.source for p in members})]
    counts = Counter(stem for one in told for stem in one)
    least = max(min(2, len(told)), len(told) / 2)
    return frozenset(stem for stem, count in counts.items() if count >= least)


def missing_facts(members: Sequence[Passage], source: str, article: Sequence[Passage]) -> tuple[str, ...]:
    """Return names and figures that most of the others tell here, two at least, and the source nowhere, as written.

    Names and figures alone, because a fact told in other words cannot be told from a fact left out. Small numbers, days
    and times are no facts here: they are written in too many ways.
    """
    others = sorted({p.source for p in members} - {source})
    texts = {s: " ".join(p.text for p in members if p.source == s) for s in others}
    least = max(2, len(others) / 2)
    own = " ".join(p.text for p in article)
    return (*_figures(texts.values(), own, least), *_names(texts.values(), own, least))


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words that tell something."""
    return frozenset(word.stem for word in telling(words(text)))


def _figures(texts: Iterable[str], own: str, least: float) -> list[str]:
    told = [_exact(text) for text in texts]
    here = _exact_in_all(own)
    found: list[Number] = []
    for figure in (f for figures in told for f in figures):
        by = sum(any(_same(figure, other) for other in figures) for figures in told)
        if by >= least and not any(_same(figure, other) for other in [*here, *found]):
            found.append(figure)
    return [figure.text for figure in found]


@lru_cache(maxsize=2_000)
def _exact(text: str) -> tuple[Number, ...]:
    return tuple(n for n in numbers(text) if n.kind in _EXACT and (n.value > _SMALL or n.kind != "number"))


# An article is held against every thing that it tells.
@lru_cache(maxsize=64)
def _exact_in_all(text: str) -> tuple[Number, ...]:
    return tuple(n for n in numbers(text) if n.kind in _EXACT)


@lru_cache(maxsize=64)
def _all_stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(text))


@lru_cache(maxsize=2_000)
def _named(text: str) -> Mapping[str, str]:
    """Return how each name is written where it stands first, the last name first."""
    return {name.norm: name.text for name in reversed(names(text))}


def _same(one: Number, other: Number) -> bool:
    return same_number(one._replace(kind="number", about=True), other._replace(kind="number", about=True))


def _names(texts: Iterable[str], own: str, least: float) -> list[str]:
    """Return names of which no word stands in the source's own text; abbreviations may stand there in full."""
    here = _all_stems(own)
    written: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for text in texts:
        told = dict(_named(text))
        counts.update(told.keys())
        written = told | written
    kept = [n for n, count in counts.items() if count >= least and len(n) >= _NAMED and not n.startswith(_PARTIES)]
    return [written[norm] for norm in kept if here.isdisjoint(word.stem for word in words(norm))]
