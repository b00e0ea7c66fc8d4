"""What a report is put together from: words, tables, figures with their tables, passages side by side, findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import pandas as pd
import plotly.graph_objects as go
from markupsafe import Markup

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `quiet` ones explain, the others tell."""

    text: str
    quiet: bool = False
    kind: ClassVar[str] = "words"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts; `folded` ones are opened by the reader."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    folded: bool = False
    kind: ClassVar[str] = "grid"


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure for a light and one for a dark page, what it shows in words, and the same as a table."""

    name: str
    title: str
    alt: str
    caption: str
    light: go.Figure
    dark: go.Figure
    grid: Grid
    kind: ClassVar[str] = "picture"

    @property
    def height(self) -> int:
        """Height in pixels, so that the page does not jump when the figure is drawn."""
        return int(self.light.layout.height or 450)

    @property
    def data(self) -> Mapping[str, Any]:
        """Both figures as JSON that a browser draws; the numbers are plain, not packed."""
        return {"light": _json(self.light), "dark": _json(self.dark)}


@dataclass(frozen=True, slots=True)
class Reading:
    """Passages as HTML, in their sources' columns, under a heading; `anchor` is what a link names them by."""

    title: str
    passages: Markup
    anchor: str = ""
    kind: ClassVar[str] = "reading"


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and the passages behind it, which the reader opens."""

    text: str
    evidence: Markup
    kind: ClassVar[str] = "found"


Piece = Words | Grid | Picture | Reading | Found


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under its heading."""

    name: str
    title: str
    pieces: tuple[Piece, ...]


def grid(caption: str, table: pd.DataFrame, columns: Mapping[str, str], *, folded: bool = False) -> Grid:
    """Return the columns of a table under the names given; numbers with two decimals, whole ones with none."""
    cells = [[cell(value) for value in table[column].tolist()] for column in columns]
    rows = tuple(zip(*cells, strict=True)) if len(table) else ()
    return Grid(caption, tuple(columns.values()), rows, folded)


def cell(value: object) -> str:
    """Write a value as a cell of a table."""
    if isinstance(value, float):
        return NOTHING if pd.isna(value) else f"{round(value, 2) + 0.0:.2f}"  # the sum has no sign where it is zero
    return NOTHING if value is None or value == "" else str(value)


def percents(values: Sequence[float]) -> list[str]:
    """Write shares of 0 to 1 as percentages with one decimal."""
    return [NOTHING if pd.isna(value) else f"{value * 100:.1f} %" for value in values]


def _json(figure: go.Figure) -> Mapping[str, Any]:
    made = figure.to_plotly_json()
    return {"data": made["data"], "layout": made["layout"]}
