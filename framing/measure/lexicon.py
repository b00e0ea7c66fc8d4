"""Find the entries of the project's word lists in a text, with their offsets."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from framing.resources import DATA

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*", re.UNICODE)

# Before the month in capitals, where it looks like the hedge: "IN MAY".
_DATING = frozenset("in since until till by of before after last next early late mid from during".split())


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of a list: its score, its plain counterpart if it has one, and why it is there."""

    term: str
    score: float
    neutral: str
    reason: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in a text, from `start` up to `end` in characters."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A word list, keyed by the words of each term in lower case.

    `lengths` are the numbers of words that the terms beginning with a word have, the longest first.
    """

    entries: Mapping[tuple[str, ...], Entry]
    lengths: Mapping[str, Sequence[int]]

    def find(self, text: str) -> list[Hit]:
        """Return the entries in a text, the longest at each place, none overlapping."""
        words, starts, ends = _words(text)
        hits: list[Hit] = []
        for i, word in enumerate(words):
            if hits and starts[i] < hits[-1].end:
                continue
            for length in self.lengths.get(word, ()):
                entry = self.entries.get(tuple(words[i : i + length]))
                if entry:
                    last = min(i + length, len(words)) - 1  # near the end a slice is a shorter term
                    hits.append(Hit(starts[i], ends[last], entry))
                    break
        return hits


@lru_cache(maxsize=5_000)  # the lists are looked for one after another in the sentences of an article or event
def _words(text: str) -> tuple[list[str], list[int], list[int]]:
    """Return a text's words as the lists spell them, but for the month of May, and where each begins and ends."""
    written = list(_WORD.finditer(text))
    months = "May" in text or "MAY" in text
    found = [m for i, m in enumerate(written) if not _month(written, i)] if months else written
    return [plain(m.group()) for m in found], [m.start() for m in found], [m.end() for m in found]


def _month(words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a word is the month: "May", far more often than the hedge, and "MAY" in what reads as a date."""
    if words[at].group() != "MAY":
        return words[at].group() == "May"
    before = words[at - 1].group().lower() if at else ""
    after = words[at + 1].group().lower() if at + 1 < len(words) else ""
    return before in _DATING or before[:1].isdigit() or after[:1].isdigit() or after == "day"


@lru_cache
def load_lexicon(name: str) -> Lexicon:
    """Read `data/lexicons/NAME.csv`: columns term, score, reason and perhaps neutral.

    A term ending in "*" stands for its inflected forms too: the endings s, es, ed, d, ing.
    """
    entries: dict[tuple[str, ...], Entry] = {}
    path = DATA / "lexicons" / f"{name}.csv"
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                entry = Entry(row["term"], float(row["score"]), row.get("neutral") or "", row["reason"])
                for form in forms(row["term"]):
                    entries.setdefault(tuple(plain(w) for w in _WORD.findall(form)), entry)
    lengths: dict[str, set[int]] = {}
    for words in entries:
        lengths.setdefault(words[0], set()).add(len(words))
    return Lexicon(entries, {word: sorted(known, reverse=True) for word, known in lengths.items()})


def forms(term: str) -> list[str]:
    """Return a term's spellings: for "lash* out" lash, lashes, lashed and lashing out.

    >>> forms("stoke* fears")
    ['stoke fears', 'stokes fears', 'stoked fears', 'stoking fears']
    """
    if "*" not in term:
        return [term]
    stem, rest = term.split("*", 1)
    if stem.endswith("e"):
        spelled = [stem, f"{stem}s", f"{stem}d", f"{stem[:-1]}ing"]
    elif stem.endswith("y") and stem[-2] not in "aeiou":
        spelled = [stem, f"{stem[:-1]}ies", f"{stem[:-1]}ied", f"{stem}ing"]
    elif stem.endswith(("s", "sh", "ch", "x", "z")):
        spelled = [stem, f"{stem}es", f"{stem}ed", f"{stem}ing"]
    else:
        spelled = [stem, f"{stem}s", f"{stem}ed", f"{stem}ing"]
    return [f"{form}{rest}" for form in spelled]


def plain(word: str) -> str:
    """Return a word as the lists spell it: lower case, straight apostrophes."""
    return word.lower().replace("’", "'")
