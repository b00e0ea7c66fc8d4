"""Whether an export was split well: sentences on what a person should look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from statistics import median

from framing.read.exports.fields import Fields

_MISSING = 0.2  # share of articles without a field, from which the rules do not fit the file
_OFF = 0.3  # share by which a text's length may differ from the stated one: databases count words in ways of their own
_UNEVEN = 8  # times the median, from which an article is likely two or more
_FEW_WORDS = 2_000  # even the longest of short articles is no two
_WANTED: tuple[tuple[str, Callable[[Fields], object]], ...] = (
    ("source", lambda f: f.source),
    ("date", lambda f: f.published),
    ("title", lambda f: f.title),
    ("text", lambda f: f.paragraphs),
)


def concerns(found: Sequence[Fields], stated: int | None) -> Iterator[tuple[str, bool]]:
    """Yield sentences on a split, and whether each casts doubt on the boundaries themselves."""
    if stated is not None and stated != len(found):
        yield f"The file says that it holds {_articles(stated)}; {len(found)} could be found", True
    for name, get in _WANTED:
        without = sum(not get(fields) for fields in found)
        if without:
            yield f"{_of(without, len(found))} without a {name}", without > _MISSING * len(found)
    counts = [sum(len(p.split()) for p in fields.paragraphs) for fields in found]
    off = [
        (count, f.words)
        for count, f in zip(counts, found, strict=True)
        if f.words and abs(count - f.words) > _OFF * f.words
    ]
    if off:
        example = f"one should have {off[0][1]} words and has {off[0][0]}"
        yield (
            f"{_of(len(off), len(found))} much longer or shorter than the file says ({example})",
            len(off) > _MISSING * len(found),
        )
    usual = median(counts) if counts else 0
    if len(counts) > 2 and max(counts) > max(_UNEVEN * usual, _FEW_WORDS):
        yield f"The longest article has {max(counts)} words, the one in the middle {usual:.0f}", True


def _of(number: int, all_: int) -> str:
    return f"{number} of {_articles(all_)} {'is' if number == 1 else 'are'}"


def _articles(number: int) -> str:
    return f"{number} article{'s' if number != 1 else ''}"
