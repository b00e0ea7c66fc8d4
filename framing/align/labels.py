"""Name story points by their own words: two to five that its passages share and the rest of the event does not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from framing.align.mentioned import Mentioned, mentioned
from framing.align.naming import NAMES, WEAK, naming
from framing.align.words import Word, background, spelled, telling, tells, words
from framing.mentions import Name, Number
from framing.records import Passage

TERMS, LONGEST = 3, 5
"""A label is so many terms, and of no more words than this, when that tells it from the others."""
ENOUGH = 2  # terms; others than the best ones help out up to here
_COUNTED = ("money", "percent")  # figures that need no noun beside them
_SHARE = 0.6  # of a sum's or share's worth: a noun says more, and no figure is common in news
_SMALL = 12  # up to here figures are words of any text: "two men", "three days"


class Term(NamedTuple):
    """A name, two words that stand together, a figure, or one word: as it is written, its stems, how well it names.

    `common` says whether several of the passages have it.
    """

    text: str
    stems: tuple[str, ...]
    naming: int = NAMES
    common: bool = True

    @property
    def place(self) -> int:
        """How many terms there may be with it: what names nothing, or not what all tell, only helps out."""
        if self.naming == NAMES:
            return TERMS if self.common else ENOUGH
        return ENOUGH if self.naming == WEAK and self.common else 1


def labels(groups: Sequence[Sequence[Passage]], passages: Sequence[Passage]) -> list[str]:
    """Return one label a group, no two the same; `passages` are those of the whole event."""
    spread = Counter(one for p in passages for one in _stems(p.text))
    proper = _proper(passages)
    found: list[str] = []
    for group in groups:
        ranked = [term._replace(text=proper.get(term.text, term.text)) for term in _ranked(group, spread)]
        chosen = _chosen(ranked)
        for term in ranked:
            if _written(chosen) not in found:
                break
            told = {one for other in chosen for one in other.stems}
            chosen += [term] if not told.issuperset(term.stems) else []
        label = _written(chosen) or group[0].text[:40].strip()
        alike = sum(one == label or one.startswith(f"{label} (") for one in found)
        found.append(f"{label} ({alike + 1})" if alike else label)
    return found


def _chosen(ranked: Sequence[Term]) -> list[Term]:
    """Take the best terms that do not repeat each other; what names nothing only where nothing else is there."""
    chosen: list[Term] = []
    for term in ranked:
        size = sum(len(t.text.split()) for t in [*chosen, term])
        room = len(chosen) < term.place and size <= LONGEST
        if room and not any(set(t.stems) & set(term.stems) for t in chosen):
            chosen.append(term)
    return chosen


def _written(terms: Sequence[Term]) -> str:
    return ", ".join(term.text for term in terms)


def _proper(passages: Sequence[Passage]) -> dict[str, str]:
    """Return how to write words that are part of a name wherever they stand inside a sentence."""
    parts = Counter(part for p in passages for name in mentioned(p.text).names for part in name.text.split())
    plain = {word for p in passages for word in mentioned(p.text).texts}
    return {part.lower(): part for part in sorted(parts) if part.lower() not in plain}


def _ranked(group: Sequence[Passage], spread: Counter[str]) -> list[Term]:
    """Return the group's terms, the most telling first: they name a thing, in many of its passages, in few others."""
    holding: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    written: defaultdict[tuple[str, ...], Counter[tuple[int, str]]] = defaultdict(Counter)
    for passage in group:
        for term in _terms(passage.text):
            holding[term.stems].add(passage.id)
            written[term.stems][term.naming, term.text] += 1
    rarity = background().rarity

    def worth(stems: tuple[str, ...]) -> float:
        share = len(holding[stems]) / len(group)
        own = min(len(holding[stems]) / max(spread[one], 1) for one in stems)
        rare = sum(min(rarity(one), 6.0) for one in stems) / len(stems) ** 0.5
        alone = _SHARE if stems[0].startswith(_COUNTED) else 1.0
        return float(round(share * own**0.5 * rare * alone, 9))

    best = {stems: _best(counts) for stems, counts in written.items()}
    order = sorted(holding, key=lambda s: (len(holding[s]) < 2, best[s][0], -worth(s), s))
    return [Term(best[s][1], s, best[s][0], len(holding[s]) > 1) for s in order]


def _best(written: Counter[tuple[int, str]]) -> tuple[int, str]:
    """Return the spelling that names a thing, then the commonest: "investigation" before "investigated"."""
    return min(written, key=lambda one: (one[0], -written[one], one[1]))


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    """Return the stems of a passage's terms, without making these: most passages are in no story point."""
    found = mentioned(text)
    plain, nouns = _plain(found)
    terms = [*_whole(found.names), *_figures(text, found.figures, nouns)]
    return frozenset(chain((w.stem for w in plain), *(term.stems for term in terms)))


@lru_cache(maxsize=5_000)
def _terms(text: str) -> tuple[Term, ...]:
    found = mentioned(text)
    plain, nouns = _plain(found)
    single = [Term(spelled(text, w), (w.stem,), level) for w, level in plain.items()]
    return tuple(_whole(found.names) + single + _pairs(text, plain) + _figures(text, found.figures, nouns))


def _whole(names: Iterable[Name]) -> list[Term]:
    """Return names; one of a single word only where the word may stand in a label."""
    levels = ((name, NAMES if " " in name.text else naming(name.text)) for name in names)
    found = [(name, _telling_stems(name.norm), level) for name, level in levels if level is not None]
    return [Term(name.text, stems, level) for name, stems, level in found if stems]


@lru_cache(maxsize=20_000)
def _telling_stems(name: str) -> tuple[str, ...]:
    return tuple(word.stem for word in telling(words(name)))


def _plain(found: Mentioned) -> tuple[dict[Word, int], list[Word]]:
    """Return the words outside names that may stand in a label, with how well they name a thing, and those that do."""
    inside = {at for name in found.names for at in range(name.start, name.end)}
    texts = ["", *found.texts, ""]
    plain = {
        word: level
        for place, word in enumerate(found.words)
        if tells(word.text) and word.start not in inside and word.text[0].isalpha() and len(word.stem) > 2
        if (level := naming(word.text, texts[place], texts[place + 2])) is not None
    }
    return plain, [word for word, level in plain.items() if level == NAMES]


def _pairs(text: str, plain: Mapping[Word, int]) -> list[Term]:
    """Return two words in a row, nothing but a space between them; the second says how well they name a thing."""
    return [
        Term(f"{spelled(text, a)} {spelled(text, b)}", (a.stem, b.stem), plain[b])
        for a, b in pairwise(plain)
        if text[a.start + len(a.text) : b.start] == " "
    ]


def _figures(text: str, figures: Iterable[Number], nouns: Iterable[Word]) -> list[Term]:
    """Return sums and shares, and other numbers with the noun that follows: what is counted."""
    following = {w.start: w for w in nouns}
    found = []
    for figure in figures:
        if figure.kind in _COUNTED:
            found.append(Term(figure.text, (figure.norm,)))
        elif (
            figure.kind == "number"
            and figure.value > _SMALL
            and (counted := following.get(figure.end + 1))
            and text[figure.end] == " "
        ):
            found.append(Term(text[figure.start : counted.start + len(counted.text)], (figure.norm, counted.stem)))
    return found
