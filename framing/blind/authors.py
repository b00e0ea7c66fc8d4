"""The names of those who wrote an article: in its author field, its byline and its closing credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PARTED = re.compile(r"\s*(?:,|;|/|\||&|\band\b)\s*", re.IGNORECASE)
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
# Every length has its end: a text that was made to be slow must not be.
_NAME = r"(?<!\w)[A-Z][\w’'.-]{1,30}(?:\s{1,3}(?:[A-Z][\w’'.-]{0,30}|de|van|von|der|la|al|bin)(?![\w’'-])){1,3}"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s*,?\s+(?:and|&)\s+(?:the\s+)?){_NAME}){{0,11}}"
_LINE = re.compile(rf"^\s*(?i:by|words by|story by)\s+({_NAMES})\s*(?=$|[,|•·–—-]|\n)")
_CREDIT = re.compile(rf"\b(?i:reporting|writing|editing|corrected)\s*(?:by\b|:)\s*(?:by\b)?:?\s*({_NAMES})")
_HELPED = re.compile(rf"({_NAMES})(?:\s+of\s+\S.{{0,40}}?)?\s+(?:also\s+)?contributed\s+to\s+this\b")
_THEIRS = re.compile(rf"['’]s?\s+({_NAME})(?!\w)")
_CONTRIBUTED = re.compile(r"contributed\s+to\s+this\b")
_LONGEST = 300  # characters of a byline, or of the names in a credit
_LINE_WORDS = 20
"""Words of a paragraph that begins like a byline, at most: a longer one tells something."""
_NOBODY = re.compile(
    r"\b(?:agence|agency|associated|association|bloomberg|board|correspondents?|desk|editors?|editorial|news|newswire"
    r"|press|reporters?|reuters|service|staff|team|writers?)\b",
    re.IGNORECASE,
)


def author_names(author: str | None) -> list[str]:
    """Return the names of people in an author field: two to four words, each with a capital; no agencies or desks."""
    parts = [part.strip() for part in _PARTED.split(_BY.sub("", author or ""))]
    return [part for part in parts if re.fullmatch(_NAME, part) and not _NOBODY.search(part)]


def bylines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the names of a byline or of closing credits stand in a paragraph."""
    if len(text) < _LONGEST and len(text.split()) <= _LINE_WORDS and (line := _LINE.match(text)):
        yield line.span(1)
    yield from (found.span(1) for found in _CREDIT.finditer(text))
    for said in _CONTRIBUTED.finditer(text):
        begin = max(0, said.start() - _LONGEST)
        yield from (found.span(1) for found in _HELPED.finditer(text, begin, said.end()))


def their_reporter(text: str, start: int) -> int | None:
    """Return where a reporter's name ends that follows an outlet's in the possessive, as in "the Bell's Ann Lee"."""
    found = _THEIRS.match(text, start)
    return found.end() if found and not _NOBODY.search(found.group(1)) else None
