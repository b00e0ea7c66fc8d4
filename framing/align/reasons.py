"""Say why two passages match, in words a reader understands: shared names, figures, quotations and words."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from framing.align.runs import RUN, copied
from framing.align.told import Told, told
from framing.align.words import background, spelled, telling, words
from framing.mentions import same_number
from framing.records import Passage, Relation

MOST = 5
"""No more reasons than these: the strongest ones are read, the rest are in the text."""


class Bearing(NamedTuple):
    """Whether the right passage is the left one's closest in its article, and the left one the right one's."""

    right_closest: bool
    left_closest: bool


class Reason(NamedTuple):
    """A phrase and how much it speaks for the match, in the units of a word's rarity (0 … 8)."""

    strength: float
    phrase: str


def explain(left: Passage, right: Passage, bearing: Bearing) -> tuple[str, ...]:
    """Return up to `MOST` reasons why two passages match, the strongest first."""
    one, other = told(left.text), told(right.text)
    shared = _shared_names(one, other)
    found = [
        *_copied(left.text, right.text),
        *_quoted(one, other),
        *_name_reasons(shared),
        *_shared_figures(one, other),
    ]
    found += _word_reasons(left.text, one, other, frozenset().union(*map(_stems, shared)))
    found += _bearing_reasons(left, right, bearing)
    found.sort(key=lambda reason: (-reason.strength, reason.phrase))
    return tuple(reason.phrase for reason in found[:MOST]) or ("alike in meaning, in other words",)


def relation(left: Passage, right: Passage) -> Relation:
    """Tell shared copy from retelling: "same words" where most of the shorter passage stands in the other in runs."""
    one, other = told(left.text), told(right.text)
    shorter = min(len(one.plain), len(other.plain))
    if shorter < RUN:
        return "same words" if one.plain == other.plain and shorter else "same facts"
    return "same words" if _copied_words(left.text, right.text) / shorter >= 0.6 else "same facts"


def _copied(left: str, right: str) -> list[Reason]:
    alike = _copied_words(left, right)
    if alike < 10 or alike < 0.3 * min(len(told(left).plain), len(told(right).plain)):
        return []
    return [Reason(20.0, f"share {alike} words in the same order")]


@lru_cache(maxsize=1)  # the reasons for a match and its relation ask for the same two texts
def _copied_words(left: str, right: str) -> int:
    return copied(told(left).marks, told(right).marks)


def _quoted(left: Told, right: Told) -> list[Reason]:
    """The longest run of words that both put in quotation marks."""
    found = [reason for one in left.quotes for other in right.quotes if (reason := _both_quote(one, other))]
    return sorted(found, key=lambda reason: (-reason.strength, reason.phrase))[:1]


@lru_cache(maxsize=5_000)  # what was said well is quoted by many
def _both_quote(left: str, right: str) -> Reason | None:
    a, b = told(left).plain, told(right).plain
    block = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    said = words(left)[block.a : block.a + block.size] if block.size >= 2 else []
    if not telling(said):
        return None
    text = left[said[0].start : said[-1].start + len(said[-1].text)]
    return Reason(4.0 + min(block.size, 8), f"both quote “{_short(text)}”")


def _short(text: str, most: int = 8) -> str:
    parts = text.split()
    return text if len(parts) <= most else " ".join(parts[:most]) + " …"


def _shared_names(left: Told, right: Told) -> list[str]:
    """Return names that both texts have; of "Ann Lee" and "Lee" the fuller one."""
    found: dict[frozenset[str], str] = {}
    for one in left.names:
        for other in right.names:
            if one.words.isdisjoint(other.words):
                continue
            short, long = (one, other) if (one.length, one.text) <= (other.length, other.text) else (other, one)
            if short.words <= long.words:
                # "Lee" is shown as "Ann Lee"; "Joe Arpaio" not as "Controversial Arizona Sheriff Joe Arpaio".
                shown = long.text if short.length == 1 and long.length <= 3 else short.text
                found[short.words] = max(found.get(short.words, ""), shown, key=lambda text: (len(text), text))
    longest = sorted(set(found.values()), key=lambda text: (-len(text.split()), text))
    return [text for text in longest if not any(text != other and text in other for other in longest)]


@lru_cache(maxsize=5_000)
def _stems(name: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(name))


@lru_cache(maxsize=5_000)
def _weight(name: str) -> float:
    """Return the rarity of a name's rarest word; 0 where it has none."""
    return max(map(background().rarity, _stems(name)), default=0.0)


def _name_reasons(found: Sequence[str]) -> list[Reason]:
    best = sorted(filter(_stems, found), key=lambda name: (-_weight(name), name))[:3]
    return [Reason(sum(map(_weight, best)) * 0.8, f"both name {_listed(best)}")] if best else []


def _shared_figures(left: Told, right: Told) -> list[Reason]:
    found: dict[str, float] = {}
    for one in left.figures:
        for other in right.figures:
            if one.kind == other.kind and same_number(one, other):
                plain = one.kind == "number" and one.value <= 10
                text = one.text if one.text == other.text else f"{one.text} ({other.text})"
                found[text] = 1.5 if plain or one.kind == "weekday" else 6.0
    best = sorted(found, key=lambda text: (-found[text], text))[:3]
    return [Reason(sum(found[text] for text in best), f"both give {_listed(best)}")] if best else []


def _word_reasons(text: str, left: Told, right: Told, spoken: frozenset[str]) -> list[Reason]:
    """The rarest words that both use, as the left one, whose text is given, writes them; no name and no figure."""
    shared = (left.shown.keys() & right.stems) - spoken
    best = sorted(shared, key=lambda stem: (-left.rarity[stem], stem))[:4]
    if not best:
        return []
    shown = [spelled(text, left.shown[stem]) for stem in best]
    strength = sum(left.rarity[stem] for stem in best) * 0.5
    return [Reason(strength, f"share the word{'s'[: len(best) - 1]} {_listed(shown)}")]


def _bearing_reasons(left: Passage, right: Passage, bearing: Bearing) -> list[Reason]:
    found = []
    if bearing.right_closest and bearing.left_closest:
        found.append(Reason(5.0, "each is the other’s closest passage"))
    elif bearing.right_closest or bearing.left_closest:
        source = right.source if bearing.right_closest else left.source
        found.append(Reason(2.0, f"the closest passage in {source}"))
    if left.index <= 2 and right.index <= 2:
        found.append(Reason(1.5, "both open their articles"))
    return found


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
