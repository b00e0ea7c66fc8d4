"""Find the words inside quotation marks, of every usual style, with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_OPENING = re.compile(r"""[“„«"]|(?<![\w’'])[‘'](?=\w)""")


class Span(NamedTuple):
    """Characters from `start` up to `end`."""

    start: int
    end: int


def quotations(text: str, *, open_at_end: bool = True) -> list[Span]:
    """Return the spans of quoted words in one passage, marks included.

    A double quotation that is never closed runs to the end of the passage, as it does where the next paragraph goes on
    with it; `open_at_end=False` leaves such spans out. Apostrophes do not open or close a quotation.
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
    closing = _CLOSING[mark]
    single = mark in "‘'"
    for index in range(position, len(text)):
        if text[index] not in closing:
            continue
        if single and index + 1 < len(text) and text[index + 1].isalnum():
            continue  # an apostrophe inside a word
        if single and text[index - 1] == "s" and any(c in text[index + 1 :] for c in closing):
            continue  # most likely a plural possessive: a later mark closes
        return index + 1
    return None
