"""Gaps in tone between sources: a row a comparison, a dot with its interval, hollow where it may be chance."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from framing.measure import Instrument
from framing.measure.differences import DIFFERS
from framing.plots.at_once import add_at_once, at_left, upright
from framing.plots.drawing import Drawing
from framing.plots.text import lines, signed
from framing.plots.theme import ACCENT, PAPER, QUIET, SMALL, Mode, dress, faint, legend_above

_ROW = 58  # pixels: a line of text above each dot, which leaves the whole width to the axis on a telephone, too
_LABEL = 0.34  # how far above its dot a label stands, in rows


def tone_gaps(
    table: pd.DataFrame, names: Sequence[str], instrument: Instrument, *, narrow: bool = False, mode: Mode = "light"
) -> go.Figure:
    """Draw rows of the table that `measure.differences` returns, in the order given, under these names.

    A dot right of zero: the source named first scores higher. The band around zero is the gap that this much text
    could not show; a row without one could show no gap at all. Each dot carries `customdata` (left, right, scope),
    which a click returns. A `narrow` page needs more lines for the legend.
    """
    rows = [{**row, "y": y, "name": name} for y, (row, name) in enumerate(zip(_records(table), names, strict=True))]
    figure = Drawing()
    figure.add_bar(
        x=[2 * row["detectable"] for row in rows],
        y=[row["y"] for row in rows],
        base=[-row["detectable"] for row in rows],
        orientation="h",
        width=0.26,
        marker={"color": faint(QUIET[mode], 0.2), "line": {"width": 0}},  # an opacity would not reach the legend
        name="too small for this much text to show",
        hoverinfo="skip",
    )
    for sure, name in ((True, "differ"), (False, "cannot be told apart with this much text")):
        _add_dots(figure, [row for row in rows if (row["verdict"] == DIFFERS) is sure], sure, name, mode)
    told = [f"<b>{lines(row['name'], 44, 1)}</b>  {signed(row['gap'])}" for row in rows]
    add_at_once(
        figure,
        [upright(0, line={"color": QUIET[mode], "width": 1.5})],
        [at_left(text, row["y"] - _LABEL, SMALL, mode) for text, row in zip(told, rows, strict=True)],
    )
    figure.update_yaxes(visible=False, range=[len(rows) - 0.6, -0.7], fixedrange=True)
    figure.update_xaxes(title=_title(instrument), showgrid=False, zeroline=False, fixedrange=True, nticks=7)
    above = legend_above(3, narrow=narrow)
    dress(figure, mode, height=_ROW * len(rows) + 104 + above, margin=(8, 12, above, 88))
    return figure.update_layout(
        showlegend=True, legend={"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "itemclick": False}
    ).figure()


def _add_dots(figure: Drawing, rows: Sequence[Mapping[Any, Any]], sure: bool, name: str, mode: Mode) -> None:
    colour = ACCENT[mode] if sure else QUIET[mode]
    figure.add_scatter(
        x=[row["gap"] for row in rows],
        y=[row["y"] for row in rows],
        mode="markers",
        name=name,
        marker={
            "size": 14,
            "color": colour if sure else PAPER[mode],
            "opacity": 1,
            "line": {"color": colour, "width": 2.5},
        },
        error_x={
            "type": "data",
            "array": [row["high"] - row["gap"] for row in rows],
            "arrayminus": [row["gap"] - row["low"] for row in rows],
            "color": colour,
            "thickness": 2.5 if sure else 1.5,
            "width": 0,
        },
        customdata=[(row["left"], row["right"], row["scope"]) for row in rows],
        hovertext=[_hover(row) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _records(table: pd.DataFrame) -> list[dict[Hashable, Any]]:
    return table.to_dict("records")


def _title(instrument: Instrument) -> str:
    return f"{instrument.label}: gap ({instrument.direction})<br>◂ lower · the first named is · higher ▸"


def _hover(row: Mapping[Any, Any]) -> str:
    sure = row["low"] == row["low"]
    interval = (
        f"95 % interval {signed(row['low'])} to {signed(row['high'])}" if sure else "no interval with one passage"
    )
    some = row["detectable"] == row["detectable"]
    shows = f"this much text shows gaps from {row['detectable']:.2f}" if some else "so little text can show no gap"
    return (
        f"<b>{lines(row['name'])}</b><br>{lines(row['left'])} {signed(row['left_mean'])}, "
        f"{lines(row['right'])} {signed(row['right_mean'])}<br>gap {signed(row['gap'])}, {interval}<br>"
        f"{row['verdict']} · {shows}"
    )
