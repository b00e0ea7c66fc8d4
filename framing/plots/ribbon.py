"""The ribbon: one column a source, its passages in reading order, ribbons where two columns tell the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product

import plotly.graph_objects as go

from framing.comparison import Comparison
from framing.measure import INSTRUMENTS
from framing.measure.means import passage_means
from framing.plots.text import lines
from framing.plots.theme import ACCENT, INK, PAPER, QUIET, Mode, dress, tone_colour
from framing.records import Passage, StoryPoint

HALF = 0.17  # half a column's width, in columns
_GAP = 5  # words of white between two passages
_STRAND = 2.0  # half the height of a ribbon behind a column that does not tell the point, in words
_WORDS_A_PIXEL = 0.95
REACH = 3.0  # a passage's mean tone rarely passes a third of its instrument's range


@dataclass(frozen=True, slots=True)
class _Block:
    """Where a passage stands: its column from 0, and its top and bottom in words from the top of the figure."""

    passage: Passage
    column: int
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def ribbon(
    comparison: Comparison, *, instrument: str | None = None, chosen: str | None = None, mode: Mode = "light"
) -> go.Figure:
    """Draw the ribbon of a comparison.

    Args:
        comparison: What to draw: sources as columns, passages as blocks (height by words, colour by mean tone), story
            points as ribbons. Passages that one source alone tells are hatched and outlined.
        instrument: Name of the instrument that gives the colour; the comparison's main one without it.
        chosen: Id of the story point to bring out.
        mode: For a light or a dark page.

    Every block and ribbon carries `customdata` (kind "passage" or "point", id), which a click returns.
    """
    instrument = instrument or comparison.main_instrument
    blocks = {block.passage.id: block for block in _blocks(comparison)}
    figure = go.Figure()
    names = {id: point for point in comparison.points for id in point.passages}
    for point in sorted(comparison.points, key=lambda p: p.id == chosen):
        _add_ribbons(figure, comparison, point, blocks, point.id == chosen, bool(chosen), mode)
    _add_blocks(figure, comparison, blocks, names, instrument, chosen, mode)
    tallest = max((b.bottom for b in blocks.values()), default=1.0)
    sources = comparison.sources
    figure.update_xaxes(
        tickvals=list(range(len(sources))),
        ticktext=[f"<b>{lines(s, 18, 2)}</b>" for s in sources],
        side="top",
        range=[-0.5, len(sources) - 0.5],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        tickfont={"color": INK[mode], "size": 15 if len(sources) < 8 else 12},
        automargin=True,
        ticklabeloverflow="allow",  # slanted names of the outer columns reach past the plot
        tickangle=0 if len(sources) < 8 else -32,
    )
    figure.update_yaxes(visible=False, range=[tallest + 2, -6], fixedrange=True)
    height = int(min(max(tallest / _WORDS_A_PIXEL, 420), 1100)) + 60
    return dress(figure, mode, height=height, margin=(0, 0, 48, 4)).update_layout(barmode="overlay", bargap=0)


def _blocks(comparison: Comparison) -> Iterator[_Block]:
    for column, source in enumerate(comparison.sources):
        top = 0.0
        for passage in comparison.passages:
            if passage.source == source and passage.aligned:
                yield _Block(passage, column, top, top + passage.words)
                top += passage.words + _GAP


def _add_blocks(
    figure: go.Figure,
    comparison: Comparison,
    blocks: Mapping[str, _Block],
    names: Mapping[str, StoryPoint],
    instrument: str,
    chosen: str | None,
    mode: Mode,
) -> None:
    means = passage_means(comparison.tone, instrument).set_index("passage")["mean"]
    reach = max(abs(INSTRUMENTS[instrument].low), INSTRUMENTS[instrument].high) / REACH
    members = {id for p in comparison.points if p.id == chosen for id in p.passages}
    drawn = list(blocks.values())
    alone = [b.passage.id not in names for b in drawn]
    figure.add_bar(
        x=[b.column for b in drawn],
        y=[b.bottom - b.top for b in drawn],
        base=[b.top for b in drawn],
        width=2 * HALF,
        customdata=[("passage", b.passage.id) for b in drawn],
        marker={
            "color": [tone_colour(means.get(b.passage.id, 0.0), reach, mode) for b in drawn],
            "line": {
                "color": [ACCENT[mode] if b.passage.id in members else INK[mode] for b in drawn],
                "width": [3 if b.passage.id in members else 1.6 if a else 0 for b, a in zip(drawn, alone, strict=True)],
            },
            "pattern": {
                "shape": ["/" if a else "" for a in alone],
                "fgcolor": QUIET[mode],
                "size": 7,
                "solidity": 0.12,
                "fillmode": "overlay",
            },
        },
        # Without this plotly fades every bar but the one clicked, and the picture is gone.
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        hovertext=[_hover(b.passage, names, float(means.get(b.passage.id, 0.0)), instrument) for b in drawn],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _add_ribbons(
    figure: go.Figure,
    comparison: Comparison,
    point: StoryPoint,
    blocks: Mapping[str, _Block],
    chosen: bool,
    another: bool,
    mode: Mode,
) -> None:
    opacity = 0.55 if chosen else 0.13 if another else 0.3
    spots: list[tuple[float, float]] = []
    for left, right in _links(comparison, point, blocks):
        figure.add_shape(
            type="path",
            path=_path(left, right),
            fillcolor=ACCENT[mode] if chosen else QUIET[mode],
            line={"width": 0.6, "color": PAPER[mode]},
            opacity=opacity,
            layer="below",
        )
        # Shapes know neither hover nor click, so unseen marks along the ribbon's middle stand in for it.
        for share in (0.25, 0.5, 0.75):
            x = left.column + HALF + share * (right.column - left.column - 2 * HALF)
            bend = share * share * (3 - 2 * share)
            spots.append((x, left.middle + bend * (right.middle - left.middle)))
    told = ", ".join(dict.fromkeys(blocks[id].passage.source for id in point.passages))
    figure.add_scatter(
        x=[x for x, _ in spots],
        y=[y for _, y in spots],
        mode="markers",
        marker={"size": 18, "opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        customdata=[("point", point.id)] * len(spots),
        hovertemplate=f"<b>{lines(point.label)}</b><br>told by {lines(told)}<br>click to read<extra></extra>",
    )


def _links(comparison: Comparison, point: StoryPoint, blocks: Mapping[str, _Block]) -> Iterator[tuple[_Block, _Block]]:
    """Join the neighbouring columns that tell a point: along its matches, or all with all where none joins the two."""
    matched = {frozenset((m.left, m.right)) for m in comparison.alignment.matches}
    columns: dict[int, list[_Block]] = {}
    for id in point.passages:
        columns.setdefault(blocks[id].column, []).append(blocks[id])
    for left, right in pairwise(sorted(columns)):
        pairs = list(product(columns[left], columns[right]))
        joined = [(a, b) for a, b in pairs if frozenset((a.passage.id, b.passage.id)) in matched]
        yield from joined or pairs


def _path(left: _Block, right: _Block) -> str:
    x0, x1 = left.column + HALF, right.column - HALF
    if right.column - left.column > 1:
        return _strand(left, right)
    middle = (x0 + x1) / 2
    return (
        f"M {x0} {left.top} C {middle} {left.top} {middle} {right.top} {x1} {right.top} "
        f"L {x1} {right.bottom} C {middle} {right.bottom} {middle} {left.bottom} {x0} {left.bottom} Z"
    )


def _strand(left: _Block, right: _Block) -> str:
    """Draw a ribbon past columns that do not tell the point: thin behind them, so that it does not seem to end."""
    x0, x1 = left.column + HALF, right.column - HALF
    a, b = left.column + 0.5, right.column - 0.5  # the ribbon narrows in the first gap and widens in the last
    fall = (right.middle - left.middle) / (right.column - left.column)
    ya, yb = left.middle + fall * 0.5, right.middle - fall * 0.5
    upper, lower = (ya - _STRAND, yb - _STRAND), (ya + _STRAND, yb + _STRAND)
    return (
        f"M {x0} {left.top} C {(x0 + a) / 2} {left.top} {(x0 + a) / 2} {upper[0]} {a} {upper[0]} "
        f"L {b} {upper[1]} C {(b + x1) / 2} {upper[1]} {(b + x1) / 2} {right.top} {x1} {right.top} "
        f"L {x1} {right.bottom} C {(b + x1) / 2} {right.bottom} {(b + x1) / 2} {lower[1]} {b} {lower[1]} "
        f"L {a} {lower[0]} C {(x0 + a) / 2} {lower[0]} {(x0 + a) / 2} {left.bottom} {x0} {left.bottom} Z"
    )


def _hover(passage: Passage, names: Mapping[str, StoryPoint], mean: float, instrument: str) -> str:
    point = names.get(passage.id)
    told = f"<b>{lines(point.label)}</b>" if point else f"<b>only in {lines(passage.source)}</b>"
    label = INSTRUMENTS[instrument].label.lower()
    return f"{told}<br>{lines(passage.text)}<br>{label} {mean:+.2f} · {passage.words} words"
