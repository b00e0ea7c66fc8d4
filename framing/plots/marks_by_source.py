"""Where each source stands on several scores: a row a score, a mark a source, filled where it stands apart."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from framing.measure.differences import DIFFERS
from framing.plots.text import lines
from framing.plots.theme import INK, QUIET, Mode, dress, source_colours, source_shapes

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
    places = {row: i for i, row in enumerate(rows)}
    figure = go.Figure()
    for place in places.values():
        figure.add_hline(y=place, line={"color": QUIET[mode], "width": 0.5}, opacity=0.35, layer="below")
    if whole is not None:
        _add_whole(figure, whole[whole[by].isin(rows)], by, places, mode)
    for turn, source in enumerate(sources):
        nudge = (turn - (len(sources) - 1) / 2) * 0.56 / max(len(sources), 2)
        part = table[(table["source"] == source) & table[by].isin(rows)]
        _add_source(figure, part, by, source, sources, [places[row] + nudge for row in part[by]])
    return _dress(figure, rows, len(sources), axis, mode)


def _dress(figure: go.Figure, rows: Sequence[str], sources: int, axis: str, mode: Mode) -> go.Figure:
    figure.add_vline(x=0, line={"color": QUIET[mode], "width": 1, "dash": "dot"}, layer="below")
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=[lines(row, 22, 3) for row in rows],
        range=[len(rows) - 0.4, -0.6],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=True,
        tickfont={"size": 14},
    )
    figure.update_xaxes(title=axis, showgrid=False, zeroline=False, fixedrange=True, nticks=7)
    # The legend stands above in as many lines as the names need on a narrow page.
    above = 36 + 22 * (1 + sources // 2)
    dress(figure, mode, height=_ROW * len(rows) + 104 + above, margin=(0, 12, above, 92))
    return figure.update_layout(
        showlegend=True, legend={"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "itemclick": False}
    )


def _add_whole(figure: go.Figure, whole: pd.DataFrame, by: str, places: Mapping[str, int], mode: Mode) -> None:
    figure.add_scatter(
        x=whole["mean"],
        y=[places[row] for row in whole[by]],
        mode="markers",
        name="the event as a whole",
        marker={"symbol": "line-ns", "size": 34, "line": {"width": 2, "color": INK[mode]}},
        hovertemplate="the event as a whole %{x:+.2f}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _add_source(
    figure: go.Figure, part: pd.DataFrame, by: str, source: str, sources: Sequence[str], heights: Sequence[float]
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
            "symbol": [shape if sure else f"{shape}-open" for sure in apart],
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
    interval = f"95 % interval {low:+.2f} to {high:+.2f}" if low == low else "one passage, so no interval"
    return (
        f"<b>{lines(row['source'])}</b> {row['mean']:+.2f}<br>{lines(name)}<br>{interval}<br>all others "
        f"{row['others']:+.2f} · {row['verdict']}<br>click to read"
    )
