"""Lines, boxes and words in a figure, added together.

For each that is added alone, plotly looks through all the earlier ones again: fifteen lines take thirty times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import plotly.graph_objects as go

Part = Mapping[str, Any]


def add_at_once(figure: go.Figure, shapes: Iterable[Part] = (), annotations: Iterable[Part] = ()) -> None:
    """Add shapes and annotations to those that a figure has."""
    figure.layout.shapes = (*figure.layout.shapes, *shapes)  # update_layout would go through them one by one, too
    figure.layout.annotations = (*figure.layout.annotations, *annotations)


def across(y: float, **style: Any) -> Part:
    """Return a line across the whole figure at a height, under the marks."""
    ends = {"x0": 0, "x1": 1, "xref": "x domain", "y0": y, "y1": y, "yref": "y"}
    return {"type": "line", "layer": "below", **ends, **style}


def upright(x: float, **style: Any) -> Part:
    """Return a line from the figure's lower to its upper edge, under the marks."""
    ends = {"x0": x, "x1": x, "xref": "x", "y0": 0, "y1": 1, "yref": "y domain"}
    return {"type": "line", "layer": "below", **ends, **style}
