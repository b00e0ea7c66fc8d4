"""Where the ribbon's blocks stand, and the outlines of the ribbons between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from framing.comparison import Comparison
from framing.records import Passage, StoryPoint

_GAP = 5  # words of white between two passages
_STRAND = 2.0  # half the height of a ribbon behind a column that does not tell the point, in words
_MANY = 8  # sources, from which columns stand so close that they need more of the room between them

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """Where a passage stands: its column from 0, and its top and bottom in words from the top of the figure."""

    passage: Passage
    column: int
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Return the height of its middle, in words from the top."""
        return (self.top + self.bottom) / 2


def blocks(comparison: Comparison) -> dict[str, Block]:
    """Return by passage id where each passage that can be aligned stands, column after column in reading order."""
    return {block.passage.id: block for block in _stacked(comparison)}


def half(sources: int) -> float:
    """Return half the width of a block, in columns."""
    return 0.17 if sources < _MANY else 0.22


def links(comparison: Comparison, point: StoryPoint, blocks: Mapping[str, Block]) -> Iterator[tuple[Block, Block]]:
    """Join the neighbouring columns that tell a point: along its matches, or all with all where none joins the two."""
    matched = {frozenset((m.left, m.right)) for m in comparison.alignment.matches}
    columns: dict[int, list[Block]] = {}
    for id in point.passages:
        columns.setdefault(blocks[id].column, []).append(blocks[id])
    for left, right in pairwise(sorted(columns)):
        pairs = list(product(columns[left], columns[right]))
        joined = [(a, b) for a, b in pairs if frozenset((a.passage.id, b.passage.id)) in matched]
        yield from joined or pairs


def outline(left: Block, right: Block, half: float, *, lying: bool = False) -> str:
    """Return the path of the ribbon between two blocks; `lying` where columns are drawn as rows."""
    x0, x1 = left.column + half, right.column - half
    strand = right.column - left.column > 1
    upper = _strand(left, right, x0, x1, -1) if strand else _edge(x0, left.top, x1, right.top)
    lower = _strand(left, right, x0, x1, 1) if strand else _edge(x0, left.bottom, x1, right.bottom)
    back = list(reversed(lower))
    return " ".join(
        ["M", _at(upper[0], lying), _bent(upper[1:], lying), "L", _at(back[0], lying), _bent(back[1:], lying), "Z"]
    )


def spots(left: Block, right: Block, half: float) -> Iterator[Spot]:
    """Return places (in columns, in words) along the middle of the ribbon between two blocks."""
    for share in (0.25, 0.5, 0.75):
        bend = share * share * (3 - 2 * share)
        across = left.column + half + share * (right.column - left.column - 2 * half)
        yield across, left.middle + bend * (right.middle - left.middle)


def _stacked(comparison: Comparison) -> Iterator[Block]:
    for column, source in enumerate(comparison.sources):
        top = 0.0
        for passage in comparison.passages:
            if passage.source == source and passage.aligned:
                yield Block(passage, column, top, top + passage.words)
                top += passage.words + _GAP


def _edge(x0: float, y0: float, x1: float, y1: float) -> list[Spot]:
    """Return one edge as the points of a Bézier curve that leaves and arrives level."""
    middle = (x0 + x1) / 2
    return [(x0, y0), (middle, y0), (middle, y1), (x1, y1)]


def _strand(left: Block, right: Block, x0: float, x1: float, side: int) -> list[Spot]:
    """Return one edge of a ribbon past columns that do not tell the point: thin behind them, so that it goes on."""
    a, b = left.column + 0.5, right.column - 0.5  # the ribbon narrows in the first gap and widens in the last
    fall = (right.middle - left.middle) / (right.column - left.column)
    ya, yb = left.middle + fall * 0.5 + side * _STRAND, right.middle - fall * 0.5 + side * _STRAND
    y0, y1 = (left.top, right.top) if side < 0 else (left.bottom, right.bottom)
    near, far, third = (a - x0) / 2, (x1 - b) / 2, (b - a) / 3
    # The curves take the slope of the straight part between them, so that the strand has no knee.
    return [
        *[(x0, y0), (x0 + near, y0), (a - near, ya - fall * near), (a, ya)],
        *[(a + third, ya + fall * third), (b - third, yb - fall * third), (b, yb)],
        *[(b + far, yb + fall * far), (x1 - far, y1), (x1, y1)],
    ]


def _bent(points: Sequence[Spot], lying: bool) -> str:
    curves = (points[i : i + 3] for i in range(0, len(points), 3))
    return " ".join("C " + " ".join(_at(point, lying) for point in curve) for curve in curves)


def _at(spot: Spot, lying: bool) -> str:
    x, y = spot
    return f"{y:g} {x:g}" if lying else f"{x:g} {y:g}"
