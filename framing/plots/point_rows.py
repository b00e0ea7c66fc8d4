"""What figures with a row a story point and a column a source share: their axes, their labels, their chosen row."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from framing.plots.text import lines
from framing.plots.theme import ACCENT, INK, QUIET, Mode, dress

FEW = 5  # sources whose names stand level above their columns on a telephone; more names stand upright
_WRAP = {1: 30, 2: 20, 3: 14, 4: 11, 5: 9}  # characters
_LONGEST = 24  # characters of a name that stands upright
_NAME = {True: 84, False: 200}  # pixels above the rows for names that stand level, and upright


def lay_rows(
    figure: go.Figure,
    labels: Sequence[str],
    sources: Sequence[str],
    *,
    row: int,
    mode: Mode,
    axes: str = "",
    below: int = 12,
    chosen: int | None = None,
) -> go.Figure:
    """Lay out rows of height 1, the first from y = 0 down, each `row` pixels high, its label along its upper edge.

    Columns stand at x = 0, 1, … under the sources' names. `axes` says what marks stand for, in what unit; `below` is
    the room left under the rows, in pixels; `chosen` the row that is brought out.
    """
    level = len(sources) <= FEW
    width = _WRAP.get(len(sources), _LONGEST)
    names = [f"<b>{lines(s, width, 3 if level else 1)}</b>" for s in sources]
    for y, label in enumerate(labels):
        if y == chosen:
            figure.add_hrect(y0=y, y1=y + 1, fillcolor=ACCENT[mode], opacity=0.13, line_width=0, layer="below")
        figure.add_hline(y=y, line={"color": QUIET[mode], "width": 0.5}, opacity=0.45, layer="below")
        figure.add_annotation(
            text=label,
            x=0,
            xref="paper",
            xanchor="left",
            y=y,
            yanchor="top",
            showarrow=False,
            align="left",
            font={"color": INK[mode], "size": 14},
        )
    figure.update_xaxes(
        tickvals=list(range(len(sources))),
        ticktext=names,
        tickangle=0 if level else -90,
        tickfont={"size": 13},
        side="top",
        range=[-0.55, len(sources) - 0.45],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    figure.update_yaxes(visible=False, range=[max(len(labels), 1), 0], fixedrange=True)
    head = _NAME[level]
    figure.add_annotation(
        text=axes,
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        yshift=head - 18,
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        font={"color": QUIET[mode], "size": 13},
    )
    return dress(figure, mode, height=row * len(labels) + head + below, margin=(4, 4, head, below))
