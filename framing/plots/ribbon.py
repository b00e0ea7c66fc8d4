"""The ribbon: one column a source, its passages in reading order, ribbons where two columns tell the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from framing.comparison import Comparison
from framing.measure import INSTRUMENTS
from framing.measure.means import passage_means
from framing.plots.drawing import Drawing
from framing.plots.ribbon_shapes import Block, blocks, half, links, outline, spots
from framing.plots.text import lines, signed
from framing.plots.theme import (
    ACCENT,
    FINE,
    INK,
    PAPER,
    QUIET,
    SMALL,
    TEXT,
    Mode,
    dress,
    on_colour,
    source_colours,
    source_dashes,
    tone_colour,
)
from framing.records import Passage, StoryPoint

_WORDS_A_PIXEL = 0.95
_LOW, _HIGH = 420, 840  # pixels: the figure's height within which long articles are drawn smaller
_ROW = 96  # pixels a source, where sources are rows
_MANY = 8  # sources, whose names need slanted letters
REACH = 3.0  # a passage's mean tone rarely passes a third of its instrument's range
_MARKED = 0.3  # of the reach, from which a block carries its sign
_ROOM = 14  # pixels along a block that its sign needs


def ribbon(
    comparison: Comparison,
    *,
    instrument: str | None = None,
    chosen: str | None = None,
    stacked: bool = False,
    mode: Mode = "light",
) -> go.Figure:
    """Draw the ribbon of a comparison.

    Args:
        comparison: What to draw: sources as columns, passages as blocks (height by words, colour by mean tone, a sign
            where that is clear), story points as ribbons. Passages that one source alone tells are hatched and
            outlined.
        instrument: Name of the instrument that gives the colour; the comparison's main one without it.
        chosen: Id of the story point, or of the passage, to bring out.
        stacked: Draw the sources as rows below one another, for a page that is higher than wide.
        mode: For a light or a dark page.

    Every block and ribbon carries `customdata` (kind "passage" or "point", id), which a click returns.
    """
    instrument = instrument or comparison.main_instrument
    placed = blocks(comparison)
    figure = Drawing()
    shapes = []
    for point in sorted(comparison.points, key=lambda p: p.id == chosen):
        shapes += _add_ribbons(figure, comparison, point, placed, (chosen, stacked), mode)
    longest = max((b.bottom for b in placed.values()), default=1.0)
    sources = comparison.sources
    height = _ROW * len(sources) if stacked else int(min(max(longest / _WORDS_A_PIXEL, _LOW), _HIGH))
    room = _ROOM * longest / (360 if stacked else height)
    _add_blocks(figure, comparison, placed, instrument, (chosen, stacked, room), mode)
    figure.update_layout(shapes=[*shapes, *_add_heads(figure, sources, stacked, mode)])
    along = {"visible": False, "fixedrange": True, "range": [longest + 2, -6]}
    across = {"showgrid": False, "zeroline": False, "fixedrange": True, "range": [-0.5, len(sources) - 0.5]}
    if stacked:
        figure.update_xaxes(**along | {"range": [-2, longest + 2]})
        figure.update_yaxes(**across | {"range": [len(sources) - 0.7, -0.62], "visible": False})
        dress(figure, mode, height=height, margin=(0, 0, 0, 4))
        return figure.update_layout(barmode="overlay", bargap=0).figure()
    figure.update_yaxes(**along)
    figure.update_xaxes(**across, **_names(sources, mode))
    dress(figure, mode, height=height + 60, margin=(0, 0, 54, 4))
    return figure.update_layout(barmode="overlay", bargap=0).figure()


def _names(sources: Sequence[str], mode: Mode) -> dict[str, Any]:
    many = len(sources) >= _MANY
    return {
        "tickvals": list(range(len(sources))),
        "ticktext": [f"<b>{lines(s, 22 if many else 18, 2)}</b>" for s in sources],
        "side": "top",
        "tickfont": {"color": INK[mode], "size": FINE if many else TEXT},
        "ticks": "outside",
        "ticklen": 8,
        "tickcolor": "rgba(0,0,0,0)",
        "automargin": True,
        "ticklabeloverflow": "allow",  # slanted names of the outer columns reach past the plot
        "tickangle": -32 if many else 0,
    }


def _add_heads(figure: Drawing, sources: Sequence[str], stacked: bool, mode: Mode) -> list[dict[str, Any]]:
    """Return the mark of each source, the same as in every other figure and text; over a row draw its name, too."""
    marks = []
    colours, dashes, wide = source_colours(sources), source_dashes(sources), half(len(sources))
    for place, source in enumerate(sources):
        line = {"color": colours[source], "width": 5, "dash": dashes[source]}
        if stacked:
            ends = {"x0": 0, "x1": 0, "y0": place - wide, "y1": place + wide, "xref": "paper", "yref": "y"}
            figure.add_annotation(
                text=f"<b>{lines(source, 42, 1)}</b>",
                x=0,
                xref="paper",
                xanchor="left",
                y=place - wide,
                yanchor="bottom",
                borderpad=1,
                showarrow=False,
                bgcolor=PAPER[mode],
                font={"color": INK[mode], "size": SMALL},
            )
        else:
            ends = {"x0": place - wide, "x1": place + wide, "y0": 1.004, "y1": 1.004, "xref": "x", "yref": "paper"}
        marks.append({"type": "line", "line": line, **ends})
    return marks


def _add_blocks(
    figure: Drawing,
    comparison: Comparison,
    placed: Mapping[str, Block],
    instrument: str,
    options: tuple[str | None, bool, float],
    mode: Mode,
) -> None:
    chosen, stacked, room = options
    names = {id: point for point in comparison.points for id in point.passages}
    means = passage_means(comparison.tone, instrument).set_index("passage")["mean"]
    reach = max(abs(INSTRUMENTS[instrument].low), INSTRUMENTS[instrument].high) / REACH
    members = {chosen, *(id for p in comparison.points if p.id == chosen for id in p.passages)}
    drawn = list(placed.values())
    tones = [float(means.get(b.passage.id, 0.0)) for b in drawn]
    colours = [tone_colour(tone, reach, mode) for tone in tones]
    told = [_hover(b.passage, names, tone, instrument) for b, tone in zip(drawn, tones, strict=True)]
    figure.add_bar(
        **_along([b.column for b in drawn], [b.bottom - b.top for b in drawn], stacked),
        base=[b.top for b in drawn],
        orientation="h" if stacked else "v",
        width=2 * half(len(comparison.sources)),
        customdata=[("passage", b.passage.id) for b in drawn],
        marker=_fill(
            colours, [b.passage.id not in names for b in drawn], [b.passage.id in members for b in drawn], mode
        ),
        # Without this plotly fades every bar but the one clicked, and the picture is gone.
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        hovertext=told,
        hovertemplate="%{hovertext}<extra></extra>",
    )
    for sign, symbol in ((1, "cross-thin"), (-1, "line-ew")):
        clear = [i for i, b in enumerate(drawn) if tones[i] * sign > _MARKED * reach and b.bottom - b.top > room]
        figure.add_scatter(
            **_along([drawn[i].column for i in clear], [drawn[i].middle for i in clear], stacked),
            mode="markers",
            marker={"symbol": symbol, "size": 9, "line": {"width": 2, "color": [on_colour(colours[i]) for i in clear]}},
            customdata=[("passage", drawn[i].passage.id) for i in clear],
            hovertext=[told[i] for i in clear],
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )


def _fill(colours: Sequence[str], alone: Sequence[bool], members: Sequence[bool], mode: Mode) -> dict[str, Any]:
    return {
        "color": list(colours),
        "line": {
            "color": [ACCENT[mode] if member else INK[mode] for member in members],
            "width": [3 if member else 1.2 if a else 0 for member, a in zip(members, alone, strict=True)],
        },
        "pattern": {
            "shape": ["/" if a else "" for a in alone],
            "fgcolor": QUIET[mode],
            "size": 7,
            "solidity": 0.12,
            "fillmode": "overlay",
        },
    }


def _add_ribbons(
    figure: Drawing,
    comparison: Comparison,
    point: StoryPoint,
    placed: Mapping[str, Block],
    options: tuple[str | None, bool],
    mode: Mode,
) -> list[dict[str, Any]]:
    """Add the marks of a story point that can be clicked, and return its ribbons' shapes."""
    chosen, stacked = options
    wide = half(len(comparison.sources))
    marks: list[tuple[float, float]] = []
    shapes = []
    for left, right in links(comparison, point, placed):
        shapes.append(
            {
                "type": "path",
                "path": outline(left, right, wide, lying=stacked),
                "fillcolor": ACCENT[mode] if point.id == chosen else QUIET[mode],
                "line": {"width": 0.6, "color": PAPER[mode]},
                "opacity": 0.6 if point.id == chosen else 0.12 if chosen else 0.3,
                "layer": "below",
            }
        )
        # Shapes know neither hover nor click, so unseen marks along the ribbon's middle stand in for it.
        marks += spots(left, right, wide)
    told = list(dict.fromkeys(placed[id].passage.source for id in point.passages))
    figure.add_scatter(
        **_along([across for across, _ in marks], [along for _, along in marks], stacked),
        mode="markers",
        marker={"size": 18, "opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        customdata=[("point", point.id)] * len(marks),
        hovertemplate=f"<b>{lines(point.label)}</b><br>told by {len(told)} of {len(comparison.sources)} sources: "
        f"{lines(', '.join(told))}<br>click to read<extra></extra>",
    )
    return shapes


def _along(across: Sequence[float], along: Sequence[float], stacked: bool) -> dict[str, list[float]]:
    """Return what is across the sources and what is along their texts as x and y."""
    return {"x": list(along), "y": list(across)} if stacked else {"x": list(across), "y": list(along)}


def _hover(passage: Passage, names: Mapping[str, StoryPoint], mean: float, instrument: str) -> str:
    point, scale = names.get(passage.id), INSTRUMENTS[instrument]
    told = f"<b>{lines(point.label)}</b>" if point else f"<b>told only by {lines(passage.source)}</b>"
    source = f"{lines(passage.source)}: " if point else ""
    words = "1 word" if passage.words == 1 else f"{passage.words} words"
    return (
        f"{told}<br>{source}{lines(passage.text)}<br>{words} · {scale.label.lower()} {signed(mean)} "
        f"({lines(scale.direction)})<br>click to read"
    )
