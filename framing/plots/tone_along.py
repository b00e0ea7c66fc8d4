"""Tone along the article: a line a source, from the first word to the last, and its passages as small marks."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from framing.measure import Instrument
from framing.plots.at_once import across
from framing.plots.drawing import Drawing
from framing.plots.text import PARTS, lines, percent, signed
from framing.plots.theme import QUIET, Mode, dress, source_colours, source_dashes, source_shapes


def tone_along(
    table: pd.DataFrame, sources: Sequence[str], instrument: Instrument, *, mode: Mode = "light"
) -> go.Figure:
    """Draw a table with one row a passage: source, passage, place (0 to 1 of the words), mean, running (its line).

    Each mark carries `customdata` (passage id, source), which a click returns.
    """
    colours, shapes, dashes = source_colours(sources), source_shapes(sources), source_dashes(sources)
    figure = Drawing()
    for source in sources:
        part = table[table["source"] == source]
        name = lines(source, 40, 1)
        mark = {"color": colours[source], "symbol": shapes[source]}
        figure.add_scatter(
            x=part["place"],
            y=part["mean"],
            text=[_told(*row) for row in part[["mean", "place"]].to_numpy()],
            mode="markers",
            marker={**mark, "size": 8, "opacity": 0.6},
            showlegend=False,
            customdata=list(zip(part["passage"], part["source"], strict=True)),
            hovertemplate=f"<b>{name}</b><br>%{{text}}<br>click to read<extra></extra>",
            selected={"marker": {"opacity": 0.6}},
            unselected={"marker": {"opacity": 0.6}},
        )
        # Marks along the line tell sources apart where colours do not; they take no part in clicks.
        figure.add_scatter(
            x=part["place"],
            y=part["running"],
            mode="lines+markers",
            line={"color": colours[source], "width": 3, "shape": "linear", "dash": dashes[source]},
            marker={**mark, "size": 9, "maxdisplayed": 4},
            name=name,
            hoverinfo="skip",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    figure.add_shape(**across(0, line={"color": QUIET[mode], "width": 1, "dash": "dot"}))
    figure.update_xaxes(
        title="share of the article's words read",
        range=[-0.02, 1.02],
        **PARTS,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    figure.update_yaxes(
        title=f"{instrument.label}<br>{lines(instrument.direction, 44, 2)}",
        gridcolor="rgba(128,128,128,0.18)",
        zeroline=False,
        fixedrange=True,
        automargin=True,
    )
    dress(figure, mode, height=520, margin=(64, 26, 40, 56))
    return figure.update_layout(
        showlegend=True, legend={"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "itemclick": False}
    ).figure()


def _told(mean: float, place: float) -> str:
    return f"passage {signed(mean)}, at {percent(place)} of its words"
