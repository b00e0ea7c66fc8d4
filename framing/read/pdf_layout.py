"""The columns of a PDF's pages -> paragraphs.

Paragraphs are told by gaps, indents and short last lines; hyphens at line ends by how the word is written elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from framing.read.pdf_columns import Column, columns_of, tidy

_ENDS = re.compile(r"[.!?:…][\"'”’)\]]*$")
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-‐‑\u00ad]$")
_MARKS = ".,;:!?”\"'’)“(‘"
_LEAST_INDENT, _MOST_INDENT = 2, 12  # characters; a line further to the right is centred, or a figure
_FULL = 0.85  # share of the usual width from which a line counts as filled; ragged lines are seldom shorter


class Line(NamedTuple):
    """A line of a column: whether it begins a paragraph, whether it fills its column, and its text."""

    begins: bool
    fills: bool
    text: str


def reading_order(pages: Sequence[str], words: Collection[str] = ()) -> tuple[list[str], list[str], list[str]]:
    """Return the paragraphs of all pages, their lines, and the running heads and page numbers that were left out.

    Both are in reading order; among the lines, an empty one stands before each that begins a paragraph. `words` are
    the words of the same pages, read without regard to their places: what is spaced out here is joined as there.
    """
    columns, left_out = columns_of(pages)
    widths = {across: _width([c for c in columns if c.across == across]) for across in (True, False)}
    marked: list[Line] = []
    before: Column | None = None
    for column in columns:
        lines = _marked(column, widths[column.across])
        lines = [line._replace(text=_unspaced(line.text, words)) for line in lines]
        if before is not None and before.across != column.across:
            lines[0] = lines[0]._replace(begins=True)
        marked += lines
        before = column
    spaced = [part for line in marked for part in (["", line.text] if line.begins else [line.text])]
    return _joined(marked), spaced, left_out


def _width(columns: Sequence[Column]) -> int:
    """Return how many characters a full line of these columns has."""
    lengths = sorted(len(line.strip()) for column in columns for line in column.lines if line.strip())
    return lengths[min(int(0.9 * len(lengths)), len(lengths) - 1)] if lengths else 0


def _marked(column: Column, width: int) -> list[Line]:
    numbers = [number for number, line in enumerate(column.lines) if line.strip()]
    full = [column.lines[number] for number in numbers]
    indents = Counter(_indent(line) for line in full)
    margin = min((n for n, count in indents.items() if count >= 0.2 * len(full)), default=min(indents))
    gaps = [0, *(after - before - 1 for before, after in pairwise(numbers))]
    # In a text with double spacing an empty line says nothing.
    usual = 1 if len(gaps) > 1 and sum(gap > 0 for gap in gaps) > 0.8 * len(gaps) else 0
    marked = []
    for gap, line in zip(gaps, full, strict=True):
        indented = _LEAST_INDENT <= _indent(line) - margin <= _MOST_INDENT and indents[_indent(line)] <= 0.5 * len(full)
        marked.append(Line(gap > usual or indented, len(line.rstrip()) - margin >= _FULL * width, tidy(line)))
    return marked


def _unspaced(line: str, words: Collection[str]) -> str:
    """Join the parts of a word that uneven setting has driven apart ("r oad")."""
    tokens: list[str] = []
    for token in line.split():
        before = tokens[-1] if tokens else ""
        if before and before + token in words and not (before in words and token in words):
            tokens[-1] += token
        else:
            tokens.append(token)
    return " ".join(tokens)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _joined(lines: Sequence[Line]) -> list[str]:
    """Join lines to paragraphs: a column or a page may end in mid-sentence."""
    known = {word.casefold().strip(_MARKS) for line in lines for word in line.text.split()}
    paragraphs: list[list[str]] = []
    full = False
    for line in lines:
        ended = bool(paragraphs) and bool(_ENDS.search(paragraphs[-1][-1]))
        goes_on = full and not ended and line.text[:1].islower()
        if not paragraphs or (line.begins and not goes_on) or (ended and not full):
            paragraphs.append([line.text])
        else:
            paragraphs[-1].append(line.text)
        full = line.fills
    return [_whole(texts, known) for texts in paragraphs]


def _whole(lines: Sequence[str], known: set[str]) -> str:
    """Join a paragraph's lines, and words that were broken at their ends."""
    text = lines[0]
    for line in lines[1:]:
        if not (_HYPHEN.search(text) and line[:1].islower()):
            text += " " + line
        else:
            first, second = text.split()[-1][:-1].strip(_MARKS), line.split()[0].strip(_MARKS)
            text = (text if _is_compound(first.casefold(), second.casefold(), known) else text[:-1]) + line
    return text


def _is_compound(first: str, second: str, known: set[str]) -> bool:
    """Whether a hyphen at a line's end belongs to the word: it, or both of its parts, stand elsewhere in the text."""
    if first + second in known:
        return False
    return f"{first}-{second}" in known or {first, second} <= known
