"""Count the terms of a source: runs of one to three words, as they stand beside one another in a sentence."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from framing.align.words import STOP, Word, spelled
from framing.records import Passage
from framing.resources import DATA

Counts = npt.NDArray[np.int64]
Term = tuple[str, ...]

LONGEST = 3
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d[\d.,/]*\d|[^\W_]+(?:['’][^\W_]+)*")
"""A word: "U.S.", "9/11", "2,000" and "don't" are one each."""
APART = re.compile(r"[^\s\-’']")  # what stands between two words and ends a term: a comma, a bracket, a dash, a mark
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT_IS = frozenset("he here how it let she that there what when where who".split())  # after these 's is "is" or "us"
# With these a verb means something of its own, so a term may end in them: "pushed through", "let off", "turfed out".
_PARTICLES = frozenset("against away back down off out over through under up".split())
_LINKS = frozenset("a and at by for from in into of on or the to with".split())  # inside: "freedom of speech"


@dataclass(frozen=True, slots=True)
class TermCounts:
    """How often each source uses the terms of one length.

    `counts` has one row a term and one column a source; `totals` is the number of runs of that length in each source,
    those that are no terms included; `passages` the number of each source's passages in which the term stands.
    """

    terms: tuple[Term, ...]
    counts: Counts
    totals: Counts
    passages: Counts


def count_terms(passages: Sequence[Passage], sources: Sequence[str], length: int) -> TermCounts:
    """Count the runs of `length` words in each source; all runs are counted, also those of stop words only."""
    column = {source: i for i, source in enumerate(sources)}
    found = [Counter[Term]() for _ in sources]
    spread = [Counter[Term]() for _ in sources]
    for passage in passages:
        here = [key(run) for run in runs(passage, length)]
        found[column[passage.source]].update(here)
        spread[column[passage.source]].update(set(here))
    terms = tuple(sorted(set().union(*found)))
    return TermCounts(terms, _table(found, terms), np.array([c.total() for c in found]), _table(spread, terms))


def runs(passage: Passage, length: int) -> Iterator[tuple[Word, ...]]:
    """Yield the runs of `length` words that no punctuation and no sentence's end divides."""
    for sentence in passage.sentences:
        words, ends = _read(sentence.text)
        found = [Word(text, sentence.start + start, "") for text, start in words]
        for place in range(len(found) - length + 1):
            if not any(ends[place : place + length - 1]):
                yield tuple(found[place : place + length])


# Each length of runs, and the spellings, go through the same sentences.
@lru_cache(maxsize=4_000)
def _read(sentence: str) -> tuple[list[tuple[str, int]], list[bool]]:
    """Return a sentence's words with where they begin, and after which of them something ends a run."""
    words = [(m.group(), m.start()) for m in WORD.finditer(sentence)]
    ends = [bool(APART.search(sentence, start + len(text), begin)) for (text, start), (_, begin) in pairwise(words)]
    return words, ends


def key(run: Sequence[Word]) -> Term:
    """Return a run as it is counted: lower case, straight apostrophes, no possessives."""
    return tuple(plain(word.text) for word in run)


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """Return a word as it is counted: "Council’s" is "council", "U.S." and "US" are one, and not the word "us"."""
    bare = _POSSESSIVE.sub("", word)
    if bare.lower() in _SHORT_IS:
        return word.lower().replace("’", "'")
    if bare in ("US", "U.S.", "u.s."):
        return "u.s."
    return bare.lower().replace("’", "'").rstrip(".").replace(".", "" if bare[0].isalpha() else ".")


def tells(term: Term) -> bool:
    """Whether a term can say something of its source's wording.

    It begins with a word that is no stop word, ends with one or with a particle, and is not made of figures alone.
    """
    ends = not _stops(term[-1]) or (len(term) > 1 and term[-1] in _PARTICLES)
    joined = all(not _stops(word) or word in _LINKS for word in term[1:-1])
    return not _stops(term[0]) and ends and joined and not all(len(w) == 1 or w[0].isdigit() for w in term)


def _stops(word: str) -> bool:
    return word in stop_words() or word.removesuffix("'s") in _SHORT_IS


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Return the words that tell nothing of wording: those of the aligner and `data/lexicons/wording_stop.csv`."""
    with (DATA / "lexicons" / "wording_stop.csv").open(encoding="utf-8", newline="") as file:
        return STOP | {row["term"] for row in csv.DictReader(file)}


def spellings(passages: Sequence[Passage], terms: Sequence[Term]) -> dict[Term, str]:
    """Return each term as it is written most often; capitals count only where no sentence and no headline begins."""
    wanted = set(terms)
    votes: dict[Term, Counter[str]] = {term: Counter() for term in terms}
    for length in {len(term) for term in wanted}:
        for passage in passages:
            for run in runs(passage, length):
                term = key(run)
                if term in wanted:
                    form, sure = _written(passage.text, run)
                    votes[term][form] += 1000 if sure and passage.kind == "body" else 1
    return {term: min(forms, key=lambda form: (-forms[form], form)) for term, forms in votes.items() if forms}


def _written(text: str, run: Sequence[Word]) -> tuple[str, bool]:
    """Return a run as it is written, and whether its first letter would be the same in the middle of a sentence."""
    first, last = run[0], run[-1]
    whole = " ".join(text[first.start : last.start + len(last.text)].split())
    opens = first.text[0].isupper() and spelled(text, first) == first.text.lower()
    return _POSSESSIVE.sub("", whole).replace("’", "'"), not opens


def _table(found: Sequence[Counter[Term]], terms: Sequence[Term]) -> Counts:
    return np.array([[counter[term] for counter in found] for term in terms], dtype=np.int64).reshape(-1, len(found))
