"""Where each source stands on several scores: a row a score, a mark a source, filled where it stands apart."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from framing.measure.differences import DIFFERS
from framing.plots.at_once import across, add_at_once, upright
from framing.plots.axis_above import repeat_above, room_above
from framing.plots.crowded_rows import bands, beneath, lay_out
from framing.plots.drawing import Drawing
from framing.plots.text import lines, signed
from framing.plots.theme import INK, QUIET, SMALL, Mode, dress, hollow, legend_room, source_colours, source_shapes

_ROW = 54  # pixels
_FEW = 5  # sources whose intervals can be told apart in one row; of more, only those that stand apart have theirs drawn


def marks_by_source(
    table: pd.DataFrame,
    by: str,
    rows: Sequence[str],
    sources: Sequence[str],
    *,
    axis: str,
    whole: pd.DataFrame | None = None,
    mode: Mode = "light",
) -> go.Figure:
    """Draw a table that `measure.beside` made, a row each in the order given; column `by` tells which row is whose.

    With the same of the event as a `whole` a thin upright line shows it. Each mark carries `customdata` (row, source),
    which a click returns.
    """
    shown = table[table[by].isin(rows)]
    tellers = {str(row): [s for s in sources if s in set(part["source"])] for row, part in shown.groupby(by)}
    places, height = lay_out(rows, {row: len(some) for row, some in tellers.items()})
    figure = Drawing()
    thin = {"color": QUIET[mode], "width": 0.5}
    behind = bands(places.values(), QUIET[mode])
    add_at_once(figure, [*behind, *(across(place, line=thin, opacity=0.35) for place in places.values())])
    if whole is not None:
        _add_whole(figure, whole[whole[by].isin(rows)], by, places, mode)
    for source in sources:
        part = shown[shown["source"] == source]
        heights = [beneath(places[row], source, tellers[row]) for row in part[by]]
        _add_source(figure, part, by, source, sources, heights)
    return _dress(figure, places, height, sources, axis, mode)


def of_so_many(sources: Sequence[str]) -> str:
    """Say whose intervals are drawn, where not all are."""
    return " Of so many sources, filled marks alone have theirs drawn; point at another to read it." * (
        len(sources) > _FEW
    )


def _dress(
    figure: Drawing, rows: Mapping[str, float], height: float, sources: Sequence[str], axis: str, mode: Mode
) -> go.Figure:
    add_at_once(figure, [upright(0, line={"color": QUIET[mode], "width": 1, "dash": "dot"})])
    figure.update_yaxes(
        tickvals=list(rows.values()),
        ticktext=[lines(row, 22, 3) for row in rows],
        range=[height + 0.1, -0.1],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=True,
        tickfont={"size": SMALL},
    )
    figure.update_xaxes(title=axis, showgrid=False, zeroline=False, fixedrange=True, nticks=7)
    drawn = int(_ROW * height)
    above = legend_room(sources) + room_above(drawn)
    dress(figure, mode, height=drawn + 104 + above, margin=(0, 12, above, 92))
    figure.update_layout(
        showlegend=True, legend={"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "itemclick": False}
    )
    return repeat_above(figure, drawn).figure()


def _add_whole(figure: Drawing, whole: pd.DataFrame, by: str, places: Mapping[str, float], mode: Mode) -> None:
    figure.add_scatter(
        x=whole["mean"],
        y=[places[row] for row in whole[by]],
        mode="markers",
        name="the event as a whole",
        marker={"symbol": "line-ns", "size": 34, "line": {"width": 2, "color": INK[mode]}},
        text=[signed(mean) for mean in whole["mean"]],
        hovertemplate="the event as a whole %{text}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _add_source(
    figure: Drawing, part: pd.DataFrame, by: str, source: str, sources: Sequence[str], heights: Sequence[float]
) -> None:
    colour, shape = source_colours(sources)[source], source_shapes(sources)[source]
    apart = part["verdict"] == DIFFERS
    drawn = apart | (len(sources) <= _FEW)
    figure.add_scatter(
        x=part["mean"],
        y=heights,
        name=lines(source, 40, 1),
        mode="markers",
        marker={
            "color": colour,
            "symbol": [shape if sure else hollow(shape) for sure in apart],
            "size": 12,
            "line": {"width": 2, "color": colour},
        },
        error_x={
            "type": "data",
            "array": (part["high"] - part["mean"]).where(drawn, 0.0),
            "arrayminus": (part["mean"] - part["low"]).where(drawn, 0.0),
            "color": colour,
            "thickness": 1.3,
            "width": 0,
        },
        customdata=list(zip(part[by], part["source"], strict=True)),
        hovertext=[_hover(row, str(row[by])) for row in part.to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _hover(row: Mapping[Hashable, Any], name: str) -> str:
    low, high = row["low"], row["high"]
    interval = f"95 % interval {signed(low)} to {signed(high)}" if low == low else "one passage, so no interval"
    return (
        f"<b>{lines(row['source'])}</b> {signed(row['mean'])}<br>{lines(name)}<br>{interval}<br>all others "
        f"{signed(row['others'])} · {row['verdict']}<br>click to read"
    )
