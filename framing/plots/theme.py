"""The one place where figures get their looks: colours of sources and of tone, fonts, margins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import plotly.graph_objects as go
from plotly.colors import sample_colorscale

from framing.plots.drawing import Drawing

Mode = Literal["light", "dark"]

# Found by a search that kept the first eight apart for eyes without one kind of cone as well as for others, and each at
# 3:1 or more against both papers; a test measures it. Marks carry a shape of their own besides.
_SOURCES = [
    "#546bcb",
    "#a0511f",
    "#04a29c",
    "#914c94",
    "#b58a23",
    "#b8316c",
    "#7e9b4f",
    "#9d9075",
    "#9d654c",
    "#047ea9",
    "#a185c8",
    "#2391db",
]
# What tells the sources of the second dozen from those of the first, and so on: in bars, in lines, on a page.
_ROUNDS = [("", "solid", "solid"), (".", "dot", "dotted"), ("+", "dash", "dashed")]
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
    "triangle-right",
    "triangle-left",
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
FAMILY = '"Source Sans", sans-serif'
FINE, SMALL, TEXT = 12, 14, 16
"""The sizes of letters in figures, in pixels: the three lower steps of the scale that the pages use."""
_MIDDLE_GREY = 115  # of 255: what is darker reads better under the light ink
# What is counted in pixels and grows with the screen; a width is, of lines, but not of bars.
_PIXELS = frozenset({"size", "height", "thickness", "xshift", "yshift", "ticklen"})
_PIXELS_OF = frozenset({("line", "width"), *(("margin", side) for side in "lrtb")})


def source_colours(sources: Sequence[str]) -> dict[str, str]:
    """Return one colour per source, by its place among the sources; after twelve they repeat, with a pattern."""
    return {source: _SOURCES[i % len(_SOURCES)] for i, source in enumerate(sources)}


def source_patterns(sources: Sequence[str]) -> dict[str, str]:
    """Return one filling per source for bars: plain for twelve, dotted for the next twelve, crossed for the others."""
    return {source: _round(i)[0] for i, source in enumerate(sources)}


def source_dashes(sources: Sequence[str]) -> dict[str, str]:
    """Return one kind of line per source, in the same rounds as the patterns."""
    return {source: _round(i)[1] for i, source in enumerate(sources)}


def source_borders(sources: Sequence[str]) -> dict[str, str]:
    """Return one border per source as CSS, for names above and beside texts, in the same rounds as the patterns."""
    colours = source_colours(sources)
    return {source: f"border-color:{colours[source]};border-style:{_round(i)[2]}" for i, source in enumerate(sources)}


def source_shapes(sources: Sequence[str]) -> dict[str, str]:
    """Return one mark per source, so that colour never carries the meaning alone; after twelve they carry a dot."""
    every = [*_SHAPES, *(f"{shape}-dot" for shape in _SHAPES)]
    return {source: every[i % len(every)] for i, source in enumerate(sources)}


def hollow(shape: str) -> str:
    """Return the name of a mark's shape without its filling."""
    return f"{shape.removesuffix('-dot')}-open{'-dot' * shape.endswith('-dot')}"


def source_fill(told: Sequence[str], sources: Sequence[str], mode: Mode) -> dict[str, Any]:
    """Return colours and patterns of bars, `told` being the source of each."""
    colours, patterns = source_colours(sources), source_patterns(sources)
    return {
        "color": [colours[source] for source in told],
        "line": {"width": 0},
        "pattern": {
            "shape": [patterns[source] for source in told],
            "size": 7,
            "solidity": 0.4,
            "fgcolor": PAPER[mode],
            "fillmode": "overlay",
        },
    }


def tone_scale(mode: Mode) -> list[list[float | str]]:
    """Return the diverging colour scale of tone, from hostile (0) through neutral (0.5) to favourable (1)."""
    return [[i / 4, colour] for i, colour in enumerate(_TONE[mode])]


def tone_colour(score: float, reach: float, mode: Mode) -> str:
    """Return the colour of a score on a scale from -`reach` to +`reach`; scores beyond it take the end's colour."""
    place = min(max((score / reach + 1) / 2, 0.0), 1.0)
    colour: str = sample_colorscale(tone_scale(mode), [place])[0]
    return colour


def legend_room(names: Sequence[str]) -> int:
    """Return the pixels above a figure that its legend needs on a usual page; on a narrow one plotly takes more."""
    return 30 + 24 * -(-sum(46 + 8 * len(name) for name in names) // 560)


def legend_above(entries: int, *, narrow: bool) -> int:
    """Return the pixels above a figure for a legend of long names: on one line, or on a narrow page a line each."""
    return 12 + 24 * (entries if narrow else 1)


def on_colour(colour: str) -> str:
    """Return the ink, dark or light, that reads better on a colour given as "rgb(…)"."""
    red, green, blue = (float(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
    return INK["light"] if 0.299 * red + 0.587 * green + 0.114 * blue > _MIDDLE_GREY else INK["dark"]


def faint(colour: str, opacity: float) -> str:
    """Return a colour given as "#rrggbb" with an opacity from 0 to 1, as CSS."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def grown(figure: go.Figure, by: float) -> go.Figure:
    """Return the figure with its letters, marks, lines and margins `by` times as large, for a large screen."""
    return go.Figure(_scaled(figure.to_plotly_json(), by)) if by != 1 else figure


def _scaled(part: Any, by: float, name: str = "", of: str = "") -> Any:
    """Return part of a figure with the lengths in it `by` times as long; `name` and `of` are its and its parent's."""
    if isinstance(part, dict):
        return {key: _scaled(value, by, key, name) for key, value in part.items()}
    if isinstance(part, (list, tuple)):
        return [_scaled(value, by, name, of) for value in part]
    length = name in _PIXELS or (of, name) in _PIXELS_OF
    return part * by if length and isinstance(part, (int, float)) else part


def _round(place: int) -> tuple[str, str, str]:
    return _ROUNDS[min(place // len(_SOURCES), len(_ROUNDS) - 1)]


def dress(figure: Drawing, mode: Mode, *, height: int, margin: tuple[int, int, int, int] = (0, 8, 8, 8)) -> Drawing:
    """Give a figure the common fonts, colours and margins (left, right, top, bottom), and return it."""
    left, right, top, bottom = margin
    title = {"font": {"size": SMALL, "color": QUIET[mode]}, "standoff": 15}
    axis = {"tickfont": {"size": SMALL}, "title": title, "automargin": True, "ticks": "", "gridcolor": "white"}
    bars = {"marker": {"line": {"width": 0.5}, "pattern": {"fillmode": "overlay", "size": 10, "solidity": 0.2}}}
    return figure.update_layout(
        height=height,
        margin={"l": left, "r": right, "t": top, "b": bottom},
        font={"family": FAMILY, "size": TEXT, "color": INK[mode]},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        hoverlabel={"font": {"family": FAMILY, "size": SMALL}, "align": "left"},
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        template={
            "data": {"bar": [bars]},
            "layout": {"xaxis": axis, "yaxis": axis, "legend": {"font": {"size": SMALL}}, "autotypenumbers": "strict"},
        },
    )
