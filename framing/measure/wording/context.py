"""A word in its context, across sources: every place where it stands, with what stands left and right of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pandas as pd

from framing.measure.wording.terms import APART, WORD, plain
from framing.records import Passage

WIDTH = 60  # characters on either side, cut at a word: a line that a person reads at a glance
COLUMNS = ["source", "article", "left", "term", "right", "place", "passage", "start", "end"]
_QUERY = re.compile(rf"({WORD.pattern})(\*?)")
_SPACES = re.compile(r"\s+")


def in_context(passages: Sequence[Passage], query: str, *, width: int = WIDTH) -> pd.DataFrame:
    """Return every place where a word or phrase stands, columns `COLUMNS`, in reading order by source.

    The text is as it was written. `place` is the share of the article's words that stand before, 0 to 1; `start` and
    `end` are characters in the passage. Words are those that `keyness` counts: capitals, possessives and the shape of
    apostrophes do not matter, except that "US" is the country, as "U.S." is, and "us" the pronoun. "*" stands for the
    rest of a word: "protest*" finds protests and protesters. An empty query finds nothing.

    Args:
        passages: The event's passages, headlines included.
        query: A word, a phrase, or the beginning of a word with "*".
        width: How many characters to show on either side.
    """
    asked = _asked(query)
    if not asked:
        return pd.DataFrame(columns=COLUMNS)
    rows = []
    before, totals = _read_before(passages)
    for passage in sorted(passages, key=lambda p: (p.source, p.article, p.index)):
        for start, end in _places(passage.text, asked):
            left, right = passage.text[:start], passage.text[end:]
            place = (before[passage.id] + len(left.split())) / totals[passage.article]
            around = (_cut(left[::-1], width)[::-1], passage.text[start:end], _cut(right, width))
            rows.append((passage.source, passage.article, *around, place, passage.id, start, end))
    return pd.DataFrame(rows, columns=COLUMNS)


def _asked(query: str) -> list[tuple[str, bool]]:
    """Return each word of a query as terms count it, and whether it stands for all words that begin so."""
    words = ((m.group(1), bool(m.group(2))) for m in _QUERY.finditer(query))
    return [(_folded(word), True) if rest else (plain(word), False) for word, rest in words]


def _places(text: str, asked: Sequence[tuple[str, bool]]) -> Iterator[tuple[int, int]]:
    """Yield where the words that were asked for stand beside one another, first and last character."""
    found = list(WORD.finditer(text))
    known = [plain(m.group()) for m in found]
    free = 0
    for i in range(len(found) - len(asked) + 1):
        run = found[i : i + len(asked)]
        pairs = zip(run, known[i:], asked, strict=False)
        if i >= free and all(_is(m.group(), word, *one) for m, word, one in pairs) and not _apart(text, run):
            free = i + len(asked)
            yield run[0].start(), run[-1].end()


def _is(written: str, counted: str, asked: str, begins: bool) -> bool:
    return _folded(written).startswith(asked) if begins else counted == asked


def _apart(text: str, run: Sequence[re.Match[str]]) -> bool:
    return any(APART.search(text, a.end(), b.start()) for a, b in pairwise(run))


def _folded(word: str) -> str:
    return word.lower().replace("’", "'")


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
