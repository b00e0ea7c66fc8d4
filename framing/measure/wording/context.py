"""A word in its context, across sources: every place where it stands, with what stands left and right of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from framing.records import Passage

WIDTH = 60  # characters on either side, cut at a word: a line that a person reads at a glance
COLUMNS = ["source", "article", "left", "term", "right", "place", "passage", "start", "end"]
_POSSESSIVE = re.compile(r"['’]s$")
_SPACES = re.compile(r"\s+")


def in_context(passages: Sequence[Passage], query: str, *, width: int = WIDTH) -> pd.DataFrame:
    """Return every place where a word or phrase stands, columns `COLUMNS`, in reading order by source.

    The text is as it was written. `place` is the share of the article's words that stand before, 0 to 1; `start` and
    `end` are characters in the passage. Capitals and the shape of apostrophes and hyphens do not matter; "*" stands for
    the rest of a word: "protest*" finds protests and protesters. An empty query finds nothing.

    Args:
        passages: The event's passages, headlines included.
        query: A word, a phrase, or the beginning of a word with "*".
        width: How many characters to show on either side.
    """
    pattern = pattern_of(query)
    if pattern is None:
        return pd.DataFrame(columns=COLUMNS)
    rows = []
    before, totals = _read_before(passages)
    for passage in sorted(passages, key=lambda p: (p.source, p.article, p.index)):
        for match in pattern.finditer(passage.text):
            left, right = passage.text[: match.start()], passage.text[match.end() :]
            place = (before[passage.id] + len(left.split())) / totals[passage.article]
            around = (_cut(left[::-1], width)[::-1], match.group(), _cut(right, width))
            rows.append((passage.source, passage.article, *around, place, passage.id, match.start(), match.end()))
    return pd.DataFrame(rows, columns=COLUMNS)


def pattern_of(query: str) -> re.Pattern[str] | None:
    """Return what finds a query in a text, or None where it holds no word."""
    words = re.findall(r"[^\W_]+(?:['’.][^\W_]+)*\.?\*?", query)
    if not any(word.strip("*.") for word in words):
        return None
    bare = [_POSSESSIVE.sub("", word.rstrip("*.")).replace("’", "'") for word in words]
    spelled = [re.escape(word).replace("'", "['’]") for word in bare]
    ends = [r"\w*" if word.endswith("*") else r"\.?" if "." in word[:-1] else "" for word in words]
    inner = r"(?:['’]s?)?[\s\-]+".join(word + end for word, end in zip(spelled, ends, strict=True))
    return re.compile(rf"(?<![\w])(?:{inner})(?!\w)", re.IGNORECASE)


def _read_before(passages: Sequence[Passage]) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many words an article has before each passage, and in all."""
    before, totals = {}, dict.fromkeys((p.article for p in passages), 0)
    for passage in sorted(passages, key=lambda p: p.index):
        before[passage.id] = totals[passage.article]
        totals[passage.article] += passage.words
    return before, totals


def _cut(text: str, width: int) -> str:
    """Return the first `width` characters, to the last whole word, with a mark where something is left out."""
    folded = _SPACES.sub(" ", text)
    if len(folded) <= width:
        return folded
    return folded[:width].rsplit(" ", 1)[0] + " …"
