"""A figure while it is drawn: marks and layout as plain values, from which a plotly figure is made once, at the end.

Plotly holds every value that is set against its own description of it, and again whatever holds that value: a figure
that is put together part by part takes ten times as long as its values.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

Part = Mapping[str, Any]


class Drawing:
    """What has been drawn so far; the methods are called as those of a plotly figure, and take their words."""

    def __init__(self) -> None:
        """Begin with an empty figure."""
        self.data: list[dict[str, Any]] = []
        self.layout: dict[str, Any] = {"xaxis": {}, "yaxis": {}, "shapes": [], "annotations": []}

    def add_bar(self, **bars: Any) -> None:
        """Add bars."""
        self.data.append({"type": "bar", **_plain(bars)})

    def add_scatter(self, **marks: Any) -> None:
        """Add marks, lines or words at places."""
        self.data.append({"type": "scatter", **_plain(marks)})

    def add_shape(self, **shape: Any) -> None:
        """Add a line or a box."""
        self.layout["shapes"].append(_plain(shape))

    def add_annotation(self, **words: Any) -> None:
        """Add words."""
        self.layout["annotations"].append(_plain(words))

    def update_xaxes(self, **looks: Any) -> None:
        """Change all axes that lie."""
        self._update_axes("x", looks)

    def update_yaxes(self, **looks: Any) -> None:
        """Change all axes that stand."""
        self._update_axes("y", looks)

    def update_layout(self, **parts: Any) -> Drawing:
        """Change parts of the layout; what stands in a part beside what is given stays."""
        _merge(self.layout, _plain(parts))
        return self

    def figure(self) -> go.Figure:
        """Return the plotly figure, which checks what is set on it from now on."""
        layout = {name: part for name, part in self.layout.items() if part not in ({}, [])}
        made = go.Figure(data=self.data, layout=layout, _validate=False)
        for part in (made, made.layout, *made.data):
            part._validate = True
        return made

    def _update_axes(self, letter: str, looks: Part) -> None:
        looks = _plain({**looks, "title": {"text": looks["title"]}} if looks.get("title") else looks)
        for name in [name for name in self.layout if name.startswith(f"{letter}axis")]:
            _merge(self.layout[name], looks)


def _merge(whole: MutableMapping[str, Any], parts: Part) -> None:
    for name, part in parts.items():
        if isinstance(part, dict) and isinstance(whole.get(name), dict):
            _merge(whole[name], part)
        else:
            whole[name] = _plain(part)  # a copy: what two axes share must not change with one of them


def _plain(part: Any) -> Any:
    """Return a copy of values without what is None in a mapping, and with lists for arrays and columns."""
    if isinstance(part, Mapping):
        return {name: _plain(value) for name, value in part.items() if value is not None}
    if isinstance(part, list):
        return [_plain(value) for value in part]  # a place in a list is kept, with None for what is not known
    return part.tolist() if isinstance(part, pd.Series | np.ndarray) else part
