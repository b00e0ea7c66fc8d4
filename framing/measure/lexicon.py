"""Find the entries of the project's word lists in a text, with their offsets."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from framing.resources import DATA

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*", re.UNICODE)

_MONTH = "May"  # the month far more often than the hedge


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
    """A word list, keyed by the words of each term in lower case; `longest` is the most words a term has."""

    entries: Mapping[tuple[str, ...], Entry]
    longest: int

    def find(self, text: str) -> list[Hit]:
        """Return the entries in a text, the longest at each place, none overlapping."""
        words = [(m.start(), m.end(), plain(m.group())) for m in _WORD.finditer(text) if m.group() != _MONTH]
        hits, i = [], 0
        while i < len(words):
            for length in range(min(self.longest, len(words) - i), 0, -1):
                entry = self.entries.get(tuple(word for _, _, word in words[i : i + length]))
                if entry:
                    hits.append(Hit(words[i][0], words[i + length - 1][1], entry))
                    i += length - 1
                    break
            i += 1
        return hits


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
    return Lexicon(entries, max(map(len, entries), default=0))


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
