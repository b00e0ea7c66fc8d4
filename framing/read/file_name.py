"""What a file's name tells of the article in it: its source and its day."""

from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path

from framing.read.dates import iso

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[ .]?(?P<month>\d\d)[ .]?(?P<day>\d\d)(?!\d)")
_WORDED = re.compile(rf"(?<!\w)(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}) (?:19|20)\d\d(?!\d)", re.IGNORECASE)
_YEAR_LAST = re.compile(r"(?<!\d)(?P<one>\d{1,2})[ .](?P<other>\d{1,2})[ .](?P<year>(?:19|20)\d\d)(?!\d)")
_DATES: tuple[tuple[re.Pattern[str], str], ...] = (
    (_YEAR_FIRST, r"\g<year>-\g<month>-\g<day>"),
    (_WORDED, r"\g<0>"),
    (_YEAR_LAST, r"\g<one>.\g<other>.\g<year>"),
)
"""Dates, and how each is written for `iso`."""


def source_of(name: str) -> str:
    """Make a source's name from a file's: separators become spaces, long hexadecimal ids are left out.

    What stands before a date names the source, what follows it the article; without a word before it, what follows.
    """
    text = _spaced(name)
    day, begin, end = _dated(text)
    words = _words(text[:begin]) if any(c.isalpha() for c in text[:begin]) else _words(text[end:])
    stem = " ".join(words) or day or text
    return f"Article {stem}" if stem.isdigit() or stem == day else stem


def day_of(name: str) -> str | None:
    """Return the day that a file's name holds, in ISO 8601, or None."""
    return _dated(_spaced(name))[0]


def _spaced(name: str) -> str:
    return re.sub(r"[_\s-]+", " ", Path(name).stem).strip() or Path(name).stem


def _words(text: str) -> list[str]:
    words = text.split()
    # An id that a number follows, as in story_0ffb34cd_1, tells its files apart, which the number does not.
    return [word for word, after in zip_longest(words, words[1:], fillvalue="") if after.isdigit() or not _is_id(word)]


def _dated(text: str) -> tuple[str | None, int, int]:
    """Return the first date in a text, where it begins and where it ends; without one, nothing and all of the text."""
    for pattern, written in _DATES:
        for found in pattern.finditer(text):
            if day := iso(found.expand(written)):
                return day[:10], found.start(), found.end()
    return None, len(text), len(text)


def _is_id(word: str) -> bool:
    return len(word) >= 8 and all(c in "0123456789abcdefABCDEF" for c in word)
