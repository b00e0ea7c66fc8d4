"""Emphasis per story point: a row a point, a column a source, a disc as large as the share of words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from framing.plots.text import lines
from framing.plots.theme import INK, QUIET, Mode, dress, source_colours
from framing.records import StoryPoint

_ROW = 50  # pixels
_LARGEST = 44  # pixels across, for the largest share in the table


def share_by_point(
    table: pd.DataFrame, points: Sequence[StoryPoint], sources: Sequence[str], *, mode: Mode = "light"
) -> go.Figure:
    """Draw the table that `measure.emphasis.emphasis` returns, the points in the order given.

    The area of a disc is the share of words, the number in it the share in percent; a small ring says that the source
    does not tell the point. Discs of points a source opens with have an outline. Each mark carries `customdata`
    (point id, source), which a click returns.
    """
    rows = {p.id: i for i, p in enumerate(points)}
    columns = {source: i for i, source in enumerate(sources)}
    table = table[table["point"].isin(rows)]
    largest = max(table["share"].max() if len(table) else 0.0, 0.05)
    colours = source_colours(sources)
    figure = go.Figure()
    _add_omissions(figure, table, rows, columns, mode)
    figure.add_scatter(
        x=[columns[s] for s in table["source"]],
        y=[rows[p] for p in table["point"]],
        mode="markers+text",
        text=[f"{share * 100:.0f}" for share in table["share"]],
        textposition="middle right",
        textfont={"size": 14, "color": INK[mode]},
        marker={
            "size": [max((share / largest) ** 0.5 * _LARGEST, 7) for share in table["share"]],
            "color": [colours[s] for s in table["source"]],
            "opacity": 0.85,
            "line": {
                "color": INK[mode],
                "width": [2.5 if place == "lead" else 0 for place in table["place"]],
            },
        },
        customdata=list(zip(table["point"], table["source"], strict=True)),
        hovertext=[_hover(row) for row in table.to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 0.85}},
        unselected={"marker": {"opacity": 0.85}, "textfont": {"color": INK[mode]}},
    )
    figure.update_xaxes(
        tickvals=list(columns.values()),
        ticktext=[f"<b>{lines(s, 16, 2)}</b>" for s in sources],
        side="top",
        range=[-0.6, len(sources) - 0.2],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    figure.update_yaxes(
        tickvals=list(rows.values()),
        ticktext=[lines(p.label, 34, 2) for p in points],
        range=[len(points) - 0.4, -0.6],
        gridcolor="rgba(128,128,128,0.18)",
        zeroline=False,
        fixedrange=True,
        automargin=True,
    )
    return dress(figure, mode, height=_ROW * len(points) + 90, margin=(0, 12, 60, 12))


def _add_omissions(
    figure: go.Figure, table: pd.DataFrame, rows: dict[str, int], columns: dict[str, int], mode: Mode
) -> None:
    told = set(zip(table["point"], table["source"], strict=True))
    missing = [(point, source) for point in rows for source in columns if (point, source) not in told]
    figure.add_scatter(
        x=[columns[source] for _, source in missing],
        y=[rows[point] for point, _ in missing],
        mode="markers",
        marker={"size": 9, "symbol": "circle-open", "color": QUIET[mode], "line": {"width": 1.2}},
        customdata=missing,
        hovertext=[f"<b>{lines(source)}</b> does not tell this" for _, source in missing],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _hover(row: Mapping[Hashable, Any]) -> str:
    place = "opens with it" if row["place"] == "lead" else f"first after {row['first'] * 100:.0f} % of the text"
    times = "in 1 passage" if row["passages"] == 1 else f"in {row['passages']} passages"
    return (
        f"<b>{lines(row['source'])}</b>: {row['share'] * 100:.0f} % of its words, {times}<br>{place}<br>"
        f"{row['quoted'] * 100:.0f} % of it in quotation marks · click to read"
    )
