"""What the first lines of a text tell of it: a date line and a byline, where the file itself names neither."""

from __future__ import annotations

import re
from dataclasses import replace

from framing.read.dates import iso
from framing.read.document import Document

_LOOKED_AT = 8  # paragraphs at the head of a text
_MOST_WORDS = 14
# What may stand beside a date in a line that is about nothing else.
_LABELS = re.compile(
    r"\b(?:first|last|published|updated|posted|modified|date|on|at|by|print|edition|online|am|pm|a\.m|p\.m|[a-z]{2,4}t|utc|gmt"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|st|nd|rd|th)\b|\d+(?:st|nd|rd|th|am|pm)?|\W+",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:By|BY)\s+(?P<who>[A-Z][\w.'’-]+(?:\s+(?:[A-Z][\w.'’-]*|de|van|von|al|bin)){1,3}"
    r"(?:(?:,| and| &)\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){1,3})*)(?:\s*[,|].{0,60})?$"
)
_NO_NAME = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d")


def with_top_lines(document: Document) -> Document:
    """Return the document with the date and the author that its first lines name, where it has none."""
    head = [p.text for p in document.paragraphs[:_LOOKED_AT] if len(p.text.split()) <= _MOST_WORDS]
    return replace(
        document,
        published=document.published or next((day for text in head if (day := date_line(text))), None),
        author=document.author or next((who for text in head if (who := byline(text))), None),
    )


def date_line(text: str) -> str | None:
    """Return the date of a line that holds a date and nothing else; days and months are not told apart by guessing."""
    found = iso(text)
    if not found or found != iso(text, day_first=False):
        return None
    return None if _LABELS.sub("", text) else found


def byline(text: str) -> str | None:
    """Return the names in a line such as "By Jane Doe and Ann Lee, transport correspondents"."""
    found = _BYLINE.match(text.strip())
    return found["who"] if found and not _NO_NAME.search(found["who"]) else None
