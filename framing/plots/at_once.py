"""Lines, boxes and words in a figure, added together.

For each that is added alone, plotly looks through all the earlier ones again: fifteen lines take thirty times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from framing.plots.drawing import Drawing
from framing.plots.theme import INK, PAPER, Mode

Part = Mapping[str, Any]


def add_at_once(figure: Drawing, shapes: Iterable[Part] = (), annotations: Iterable[Part] = ()) -> None:
    """Add shapes and annotations to those that a figure has."""
    for shape in shapes:
        figure.add_shape(**shape)
    for words in annotations:
        figure.add_annotation(**words)


def across(y: float, **style: Any) -> Part:
    """Return a line across the whole figure at a height, under the marks."""
    ends = {"x0": 0, "x1": 1, "xref": "x domain", "y0": y, "y1": y, "yref": "y"}
    return {"type": "line", "layer": "below", **ends, **style}


def upright(x: float, **style: Any) -> Part:
    """Return a line from the figure's lower to its upper edge, under the marks."""
    ends = {"x0": x, "x1": x, "xref": "x", "y0": 0, "y1": 1, "yref": "y domain"}
    return {"type": "line", "layer": "below", **ends, **style}


def at_left(text: str, y: float, size: int, mode: Mode) -> Part:
    """Return words that begin at the figure's left edge, at a height, over what is drawn there."""
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": y, "yanchor": "middle"}
    looks = {"showarrow": False, "bgcolor": PAPER[mode], "font": {"color": INK[mode], "size": size}}
    return {"text": text, **place, **looks}
