"""Tone per story point: a row a point, a mark a source, an interval a mark."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from framing.measure import Instrument
from framing.plots.text import lines
from framing.plots.theme import QUIET, Mode, dress, source_colours, source_shapes
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
    labels = {"all": "<b>Whole articles</b>"} | {p.id: lines(p.label, 24, 3) for p in points}
    rows = {id: i for i, id in enumerate(order)}
    colours, shapes = source_colours(sources), source_shapes(sources)
    figure = go.Figure()
    told = table[table["point"].isin(order)]
    for row in rows.values():
        figure.add_hline(y=row, line={"color": QUIET[mode], "width": 0.5}, opacity=0.35, layer="below")
    for place, source in enumerate(sources):
        part = told[told["source"] == source]
        nudge = (place - (len(sources) - 1) / 2) * 0.5 / max(len(sources), 2)
        figure.add_scatter(
            x=part["mean"],
            y=[rows[id] + nudge for id in part["point"]],
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
    figure.add_vline(x=0, line={"color": QUIET[mode], "width": 1, "dash": "dot"}, layer="below")
    figure.update_yaxes(
        tickvals=list(rows.values()),
        ticktext=[labels[id] for id in order],
        range=[len(order) - 0.4, -0.6],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=True,
        tickfont={"size": 14},
    )
    figure.update_xaxes(
        title=f"{instrument.label}<br>{lines(instrument.direction, 34, 2)}",
        range=_reach(told),
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    dress(figure, mode, height=_ROW * len(order) + 152, margin=(0, 12, 36, 88))
    return figure.update_layout(
        showlegend=True, legend={"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "itemclick": False}
    )


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
    interval = f"95 % interval {low:+.2f} to {high:+.2f}" if low == low else "no interval: no source has two passages"
    return f"<b>{lines(row['source'])}</b> {mean:+.2f}<br>{interval}<br>{row['sentences']} sentences · click to read"
