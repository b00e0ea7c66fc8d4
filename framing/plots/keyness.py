"""Keyness: a list of terms a source, each with a bar as long as it is surely more typical there than elsewhere."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from framing.plots.at_once import upright
from framing.plots.drawing import Drawing
from framing.plots.text import lines, signed
from framing.plots.theme import INK, PAPER, QUIET, SMALL, TEXT, Mode, dress, faint, source_colours, source_patterns

_ROW, _HEAD, _FOOT = 30, 50, 60  # pixels: a term, a source's name, the axis
_KEY, _KEY_BELOW, _NO_KEY = 62, 92, 8  # pixels above the names for the legend: in lines, on a narrow page, elsewhere
_ALONE = 1.96
_APART = 0.06  # of the figure's width, between two columns
# What a bar's filling says, so that colour is left to the sources: its opacity, its pattern, whether it has a fill.
_FILLING = {"stands out": (0.62, ""), "leans": (0.5, "/"), "may be chance": (0.18, "")}
_WRAP = 28  # characters of a line in the legend where it stands in a cell
_FAINT = 0.3  # opacity under which a bar needs an edge
_NAMES = {
    "stands out": "stands out, however many terms are looked at",
    "leans": "would stand out, had nobody looked at other terms",
    "may be chance": "may be chance with this much text",
}


def keyness(table: pd.DataFrame, sources: Sequence[str], *, narrow: bool = False, mode: Mode = "light") -> go.Figure:
    """Draw rows of the table that `measure.wording.keyness` returns, under their sources, in the order given.

    Each row carries `customdata` (source, term), which a click returns. Beside a term stand its uses by the source and
    by all others. Two sources stand beside each other, but not on a `narrow` page.
    """
    columns = 1 if narrow else min(2, len(sources))
    rows = -(-len(sources) // columns)
    most = max((int((table["source"] == s).sum()) for s in sources), default=1) or 1
    drawn = rows * (_ROW * most + _HEAD)
    figure = Drawing()
    reach = max(float(table["z"].max()) if len(table) else 0.0, _ALONE)
    room = reach * 1.3  # for the counts, right of the longest bar
    colours, patterns = source_colours(sources), source_patterns(sources)
    for place, source in enumerate(sources):
        cell = _cell(place)
        part = table[table["source"] == source].assign(y=range(int((table["source"] == source).sum())))
        _add_rows(figure, part, (colours[source], patterns[source]), room, cell, mode)
        _add_name(figure, lines(source, 30, 1), colours[source], cell, mode)
        last = place >= len(sources) - columns
        _lay_cell(figure, place, (rows, columns), _HEAD / drawn if rows > 1 else 0.0, last=last)
        figure.add_shape(**{**upright(_ALONE, line={"color": QUIET[mode], "width": 1.2, "dash": "dot"}), **_refs(cell)})
    free = columns > 1 and len(sources) % columns > 0  # the last cell, where the legend stands
    _add_legend(figure, mode, wrap=_WRAP if free else len(max(_NAMES.values(), key=len)))
    top = _NO_KEY if free else _KEY_BELOW if narrow else _KEY
    figure.update_xaxes(range=[0, room], showgrid=False, zeroline=False, fixedrange=True, nticks=5)
    figure.update_yaxes(visible=False, range=[most - 0.5, -0.5], fixedrange=True)
    dress(figure, mode, height=drawn + _FOOT + top, margin=(4, 8, top + _HEAD - 16, _FOOT - 4))
    above = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1 + (_HEAD - 16) / drawn, "yanchor": "bottom"}
    beside = {"x": 0.5 + _APART / 2, "xanchor": "left", "y": 1 / rows - _FOOT / drawn, "yanchor": "top"}
    return figure.update_layout(barmode="overlay", showlegend=True, legend=beside if free else above).figure()


def _cell(place: int) -> dict[str, str]:
    """Return the axes of a cell, counted from 0 row by row, as traces name them."""
    number = str(place + 1) if place else ""
    return {"xaxis": f"x{number}", "yaxis": f"y{number}"}


def _refs(cell: Mapping[str, str], *, words: bool = False) -> dict[str, str]:
    """Return how a line from the lower to the upper edge of a cell names its axes, or words that stand above it."""
    return {"xref": f"{cell['xaxis']} domain" if words else cell["xaxis"], "yref": f"{cell['yaxis']} domain"}


def _lay_cell(figure: Drawing, place: int, grid: tuple[int, int], gap: float, *, last: bool) -> None:
    """Give a cell its part of the figure; the rows stand `gap` apart, a share of the figure's height."""
    rows, columns = grid
    width, height = (1 - _APART * (columns - 1)) / columns, (1 - gap * (rows - 1)) / rows
    left, low = place % columns * (width + _APART), (rows - 1 - place // columns) * (height + gap)
    cell = _cell(place)
    across = {"domain": [left, left + width], "anchor": cell["yaxis"], "showticklabels": last}
    title = {"title": {"text": "z (standard errors)"}} if last else {}
    names = (f"{letter}axis{cell['xaxis'][1:]}" for letter in "xy")
    upward = {"domain": [low, low + height], "anchor": cell["xaxis"]}
    figure.update_layout(**dict(zip(names, (across | title, upward), strict=True)))


def _add_rows(
    figure: Drawing, part: pd.DataFrame, of: tuple[str, str], room: float, cell: Mapping[str, str], mode: Mode
) -> None:
    records = part.to_dict("records")
    data = [(row["source"], row["term"]) for row in records]
    for verdict, (opacity, pattern) in _FILLING.items():
        shown = part[part["verdict"] == verdict]
        figure.add_bar(
            x=shown["z"],
            y=shown["y"],
            orientation="h",
            width=0.84,
            marker=_filling(of[0], opacity, pattern or of[1]),
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
            hoverinfo="skip",
            showlegend=False,
            **cell,
        )
    # The whole row takes the click, however short its bar.
    figure.add_bar(
        x=[room] * len(data),
        y=part["y"],
        orientation="h",
        width=1,
        marker={"color": PAPER[mode], "opacity": 0.001, "line": {"width": 0}},
        customdata=data,
        hovertext=[_hover(row) for row in records],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 0.001}},
        unselected={"marker": {"opacity": 0.001}},
        showlegend=False,
        **cell,
    )
    terms = [f" {lines(row['term'], 24, 1)}" for row in records]
    counts = [f"{row['count']} : {row['rest']}" for row in records]
    for x, texts, side, size in ((0, terms, "right", TEXT), (room, counts, "left", SMALL)):
        figure.add_scatter(
            x=[x] * len(data),
            y=part["y"],
            mode="text",
            text=texts,
            textposition=f"middle {side}",
            textfont={"size": size, "color": INK[mode]},
            unselected={"textfont": {"color": INK[mode]}},
            hoverinfo="skip",
            showlegend=False,
            **cell,
        )


def _add_name(figure: Drawing, name: str, colour: str, cell: Mapping[str, str], mode: Mode) -> None:
    figure.add_annotation(
        text=f"<span style='color:{colour}'>■</span> <b>{name}</b>",
        x=0,
        xanchor="left",
        y=1,
        yanchor="bottom",
        yshift=2,
        showarrow=False,
        font={"size": TEXT, "color": INK[mode]},
        **_refs(cell, words=True),
    )


def _add_legend(figure: Drawing, mode: Mode, *, wrap: int) -> None:
    for verdict, (opacity, pattern) in _FILLING.items():
        figure.add_bar(
            x=[None],
            y=[None],
            orientation="h",
            name=lines(_NAMES[verdict], wrap, 2),
            marker=_filling(QUIET[mode], opacity, pattern),
            hoverinfo="skip",
        )


def _filling(colour: str, opacity: float, pattern: str) -> dict[str, Any]:
    shade = faint(colour, opacity)
    if not pattern:
        # An edge keeps the faint bars visible on a dark page, too.
        return {"color": shade, "line": {"width": 1.2 if opacity < _FAINT else 0, "color": colour}}
    edge = {"width": 1, "color": colour}  # thin hatching alone is lost on a dark page
    hatch = {"shape": pattern, "fillmode": "replace", "fgcolor": shade, "size": 7, "solidity": 0.3}
    return {"color": "rgba(0,0,0,0)", "pattern": hatch, "line": edge}


def _hover(row: Mapping[Hashable, Any]) -> str:
    return (
        f"<b>{lines(row['term'])}</b> in {lines(row['source'])}<br>"
        f"{row['count']} uses, {row['rate']:.1f} per 1,000 words<br>"
        f"all others {row['rest']}, {row['rest_rate']:.1f} per 1,000<br>log-odds {signed(row['log_odds'])}, "
        f"z {signed(row['z'])}: {row['verdict']}<br>in {row['passages']} of its passages · click to read"
    )
