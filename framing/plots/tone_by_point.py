"""Tone per story point: a row a point, a mark a source, an interval a mark."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from framing.measure import Instrument
from framing.plots.at_once import across, add_at_once, upright
from framing.plots.axis_above import repeat_above, room_above
from framing.plots.crowded_rows import bands, beneath, lay_out
from framing.plots.drawing import Drawing
from framing.plots.text import lines, signed
from framing.plots.theme import QUIET, SMALL, Mode, dress, legend_room, source_colours, source_shapes
from framing.records import StoryPoint

_ROW = 52  # pixels


def tone_by_point(
    table: pd.DataFrame,
    points: Sequence[StoryPoint],
    sources: Sequence[str],
    instrument: Instrument,
    *,
    mode: Mode = "light",
) -> go.Figure:
    """Draw the table that `measure.by_point.point_means` returns, whole articles first, then the points as given.

    Each mark carries `customdata` (point id, source), which a click returns.
    """
    order = ["all", *(p.id for p in points)]
    labels = {"all": "<b>Whole articles</b>"} | {p.id: lines(p.label, 24, 2) for p in points}
    colours, shapes = source_colours(sources), source_shapes(sources)
    figure = Drawing()
    told = table[table["point"].isin(order)]
    tellers = {str(id): [s for s in sources if s in set(part["source"])] for id, part in told.groupby("point")}
    rows, height = lay_out(order, {id: len(some) for id, some in tellers.items()})
    thin = {"color": QUIET[mode], "width": 0.5}
    middle = upright(0, line={"color": QUIET[mode], "width": 1, "dash": "dot"})
    behind = bands(rows.values(), QUIET[mode])
    add_at_once(figure, [*behind, *(across(row, line=thin, opacity=0.35) for row in rows.values()), middle])
    for source in sources:
        part = told[told["source"] == source]
        figure.add_scatter(
            x=part["mean"],
            y=[beneath(rows[id], source, tellers[id]) for id in part["point"]],
            name=lines(source, 40, 1),
            mode="markers",
            marker={"color": colours[source], "symbol": shapes[source], "size": 13, "line": {"width": 0}},
            error_x={
                "type": "data",
                "array": part["high"] - part["mean"],
                "arrayminus": part["mean"] - part["low"],
                "color": colours[source],
                "thickness": 1.4,
                "width": 0,
            },
            customdata=list(zip(part["point"], part["source"], strict=True)),
            hovertext=[_hover(row) for row in part.to_dict("records")],
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    figure.update_yaxes(
        tickvals=list(rows.values()),
        ticktext=[labels[id] for id in order],
        range=[height + 0.1, -0.1],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=True,
        tickfont={"size": SMALL},
    )
    figure.update_xaxes(
        title=f"{instrument.label}<br>{lines(instrument.direction, 34, 2)}",
        range=_reach(told),
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    drawn = int(_ROW * height)
    above = legend_room(sources) + room_above(drawn)
    dress(figure, mode, height=drawn + 116 + above, margin=(0, 12, above, 88))
    figure.update_layout(
        showlegend=True, legend={"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "itemclick": False}
    )
    return repeat_above(figure, drawn).figure()


def _reach(table: pd.DataFrame) -> list[float] | None:
    """Return an axis made for the means: of few passages an interval may be so wide that all marks would fall together.

    Such an interval runs to the edge; the hover tells it in full.
    """
    if table.empty:
        return None
    low, high = min(table["mean"].min(), 0.0), max(table["mean"].max(), 0.0)
    room = (high - low or 1.0) * 0.5
    ends = table[["low", "high", "mean"]].min().min(), table[["low", "high", "mean"]].max().max()
    margin = 0.06 * (high - low or 1.0)
    return [max(min(ends[0], 0.0), low - room) - margin, min(max(ends[1], 0.0), high + room) + margin]


def _hover(row: Mapping[Hashable, Any]) -> str:
    mean, low, high = row["mean"], row["low"], row["high"]
    interval = (
        f"95 % interval {signed(low)} to {signed(high)}" if low == low else "no interval: no source has two passages"
    )
    return f"<b>{lines(row['source'])}</b> {signed(mean)}<br>{interval}<br>{row['sentences']} sentences · click to read"
