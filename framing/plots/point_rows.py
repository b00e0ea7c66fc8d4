"""What figures with a row a story point and a column a source share: their axes, their labels, their chosen row."""

from __future__ import annotations

from collections.abc import Sequence

from framing.plots.at_once import across, add_at_once
from framing.plots.drawing import Drawing
from framing.plots.source_columns import name_columns, room_above, tell_marks
from framing.plots.theme import ACCENT, INK, QUIET, SMALL, Mode, dress


def lay_rows(
    figure: Drawing,
    labels: Sequence[str],
    sources: Sequence[str],
    *,
    row: int,
    mode: Mode,
    axes: str = "",
    below: int = 12,
    chosen: int | None = None,
) -> Drawing:
    """Lay out rows of height 1, the first from y = 0 down, each `row` pixels high, its label along its upper edge.

    Columns stand at x = 0, 1, … under the sources' names. `axes` says what marks stand for, in what unit; `below` is
    the room left under the rows, in pixels; `chosen` the row that is brought out.
    """
    shapes = [across(y, line={"color": QUIET[mode], "width": 0.5}, opacity=0.45) for y in range(len(labels))]
    if chosen is not None:
        ends = {"y0": chosen, "y1": chosen + 1, "line": {"width": 0}, "fillcolor": ACCENT[mode], "opacity": 0.13}
        shapes.insert(0, {**across(chosen), "type": "rect", **ends})
    head = {"x": 0, "xref": "paper", "xanchor": "left", "yanchor": "top", "showarrow": False, "align": "left"}
    font = {"color": INK[mode], "size": SMALL}
    add_at_once(figure, shapes, [{**head, "text": label, "y": y, "font": font} for y, label in enumerate(labels)])
    figure.update_xaxes(**name_columns(sources), range=[-0.55, len(sources) - 0.45])
    figure.update_yaxes(visible=False, range=[max(len(labels), 1), 0], fixedrange=True)
    tell_marks(figure, axes, sources, mode)
    above = room_above(sources)
    return dress(figure, mode, height=row * len(labels) + above + below, margin=(4, 4, above, below))
