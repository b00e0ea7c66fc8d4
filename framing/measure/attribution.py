"""Score the verbs by which an outlet reports what others say, from doubting to endorsing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from framing.measure.lexicon import Hit, load_lexicon
from framing.measure.reported import reports
from framing.measure.speech_patterns import NOUN, QUOTED
from framing.measure.voice import masked, spoken

# "“…,” the fire chief, Alan Boyd, claimed" and "Boyd claimed on Friday: “…”": so many words may stand between.
_CLOSES = re.compile(rf"(?:{QUOTED}|(?<=\w)[,.!?…])[,.!?…]?[”\"’'»]")
_OPENS = re.compile(rf"[“\"‘'«„][\W_]*{QUOTED}")
_BETWEEN = re.compile(r"[\s,]*(?:[\w’'-]+[.,]?\s+){0,7}")
_BEFORE = re.compile(r"(?:\s+[\w’'-]+){0,5}[,:]?\s*")
_NEAR = 60  # characters before a verb that are looked at: more than any word is long
_AND = re.compile(r"\b(?:and|but|then)\s+(?:\w+\s+)?$")


@lru_cache(maxsize=50_000)
def attribution(text: str) -> float:
    """Return the mean score of the reporting verbs, -1 doubting … +1 endorsing; NaN where nobody is reported.

    NaN too where the list has none of the verbs.
    """
    hits = reporting(text)
    return sum(hit.entry.score for hit in hits) / len(hits) if hits else float("nan")


def reporting(text: str) -> list[Hit]:
    """Return the entries of `data/lexicons/attribution.csv` that report what somebody says, in a sentence.

    They are verbs that `reports` finds, or the nearest to a direct quotation on either side, with an adverb beside them
    ("reluctantly admitted"). Verbs inside what somebody says are that somebody's and do not count.
    """
    text = masked(text, spoken(text))
    hits = load_lexicon("attribution").find(text)
    if not hits:
        return []
    verbs = [hit for hit in hits if not _adverb(hit) and not NOUN.search(text, max(0, hit.start - _NEAR), hit.start)]
    starts = {*_told(text), *(hit.start for hit in _beside(text, verbs))}
    found = [hit for hit in verbs if any(hit.start <= start < hit.end for start in starts)]
    begins = {hit.start for hit in found}
    return sorted([*found, *(h for h in hits if _adverb(h) and h.end + 1 in begins)], key=lambda hit: hit.start)


def _told(text: str) -> Iterator[int]:
    """Yield where verbs begin that report a clause, but for those in another's clause: "she said he claimed that …"."""
    known = reports(text)
    for report in known:
        inside = any(r.clause.start <= report.verb < r.clause.end for r in known if r.verb != report.verb)
        if not inside or _AND.search(text[: report.verb]):
            yield report.verb


def _beside(text: str, verbs: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the first verb after each direct quotation and the last one before it, where few words stand between."""
    for close in _CLOSES.finditer(text):
        after = next((v for v in verbs if v.start >= close.end()), None)
        if after and _BETWEEN.fullmatch(text, close.end(), after.start):
            yield after
    for mark in _OPENS.finditer(text):
        before = next((v for v in reversed(verbs) if v.end <= mark.start()), None)
        if before and _BEFORE.fullmatch(text, before.end, mark.start()):
            yield before


def _adverb(hit: Hit) -> bool:
    return hit.entry.term.endswith("ly")
