"""Boxes of links that some pages put behind a person's name, and that come into the sentence with the text."""

from __future__ import annotations

import re

from framing.clean.rules import Rule

# The box repeats the name, written out and grown together with the first headline, and ends in a button:
# "said Ana Tamsin Ana Maria TamsinFerry talks fail Port to close MORE on Friday".
_PATTERN = re.compile(
    r"(?<=[\w.’'-] )(?P<last>[A-ZÀ-Þ][\w’'-]{2,})"
    r"(?P<box> (?:[A-ZÀ-Þ][\w.’'-]* ){1,5}(?P=last)(?=[A-ZÀ-Þ“‘'\"])[^\n]{8,500}? MORE\b)"
)
LINK_BOX = Rule("link box", "headlines of other articles, shown behind a person's name", _PATTERN, 10_000)


def without_boxes(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a paragraph without its boxes of links, and the boxes, in order."""
    boxes = tuple(found["box"].strip() for found in _PATTERN.finditer(text))
    return (_PATTERN.sub(r"\g<last>", text), boxes) if boxes else (text, ())
