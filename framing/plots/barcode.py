"""A word along the articles: a strip a source, a line wherever the word stands."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from framing.plots.drawing import Drawing
from framing.plots.text import PARTS, lines, percent
from framing.plots.theme import INK, QUIET, TEXT, Mode, dress, source_colours

_ROW = 54  # pixels


def barcode(table: pd.DataFrame, sources: Sequence[str], *, mode: Mode = "light") -> go.Figure:
    """Draw the table that `measure.wording.in_context` returns: a strip for each source, those without a line too.

    Each line carries `customdata` (passage id, start), which a click returns.
    """
    figure = Drawing()
    colours = source_colours(sources)
    for y, source in enumerate(sources):
        part = table[table["source"] == source]
        figure.add_shape(
            type="rect",
            x0=0,
            x1=1,
            y0=y - 0.12,
            y1=y + 0.3,
            fillcolor="rgba(128,128,128,0.13)",
            line={"width": 0},
            layer="below",
        )
        figure.add_scatter(
            x=part["place"],
            y=[y + 0.09] * len(part),
            mode="markers",
            marker={"symbol": "line-ns", "size": 16, "line": {"color": colours[source], "width": 3}},
            customdata=list(zip(part["passage"], part["start"], strict=True)),
            hovertext=[_hover(row) for row in part.to_dict("records")],
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
        count = f"{len(part)} ×" if len(part) else "not used"
        figure.add_annotation(
            text=f"<b>{lines(source, 36, 1)}</b>  {count}",
            x=0,
            xanchor="left",
            xshift=-3,
            y=y - 0.32,
            showarrow=False,
            font={"size": TEXT, "color": INK[mode] if len(part) else QUIET[mode]},
        )
    figure.update_xaxes(
        title="share of the article's words read",
        range=[-0.01, 1.01],
        **PARTS,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    figure.update_yaxes(visible=False, range=[len(sources) - 0.5, -0.6], fixedrange=True)
    return dress(figure, mode, height=_ROW * len(sources) + 70, margin=(8, 26, 4, 56)).figure()


def _hover(row: Mapping[Hashable, Any]) -> str:
    words = f"{row['left'][-40:]}{row['term']}{row['right'][:40]}"
    return (
        f"<b>{lines(row['source'])}</b>, after {percent(row['place'])} of its words<br>{lines(words)}<br>click to read"
    )
