"""Words of the sets that news puts in one another's place: "killed" and "died", "protesters" and "rioters"."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from framing.measure.lexicon import forms, load_lexicon
from framing.measure.wording.slots import Pair, Span, Swap, stems
from framing.measure.wording.speakers import same_speech
from framing.measure.wording.tokens import Token, tokens
from framing.resources import DATA

LEAST, LEAST_LOADED = 1.0, 0.5  # neighbours in common; a loaded word is rarely used of anything else, so fewer do
SAYING = "saying"
_NOT_BEFORE = frozenset(
    (
        "a an the of amid by with any his her its their these those about over against is are was were be been being"
    ).split()
)
_ADJECTIVES = frozenset(("size", "bad"))
_SET_PHRASES = frozenset("responsibility victory credit asylum".split())  # to claim these is not to say anything


@dataclass(frozen=True, slots=True)
class Contrast:
    """A word's place in a set: words of one `side` are no swap for one another, words of two sides are."""

    set: str
    side: str
    kind: str
    reason: str


def contrast_swaps(pair: Pair) -> Iterator[Swap]:
    """Yield pairs of words from two sides of a set that have a neighbour in common, whose side the other lacks."""
    left, right = find_contrasts(pair.left), find_contrasts(pair.right)
    for here, mine in left:
        for there, theirs in right:
            for one, other in _opposed(mine, theirs):
                if _says(left, other) or _says(right, one):
                    continue  # a sentence that has both words puts neither in the other's place
                own = stems(pair.left, here) | stems(pair.right, there)
                strength = pair.closeness(here, there, leave_out=own)
                least = LEAST_LOADED if _loaded(pair.left, here) != _loaded(pair.right, there) else LEAST
                if strength >= least and _fits(pair, one.set, here, there):
                    yield Swap(one.kind, one.set, here, there, one.reason, strength)


def find_contrasts(sentence: Sequence[Token]) -> list[tuple[Span, tuple[Contrast, ...]]]:
    """Return the words of the sets in a sentence, the longest at each place, none overlapping."""
    known = contrasts()
    longest = max(map(len, known))
    found, i = [], 0
    while i < len(sentence):
        for length in range(min(longest, len(sentence) - i), 0, -1):
            places = known.get(tuple(t.word for t in sentence[i : i + length]), ())
            places = tuple(c for c in places if _meant(sentence, Span(i, i + length), c))
            if places:
                found.append((Span(i, i + length), places))
                i += length - 1
                break
        i += 1
    return found


@lru_cache(maxsize=1)
def contrasts() -> Mapping[tuple[str, ...], tuple[Contrast, ...]]:
    """Read `data/lexicons/swaps.csv`, keyed by the words of each term; "*" stands for s, es, ed, d and ing."""
    found: dict[tuple[str, ...], list[Contrast]] = {}
    with (DATA / "lexicons" / "swaps.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            contrast = Contrast(row["set"], row["side"], row["kind"], row["reason"])
            for form in forms(row["term"]):
                places = found.setdefault(tuple(t.word for t in tokens(form)), [])
                if contrast not in places:
                    places.append(contrast)
    return {term: tuple(places) for term, places in found.items()}


def _fits(pair: Pair, name: str, here: Span, there: Span) -> bool:
    """Whether reporting verbs report the same thing, and adjectives stand before the same word."""
    if name == SAYING:
        return same_speech(pair, here, there)
    if name in _ADJECTIVES:
        after = [sentence[span.last :][:1] for sentence, span in ((pair.left, here), (pair.right, there))]
        return stems(after[0]) == stems(after[1])
    return True


def _loaded(sentence: Sequence[Token], span: Span) -> bool:
    """Whether the list of loaded words has the words of a span."""
    entry = load_lexicon("loaded").entries.get(tuple(t.word for t in sentence[span.first : span.last]))
    return bool(entry and entry.score >= LEAST_LOADED)


def _meant(sentence: Sequence[Token], span: Span, contrast: Contrast) -> bool:
    """Whether a word is used as its set means it: no part of a name, a verb where verbs are meant, a noun where nouns.

    Only "claims" and the like are both, so only what stands before the word is looked at.
    """
    if span.first == 0:
        return True
    before, word = sentence[span.first - 1], sentence[span.first]
    if contrast.set == SAYING:
        after = sentence[span.last].word if span.last < len(sentence) else ""
        return not word.capital and before.word not in _NOT_BEFORE and after not in _SET_PHRASES
    if contrast.set == "claims" and word.word in ("claims", "claim"):
        return not before.capital
    return (
        not word.capital or contrast.kind == "name for people" or sum(t.capital for t in sentence) > len(sentence) / 2
    )


def _opposed(mine: Sequence[Contrast], theirs: Sequence[Contrast]) -> Iterator[tuple[Contrast, Contrast]]:
    sides = {contrast.set: contrast for contrast in theirs}
    shared = {(c.set, c.side) for c in mine} & {(c.set, c.side) for c in theirs}
    for contrast in mine:
        other = sides.get(contrast.set)
        if other and other.side != contrast.side and not any(name == contrast.set for name, _ in shared):
            yield contrast, other


def _says(found: Sequence[tuple[Span, tuple[Contrast, ...]]], wanted: Contrast) -> bool:
    return any((c.set, c.side) == (wanted.set, wanted.side) for _, places in found for c in places)
