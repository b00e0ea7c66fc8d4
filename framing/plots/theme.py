"""The one place where figures get their looks: colours of sources and of tone, fonts, margins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import plotly.graph_objects as go
from plotly.colors import sample_colorscale

Mode = Literal["light", "dark"]

# Distinguishable with the common colour blindnesses (Okabe & Ito 2008; Tol 2021) and on white as on black; marks carry
# a shape of their own besides.
_SOURCES = [
    "#3d7fb5",
    "#e07b28",
    "#2f9360",
    "#b0508f",
    "#38aec4",
    "#c2a32a",
    "#cf4a3a",
    "#7d74c9",
    "#8a6a4b",
    "#6f8f2f",
    "#d987a8",
    "#7b8794",
]
_SHAPES = [
    "circle",
    "square",
    "diamond",
    "triangle-up",
    "triangle-down",
    "cross",
    "x",
    "pentagon",
    "star",
    "hexagon",
    "bowtie",
    "hourglass",
]
# Rust to teal through a neutral: no red and green, and both ends equally dark in grey.
_TONE: dict[Mode, list[str]] = {
    "light": ["#b4441c", "#e0905f", "#e9e4da", "#6fb0b5", "#0f6e7c"],
    "dark": ["#e0723f", "#a5613f", "#4a4c50", "#3f8790", "#3fb3c0"],
}
INK: dict[Mode, str] = {"light": "#1c1b19", "dark": "#ecebe7"}
QUIET: dict[Mode, str] = {"light": "#6b675f", "dark": "#a9a8a3"}
ACCENT: dict[Mode, str] = {"light": "#1f5a7a", "dark": "#8cc4e2"}
PAPER: dict[Mode, str] = {"light": "#fdfcfa", "dark": "#16181b"}


def source_colours(sources: Sequence[str]) -> dict[str, str]:
    """Return one colour per source, by its place among the sources; after twelve they repeat."""
    return {source: _SOURCES[i % len(_SOURCES)] for i, source in enumerate(sources)}


def source_shapes(sources: Sequence[str]) -> dict[str, str]:
    """Return one mark per source, so that colour never carries the meaning alone."""
    return {source: _SHAPES[i % len(_SHAPES)] for i, source in enumerate(sources)}


def tone_scale(mode: Mode) -> list[list[float | str]]:
    """Return the diverging colour scale of tone, from hostile (0) through neutral (0.5) to favourable (1)."""
    return [[i / 4, colour] for i, colour in enumerate(_TONE[mode])]


def tone_colour(score: float, reach: float, mode: Mode) -> str:
    """Return the colour of a score on a scale from -`reach` to +`reach`; scores beyond it take the end's colour."""
    place = min(max((score / reach + 1) / 2, 0.0), 1.0)
    colour: str = sample_colorscale(tone_scale(mode), [place])[0]
    return colour


def dress(figure: go.Figure, mode: Mode, *, height: int, margin: tuple[int, int, int, int] = (0, 8, 8, 8)) -> go.Figure:
    """Give a figure the common fonts, colours and margins (left, right, top, bottom), and return it."""
    left, right, top, bottom = margin
    return figure.update_layout(
        height=height,
        margin={"l": left, "r": right, "t": top, "b": bottom},
        font={"family": '"Source Sans", sans-serif', "size": 15, "color": INK[mode]},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        hoverlabel={"font": {"size": 14}, "align": "left"},
        showlegend=False,
        dragmode=False,
        template="none",
    )
