"""Name story points by their own words: two to five that its passages share and the rest of the event does not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from framing.align.words import Word, background, mentioned, spelled, stem, telling, words
from framing.records import Passage

TERMS, LONGEST = 3, 5
"""A label is so many terms, and of no more words than this, when that tells it from the others."""


DULL = frozenset(map(stem, ["cent", "percent", "whoever", "second", "date", "eleven", "twelve", "general", "half"]))
"""Words that tell a passage from others and a reader nothing."""


class Term(NamedTuple):
    """A name, two words that stand together, or one word: as it is written, and its stems."""

    text: str
    stems: tuple[str, ...]


def labels(groups: Sequence[Sequence[Passage]], passages: Sequence[Passage]) -> list[str]:
    """Return one label a group, no two the same; `passages` are those of the whole event."""
    spread = Counter(one for p in passages for one in {s for term in _terms(p.text) for s in term.stems})
    found: list[str] = []
    for group in groups:
        ranked = _ranked(group, spread)
        chosen = _chosen(ranked)
        for term in ranked:
            if _written(chosen) not in found:
                break
            chosen += [term] if term not in chosen else []
        label = _written(chosen) or group[0].text[:40].strip()
        found.append(label if label not in found else f"{label} ({sum(one.startswith(label) for one in found) + 1})")
    return found


def _chosen(ranked: Sequence[Term]) -> list[Term]:
    """Take the best terms that do not repeat each other."""
    chosen: list[Term] = []
    for term in ranked:
        size = sum(len(t.text.split()) for t in [*chosen, term])
        if len(chosen) < TERMS and size <= LONGEST and not any(set(t.stems) & set(term.stems) for t in chosen):
            chosen.append(term)
    return chosen


def _written(terms: Sequence[Term]) -> str:
    return ", ".join(term.text for term in terms)


def _ranked(group: Sequence[Passage], spread: Counter[str]) -> list[Term]:
    """Return the group's terms, the most telling first: in many of its passages, in few others, rare in news."""
    holding: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    spelled: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for passage in group:
        for term in _terms(passage.text):
            holding[term.stems].add(passage.id)
            spelled[term.stems][term.text] += 1
    rarity = background().rarity

    def worth(stems: tuple[str, ...]) -> float:
        share = len(holding[stems]) / len(group)
        own = min(len(holding[stems]) / max(spread[one], 1) for one in stems)
        rare = sum(min(rarity(one), 6.0) for one in stems) / len(stems) ** 0.5
        return float(round(share * own**0.5 * rare, 9))

    best = sorted(holding, key=lambda stems: (len(holding[stems]) < 2, -worth(stems), stems))
    return [Term(min(spelled[s], key=lambda text: (-spelled[s][text], text)), s) for s in best]


@lru_cache(maxsize=20_000)
def _terms(text: str) -> tuple[Term, ...]:
    found = mentioned(text)
    said = telling(found.words)
    named = [(name.start, name.end) for name in found.names]
    plain = [w for w in said if not any(a <= w.start < b for a, b in named) and len(w.stem) > 2 and w.stem not in DULL]
    plain = [w for w in plain if w.text[0].isalpha()]
    whole = [Term(name.text, tuple(w.stem for w in telling(words(name.norm)))) for name in found.names]
    return tuple(
        [t for t in whole if t.stems] + [Term(spelled(text, w), (w.stem,)) for w in plain] + _pairs(text, plain)
    )


def _pairs(text: str, plain: Iterable[Word]) -> list[Term]:
    """Return two words in a row, nothing but a space between them."""
    listed = list(plain)
    return [
        Term(f"{spelled(text, a)} {spelled(text, b)}", (a.stem, b.stem))
        for a, b in pairwise(listed)
        if text[a.start + len(a.text) : b.start] == " "
    ]
