"""The dateline of an agency's report: where it was filed, when, and by which agency."""

from __future__ import annotations

import re

from framing.clean.rules import Rule
from framing.read.agencies import IN_PLACE

_NO_PLACE = (
    r"(?!(?:NATO|FIFA|UEFA|OPEC|NASA|ISIS|ISIL|ASEAN|UNESCO|UNICEF|UNRWA|UNHCR|OSCE|IAEA|OECD|BRICS|INTERPOL|EUROPOL"
    r"|IMF|WTO|WHO|CIA|FBI|NSA|IRS|FEMA|GOP|DNC|RNC|NRA|ACLU|NAACP|IDF|PKK|PLO|BBC|CNN|COVID|BREAKING|UPDATED?"
    r"|EXCLUSIVE|OPINION|ANALYSIS|LIVE)\b)"
)
"""Bodies, and labels of articles, that stand in capitals before a dash as places do."""
_PLACE = _NO_PLACE + r"[A-Z][A-ZÀ-Þ.'’]{2,}(?:[ -](?:[A-Z][A-ZÀ-Þ.'’]+|(?:de|la|of|al|el)(?=[ -][A-Z]))){0,4}"
_REGION = r"(?:, (?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,2}){0,2}"
_DAY = r"(?:, (?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)?"
_AGENCY = rf"\((?:{IN_PLACE}|[A-Z][\w&.’' -]{{1,25}} (?:News|Newswire|Press|Media|Wire))\)"
_DASH = r"\s*(?:--?|–|—)\s*"
_PATTERN = re.compile(
    rf"(?:{_PLACE}{_REGION}{_DAY}(?: {_AGENCY})?{_DASH}"
    rf"|(?:{_PLACE}{_REGION}{_DAY} |[A-Z][\w’'-]+{_REGION} )?{_AGENCY}(?:{_DASH}|\s+))"
    r"(?=[A-Z0-9“\"'‘])"
)
DATELINE = Rule("dateline", "where and by which agency the report was filed", _PATTERN, 10_000)
_AMONG_FIRST = 2
"""A dateline opens the first paragraph, or the second after a standfirst."""


def dateline_of(position: int, text: str) -> str:
    """Return the dateline that a paragraph begins with, with its dash; empty without one.

    Args:
        position: Place of the paragraph among those that stay, from 0.
        text: The paragraph.
    """
    found = _PATTERN.match(text) if position < _AMONG_FIRST else None
    return found[0] if found else ""
