"""Find the words inside quotation marks, of every usual style, with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
# A straight mark after a digit or letter is an inch sign or closes; a single mark opens only before a word that is not
# a shortened one ('90s, 'n', 'em).
_OPENING = re.compile(
    r"""(?=[“„«"‘'])(?:[“„«]|(?<![\w.,!?…])"(?=\S)|^"|(?<![\w’'])[‘'](?=\w)(?!\d\ds?\b|(?:n|em|til|cause|tis|twas|round)\b))"""
)
# A mark of the other style closes after a comma or full stop where none opened or closed before: “Yes," she said.
_SLIPS = {
    "“": re.compile(r"""(?<![\w.,!?…])"(?=\S)|”|(?P<slip>(?<=[,.!?…])"(?=\s|$))"""),
    '"': re.compile(r"""[“"]|(?P<slip>(?<=[,.!?…])”(?=\s|$))"""),
}


class Span(NamedTuple):
    """Characters from `start` up to `end`."""

    start: int
    end: int


def quotations(text: str, *, open_at_end: bool = True) -> list[Span]:
    """Return the spans of quoted words in one passage, marks included.

    A double quotation that is never closed runs to the end of the passage, as it does where the next paragraph goes on
    with it; `open_at_end=False` leaves such spans out. Apostrophes do not open or close a quotation. A straight
    mark may close a curly one, and a curly one a straight one, after a comma or at the end of a sentence.
    """
    spans: list[Span] = []
    position = 0
    while opening := _OPENING.search(text, position):
        mark = opening.group()
        end = _close(text, opening.end(), mark)
        if end is None and (mark in "‘'" or not open_at_end):
            position = opening.end()
            continue
        spans.append(Span(opening.start(), len(text) if end is None else end))
        position = spans[-1].end
    return spans


def _close(text: str, position: int, mark: str) -> int | None:
    """Return the offset after the mark that closes a quotation, or None where it stays open."""
    if mark in "‘'":
        return _close_single(text, position, mark)
    slip = _SLIPS[mark].search(text, position) if mark in _SLIPS else None
    if slip and slip["slip"]:
        return slip.end()
    closing, depth, first = _CLOSING[mark], 1, None
    for index in range(position, len(text)):
        if text[index] == mark and mark not in closing:
            depth += 1  # the same style once more inside
        elif text[index] in closing:
            depth -= 1
            first = first or index + 1
            if depth == 0:
                return index + 1
    return first


def _close_single(text: str, position: int, mark: str) -> int | None:
    """Return the offset after a single closing mark: the first that is no apostrophe."""
    closing, possessive = _CLOSING[mark], None
    for index in range(position, len(text)):
        if text[index] != closing or text[index + 1 : index + 2].isalnum():
            continue  # another character, or an apostrophe inside a word
        if text[index - 1] != "s":
            return index + 1
        possessive = possessive or index + 1  # the boys': a later mark may close better
    return possessive
