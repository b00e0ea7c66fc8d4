"""How far instruments agree: a square a pair, coloured and labelled by their correlation."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from framing.measure import INSTRUMENTS
from framing.plots.drawing import Drawing
from framing.plots.text import lines, signed
from framing.plots.theme import FINE, INK, SMALL, Mode, dress, tone_scale


def instrument_agreement(table: pd.DataFrame, *, narrow: bool = False, mode: Mode = "light") -> go.Figure:
    """Draw a square table of correlations (-1 to 1) between instruments, by their names.

    Each square carries `customdata` (row's and column's instrument), which a click returns; those of an instrument
    with itself are left empty. On a `narrow` page they are smaller, so that they stay apart.
    """
    names = list(table.columns)
    labels = [lines(INSTRUMENTS[name].label, 14, 3) for name in names]
    cells = [(i, j) for i in range(len(names)) for j in range(len(names)) if i != j]
    correlations = table.to_numpy(dtype=float)
    values = [float(correlations[cell]) for cell in cells]
    figure = Drawing()
    # Marks rather than a heat map, because only marks can be clicked.
    figure.add_scatter(
        x=[j for _, j in cells],
        y=[i for i, _ in cells],
        mode="markers+text",
        marker={
            "symbol": "square",
            "size": 36 if narrow else 50,
            "color": [0.0 if v != v else v for v in values],
            "colorscale": tone_scale(mode),
            "cmin": -1,
            "cmax": 1,
        },
        text=["–" if v != v else signed(v) for v in values],
        textfont={"color": INK[mode], "size": FINE if narrow else SMALL},
        customdata=[(names[i], names[j]) for i, j in cells],
        hovertext=[f"{INSTRUMENTS[names[i]].label} and {INSTRUMENTS[names[j]].label}" for i, j in cells],
        hovertemplate="%{hovertext}: %{text}<br>click to read where they disagree<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": INK[mode]}},
    )
    axis = {"tickvals": list(range(len(names))), "ticktext": labels, "showgrid": False, "zeroline": False}
    figure.update_xaxes(**axis, side="top", range=[-0.6, len(names) - 0.4], fixedrange=True, tickangle=-60)
    figure.update_yaxes(**axis, range=[len(names) - 0.4, -0.6], fixedrange=True, automargin=True)
    return dress(figure, mode, height=(48 if narrow else 64) * len(names) + 116, margin=(0, 28, 108, 8)).figure()
