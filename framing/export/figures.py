"""Figures for a paper: PNG, SVG or PDF where Chromium is present, else the interactive HTML.

Colour never stands alone in them: marks have shapes, bars patterns, numbers or names of their own, the ribbon's blocks
signs; so they can be read in grey.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Literal, get_args

import plotly.graph_objects as go

from framing.plots.text import lines
from framing.plots.theme import INK

Format = Literal["png", "svg", "pdf", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)
WIDTH = 1000
"""Width in pixels; a column of a page of paper takes it at 150 dots an inch."""
_TITLE = 52  # pixels above the figure
_SHARPNESS = 2  # pixels of a PNG for each pixel of the screen: enough for 300 dots an inch


def can_draw() -> bool:
    """Whether PNG, SVG and PDF can be made here: the extra `figures` is installed and there is a Chromium."""
    if not (find_spec("kaleido") and find_spec("choreographer")):
        return False
    from choreographer.browsers.chromium import Chromium  # type: ignore[import-not-found,unused-ignore]

    return Chromium.find_browser(skip_local=False) is not None


def save_figure(figure: go.Figure, path: Path, *, title: str = "", width: int = WIDTH) -> Path:
    """Write a figure in the format of the path's ending and return the path of what was written.

    Where nothing draws PNG, SVG or PDF, the interactive HTML is written under the same name with the ending `.html`.
    Raises ValueError for another ending, OSError where the disk refuses.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        raise ValueError(f"{path.name}: a figure cannot be saved as .{form}. Name a .png, .svg, .pdf or .html file.")
    path = path if form == "html" or can_draw() else path.with_suffix(".html")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(figure_bytes(figure, path.suffix.lower()[1:], title=title, width=width))  # type: ignore[arg-type]
    return path


def figure_bytes(figure: go.Figure, form: Format, *, title: str = "", width: int = WIDTH) -> bytes:
    """Return a figure on white under its title, in a format.

    Raises RuntimeError, with what to do, where PNG, SVG or PDF cannot be made.
    """
    made = entitled(figure, title)
    if form == "html":
        text = made.to_html(include_plotlyjs=True, full_html=True, config={"displaylogo": False, "responsive": True})
        return str(text).encode("utf-8")
    if not can_draw():
        raise RuntimeError("Drawing needs Chromium and the extra: pip install 'framing[figures]'; or save as HTML.")
    height = int(made.layout.height or 500)
    drawn: bytes = made.to_image(form, width=width, height=height, scale=_SHARPNESS if form == "png" else 1)
    return drawn


def entitled(figure: go.Figure, title: str) -> go.Figure:
    """Return a copy on white; with a title it gets room above for it."""
    made = go.Figure(figure)
    made.update_layout(paper_bgcolor="white", plot_bgcolor="white")
    if not title:
        return made
    top = (figure.layout.margin.t or 0) + _TITLE
    made.update_layout(
        title={"text": f"<b>{lines(title, 90, 2)}</b>", "x": 0, "xref": "paper", "y": 1, "yref": "container",
               "yanchor": "top", "pad": {"t": 14}, "font": {"size": 18, "color": INK["light"]}},
        margin={"t": top},
        height=(figure.layout.height or 500) + _TITLE,
    )  # fmt: skip
    return made
