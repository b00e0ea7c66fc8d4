"""Every figure drawn here is held against plotly's own description of figures, which drawing leaves out."""

from __future__ import annotations

import json

import plotly.graph_objects as go
import plotly.io as pio
import pytest

from framing.plots.drawing import Drawing


@pytest.fixture(autouse=True)
def checked(monkeypatch):
    make = Drawing.figure

    def figure(self):
        made = make(self)
        known = go.Figure(made.to_plotly_json())  # raises where a name or a value is not known
        assert _told(made) == _told(known)
        return made

    monkeypatch.setattr(Drawing, "figure", figure)


def _told(figure):
    told = json.loads(pio.to_json(figure, validate=False))
    told["layout"].pop("template", None)  # plotly fills it up
    return told
