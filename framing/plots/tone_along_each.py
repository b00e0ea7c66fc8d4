"""Tone along the article where sources are many: a small picture each, all lines in grey behind its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from framing.measure import Instrument
from framing.plots.at_once import Part, add_at_once
from framing.plots.drawing import Drawing
from framing.plots.text import lines, percent, signed
from framing.plots.theme import INK, QUIET, SMALL, Mode, dress, source_colours, source_dashes, source_shapes

_ROW = 168  # pixels a row of pictures
_ASIDE = 1.14  # lengths of an article, from where a picture begins to where the next beside it does
_NAME, _GAP = 0.2, 0.1  # of a row: the name above a picture, what parts it from the next row
_LETTERS = {2: 17, 3: 24}  # of a name, by the pictures beside one another
_TICKS = (2.0, 1.0, 0.5, 0.2, 0.1, 0.05)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where things stand in a figure of many pictures: x in lengths of an article, y in rows from the top."""

    sources: Sequence[str]
    columns: int
    low: float
    high: float

    @property
    def rows(self) -> int:
        return -(-len(self.sources) // self.columns)

    def x(self, source: str, place: float) -> float:
        return self.sources.index(source) % self.columns * _ASIDE + place

    def y(self, source: str, tone: float) -> float:
        row = self.sources.index(source) // self.columns
        return row + _NAME + (self.high - tone) / (self.high - self.low) * (1 - _NAME - _GAP)


def tone_along_each(
    table: pd.DataFrame,
    sources: Sequence[str],
    instrument: Instrument,
    *,
    narrow: bool = False,
    mode: Mode = "light",
) -> go.Figure:
    """Draw the table that `tone_along` draws, a picture a source, three beside one another, on a `narrow` page two.

    Each mark carries `customdata` (passage id, source), which a click returns.
    """
    ends = table["mean"].min(), table["mean"].max()
    low, high = min(ends[0], -0.05), max(ends[1], 0.05)
    grid = _Grid(list(sources), 2 if narrow else 3, low, high)
    parts = {source: table[table["source"] == source] for source in sources}
    figure = Drawing()
    _add_others(figure, grid, parts, mode)
    for source, part in parts.items():
        _add_own(figure, grid, source, part)
    add_at_once(figure, [_zero(grid, source, mode) for source in sources], [_name(grid, s, mode) for s in sources])
    _add_axes(figure, grid, instrument)
    return dress(figure, mode, height=_ROW * grid.rows + 92, margin=(64, 12, 8, 60)).figure()


def _add_others(figure: Drawing, grid: _Grid, parts: dict[str, pd.DataFrame], mode: Mode) -> None:
    """Draw every source's line in every picture, thin and grey, so that each can be seen beside the others."""
    x: list[float | None] = []
    y: list[float | None] = []
    for source in parts:
        for other, part in parts.items():
            if other != source:
                x += [*(grid.x(source, place) for place in part["place"]), None]
                y += [*(grid.y(source, tone) for tone in part["running"]), None]
    grey = {"color": QUIET[mode], "width": 1}
    figure.add_scatter(x=x, y=y, mode="lines", line=grey, opacity=0.28, hoverinfo="skip")


def _add_own(figure: Drawing, grid: _Grid, source: str, part: pd.DataFrame) -> None:
    colour, name = source_colours(grid.sources)[source], lines(source, 40, 1)
    x = [grid.x(source, place) for place in part["place"]]
    figure.add_scatter(
        x=x,
        y=[grid.y(source, tone) for tone in part["running"]],
        mode="lines",
        line={"color": colour, "width": 3, "dash": source_dashes(grid.sources)[source]},
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=x,
        y=[grid.y(source, tone) for tone in part["mean"]],
        text=[
            f"passage {signed(mean)}, at {percent(place)} of its words"
            for mean, place in part[["mean", "place"]].values
        ],
        mode="markers",
        marker={"color": colour, "symbol": source_shapes(grid.sources)[source], "size": 8, "opacity": 0.7},
        customdata=list(zip(part["passage"], part["source"], strict=True)),
        hovertemplate=f"<b>{name}</b><br>%{{text}}<br>click to read<extra></extra>",
        selected={"marker": {"opacity": 0.7}},
        unselected={"marker": {"opacity": 0.7}},
    )


def _zero(grid: _Grid, source: str, mode: Mode) -> Part:
    line = {"color": QUIET[mode], "width": 1, "dash": "dot"}
    ends = {"x0": grid.x(source, 0), "x1": grid.x(source, 1), "y0": grid.y(source, 0), "y1": grid.y(source, 0)}
    return {"type": "line", "layer": "below", "line": line, **ends}


def _name(grid: _Grid, source: str, mode: Mode) -> Part:
    colour, name = source_colours(grid.sources)[source], lines(source, _LETTERS[grid.columns], 1)
    return {
        "text": f'<span style="color:{colour}">■</span> <b>{name}</b>',
        "x": grid.x(source, 0),
        "y": grid.y(source, grid.high),
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 3,
        "showarrow": False,
        "font": {"color": INK[mode], "size": SMALL},
    }


def _add_axes(figure: Drawing, grid: _Grid, instrument: Instrument) -> None:
    first = grid.sources[:: grid.columns]
    tick = next((t for t in _TICKS if t <= max(-grid.low, grid.high)), _TICKS[-1])
    ticks = [t for t in (tick, 0.0, -tick) if grid.low <= t <= grid.high]
    figure.update_yaxes(
        title=f"{instrument.label}<br>{lines(instrument.direction, 44, 2)}",
        tickvals=[grid.y(source, t) for source in first for t in ticks],
        ticktext=[f"{t:g}".replace("-", "−") for t in ticks] * len(first),
        range=[grid.rows, 0],
    )
    beside = grid.sources[: grid.columns]
    places = [(source, place) for source in beside for place in (0.0, 0.5)] + [(beside[-1], 1.0)]
    figure.update_xaxes(
        title="share of the article's words read",
        tickvals=[grid.x(source, place) for source, place in places],
        ticktext=[percent(place) for _, place in places],
        tickangle=0,
        range=[-0.02, (grid.columns - 1) * _ASIDE + 1.04],
    )
    figure.update_layout(xaxis={"showgrid": False, "zeroline": False, "fixedrange": True})
    figure.update_layout(yaxis={"showgrid": False, "zeroline": False, "fixedrange": True})
