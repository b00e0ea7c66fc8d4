"""The lines of a PDF's pages, as they stand on paper, -> columns in reading order, without running heads.

Columns are told by the white between them, running heads by their return at the edges of pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_NUMBER = re.compile(r"\W*(?:page|seite)?\W*\d{1,4}\W*(?:(?:of|/|von)\W*\d{1,4})?\W*", re.IGNORECASE)
_PRINTED = re.compile(
    r"\s*(?:\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?: [AP]M)?(?:\s.*)?|(?:https?|file)://\S+(?:\s+\d+/\d+)?)\s*"
)
_EDGE = 2  # lines at the top and at the foot of a page that may be running heads
_LEAST_GAP = 2  # characters of white between two columns of text
_LEAST_ROWS = 4  # rows that stand in two columns before a page counts as having two
_MOST_COLUMNS = 3  # times that a page is cut in two


class Column(NamedTuple):
    """Lines that stand below one another; `across` where they run over the page's whole width."""

    across: bool
    lines: list[str]


def columns_of(pages: Sequence[str]) -> tuple[list[Column], list[str]]:
    """Return the columns of all pages in reading order, and the running heads and page numbers that were left out."""
    split = [[line.rstrip() for line in page.expandtabs(4).split("\n")] for page in pages]
    heads = _running_heads(split)
    kept = [[line for n, line in enumerate(page) if (index, n) not in heads] for index, page in enumerate(split)]
    columns = [column for page in kept for column in _columns(page, 0) if any(map(str.strip, column.lines))]
    return columns, [tidy(split[index][n]) for index, n in sorted(heads)]


def tidy(line: str) -> str:
    """Give ligatures their letters and take out the spaces that justified lines and unusual fonts leave."""
    spread = "".join(unicodedata.normalize("NFKC", c) if "\ufb00" <= c <= "\ufb06" else c for c in line)
    return re.sub(r"(?<=\w) ([.,;:!?])(?=\s|$)", r"\1", " ".join(spread.split()))


def _running_heads(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Return page and line of what returns at the edge of pages but for its figures, and of page numbers."""
    edges: list[tuple[int, int, str]] = []
    for index, page in enumerate(pages):
        full = [number for number, line in enumerate(page) if line.strip()]
        edges += [(index, n, page[n]) for n in dict.fromkeys([*full[:_EDGE], *full[-_EDGE:]])]
    shapes = {(index, _shape(line)) for index, _, line in edges}
    pages_with = Counter(shape for _, shape in shapes)
    often = max(2, 0.4 * len(pages))
    found = {
        (index, n)
        for index, n, line in edges
        if _NUMBER.fullmatch(line) or _PRINTED.fullmatch(tidy(line)) or pages_with[_shape(line)] >= often
    }
    # Pages that are alike from top to foot are no heads: a form, or one page printed twice.
    return found if len(found) < sum(bool(line.strip()) for page in pages for line in page) else set()


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split())).casefold()


def _columns(lines: list[str], depth: int) -> Iterator[Column]:
    """Yield the columns of a page in reading order; what runs across them ends what stands above it."""
    gutter = _gutter(lines) if depth < _MOST_COLUMNS else None
    if gutter is None:
        yield Column(depth == 0, lines)
        return
    left: list[str] = []
    right: list[str] = []
    across: list[str] = []
    for line in lines:
        if line.strip() and not _is_blank(line, gutter):
            if right:
                yield from _two(left, right, depth)
                left, right = [], []
            across, left = [*across, *left, line], []
        else:
            if across and line.strip():
                yield Column(depth == 0, across)
                across = []
            if line[:gutter].strip() or not line.strip():
                left.append(line[:gutter].rstrip())
            if line[gutter:].strip() or not line.strip():
                right.append(" " * gutter + line[gutter:])
    if across:
        yield Column(depth == 0, across)
    yield from _two(left, right, depth)


def _two(left: list[str], right: list[str], depth: int) -> Iterator[Column]:
    yield from _columns(left, depth + 1)
    yield from _columns(right, depth + 1)


def _gutter(lines: Sequence[str]) -> int | None:
    """Return the place of the white between two columns, or None: few rows cross it and many stand on both sides."""
    full = [line for line in lines if line.strip()]
    if len(full) < _LEAST_ROWS:
        return None
    begin, end = min(len(line) - len(line.lstrip()) for line in full), max(map(len, full))
    best: tuple[int, int] | None = None
    for place in range(begin + (end - begin) // 5, end - (end - begin) // 5):
        free = [line for line in full if _is_blank(line, place)]
        both = sum(bool(line[:place].strip() and line[place:].strip()) for line in free)
        crossing = len(full) - len(free)
        if both >= _LEAST_ROWS and both >= 2 * crossing and (best is None or both - crossing > best[0]):
            best = (both - crossing, place)
    return best[1] if best else None


def _is_blank(line: str, place: int) -> bool:
    return not line[max(place - 1, 0) : place + _LEAST_GAP - 1].strip()
