"""Say why two passages match, in words a reader understands: shared names, figures, quotations and words."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from framing.align.words import Word, background, spelled, telling, words
from framing.mentions import Name, Number, names, numbers, same_number
from framing.quotation import quotations
from framing.records import Passage, Relation

MOST = 5
"""No more reasons than these: the strongest ones are read, the rest are in the text."""

RUN = 6
"""So many words in a row, said alike, are copied or quoted; by chance two sentences share three or four."""


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
    quoted = _quoted(left.text, right.text)
    shared_names = _shared_names(left.text, right.text)
    figures = _shared_figures(left.text, right.text)
    found = [*_copied(left.text, right.text), *quoted, *_name_reasons(shared_names), *figures]
    spoken = {word.stem for name in shared_names for word in words(name)}
    found += _word_reasons(left.text, right.text, spoken)
    found += _bearing_reasons(left, right, bearing)
    found.sort(key=lambda reason: (-reason.strength, reason.phrase))
    return tuple(reason.phrase for reason in found[:MOST]) or ("alike in meaning, in other words",)


def relation(left: Passage, right: Passage) -> Relation:
    """Tell shared copy from retelling: "same words" where most of the shorter passage stands in the other in runs."""
    return "same words" if _copied_share(left.text, right.text) >= 0.6 else "same facts"


def _copied_share(left: str, right: str) -> float:
    """Return the share of the shorter text's words that stand in runs of `RUN` or more in the other, 0 to 1."""
    a, b = _plain(left), _plain(right)
    shorter = min(len(a), len(b))
    if shorter < RUN:
        return float(a == b and shorter > 0)
    return sum(size for _, size in _runs(a, b)) / shorter


def _copied(left: str, right: str) -> list[Reason]:
    a, b = _plain(left), _plain(right)
    copied = sum(size for _, size in _runs(a, b))
    if copied < 10 or copied < 0.3 * min(len(a), len(b)):
        return []
    return [Reason(20.0, f"share {copied} words in the same order")]


def _runs(a: tuple[str, ...], b: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where runs of at least `RUN` equal words begin in `a`, and how long they are."""
    grams = {b[i : i + RUN] for i in range(len(b) - RUN + 1)}
    if not any(a[i : i + RUN] in grams for i in range(len(a) - RUN + 1)):
        return []
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [(block.a, block.size) for block in blocks if block.size >= RUN]


@lru_cache(maxsize=20_000)
def _plain(text: str) -> tuple[str, ...]:
    return tuple(word.text.lower().replace("’", "'") for word in words(text))


def _quoted(left: str, right: str) -> list[Reason]:
    """The longest run of words that both put in quotation marks."""
    found: list[Reason] = []
    for one in _quotes(left):
        for other in _quotes(right):
            a, b = _plain(one), _plain(other)
            block = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
            said = words(one)[block.a : block.a + block.size]
            if block.size >= 2 and telling(said):
                text = one[said[0].start : said[-1].start + len(said[-1].text)]
                found.append(Reason(4.0 + min(block.size, 8), f"both quote “{_short(text)}”"))
    return sorted(found, key=lambda reason: (-reason.strength, reason.phrase))[:1]


@lru_cache(maxsize=20_000)
def _quotes(text: str) -> tuple[str, ...]:
    return tuple(text[span.start : span.end].strip("“”„«»\"'‘’") for span in quotations(text))


def _short(text: str, most: int = 8) -> str:
    parts = text.split()
    return text if len(parts) <= most else " ".join(parts[:most]) + " …"


@lru_cache(maxsize=20_000)
def _names(text: str) -> tuple[Name, ...]:
    return tuple(names(text))


@lru_cache(maxsize=20_000)
def _numbers(text: str) -> tuple[Number, ...]:
    return tuple(numbers(text))


def _shared_names(left: str, right: str) -> list[str]:
    """Return names that both texts have; of "Ann Lee" and "Lee" the fuller one."""
    found: dict[frozenset[str], str] = {}
    for one in _names(left):
        for other in _names(right):
            short, long = sorted((one, other), key=lambda name: (len(name.norm.split()), name.text))
            if set(short.norm.split()) <= set(long.norm.split()):
                # "Lee" is shown as "Ann Lee"; "Joe Arpaio" not as "Controversial Arizona Sheriff Joe Arpaio".
                shown = long.text if " " not in short.norm and len(long.norm.split()) <= 3 else short.text
                key = frozenset(short.norm.split())
                found[key] = max(found.get(key, ""), shown, key=lambda text: (len(text), text))
    longest = sorted(set(found.values()), key=lambda text: (-len(text.split()), text))
    return [text for text in longest if not any(text != other and text in other for other in longest)]


def _name_reasons(found: Sequence[str]) -> list[Reason]:
    if not found:
        return []
    rarity = background().rarity
    weight = {name: max(rarity(word.stem) for word in words(name)) for name in found if words(name)}
    best = sorted(weight, key=lambda name: (-weight[name], name))[:3]
    return [Reason(sum(weight[name] for name in best) * 0.8, f"both name {_listed(best)}")] if best else []


def _shared_figures(left: str, right: str) -> list[Reason]:
    found: dict[str, float] = {}
    for one in _numbers(left):
        for other in _numbers(right):
            if same_number(one, other):
                plain = one.kind == "number" and one.value <= 10
                text = one.text if one.text == other.text else f"{one.text} ({other.text})"
                found[text] = 1.5 if plain or one.kind == "weekday" else 6.0
    best = sorted(found, key=lambda text: (-found[text], text))[:3]
    return [Reason(sum(found[text] for text in best), f"both give {_listed(best)}")] if best else []


def _word_reasons(left: str, right: str, spoken: set[str]) -> list[Reason]:
    """The rarest words that both use, as the left one writes them, names and figures left out."""
    there = {word.stem for word in telling(words(right))}
    shared: dict[str, Word] = {}
    for word in telling(words(left)):
        if word.stem in there and word.stem not in spoken and not word.text[0].isdigit() and len(word.text) > 2:
            shared.setdefault(word.stem, word)
    rarity = background().rarity
    best = sorted(shared, key=lambda stem: (-rarity(stem), stem))[:4]
    if not best:
        return []
    shown = [spelled(left, shared[stem]) for stem in best]
    return [Reason(sum(rarity(stem) for stem in best) * 0.5, f"share the word{'s'[: len(best) - 1]} {_listed(shown)}")]


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
