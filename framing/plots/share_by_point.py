"""Emphasis per story point: a row a point, in it a small bar or place a source, with its interval and its number."""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from framing.measure.emphasis import ALONE, MEASURES
from framing.plots.drawing import Drawing
from framing.plots.point_rows import lay_rows
from framing.plots.text import lines
from framing.plots.theme import INK, QUIET, SMALL, Mode, source_fill
from framing.records import StoryPoint

_ROW = 112  # pixels
_TOP, _FLOOR, _NUMBER = 0.23, 0.77, 0.89  # where bars reach, where they stand, where their number stands, in rows
_EARLY = "first mention"
_COUNTED = ("share of words", "passages")

Row = Mapping[Hashable, Any]


def share_by_point(
    table: pd.DataFrame,
    points: Sequence[StoryPoint],
    sources: Sequence[str],
    *,
    measure: str = "share of words",
    headlines: Collection[tuple[str, str]] = (),
    doubtful: Collection[tuple[str, str]] = (),
    chosen: str | None = None,
    mode: Mode = "light",
) -> go.Figure:
    """Draw one measure of the table that `measure.emphasis_differences.emphasis_intervals` returns.

    Bars stand for shares and numbers of passages; the place of the first mention is a dot on a line that is the text,
    its beginning on top. The number is the measure's, a dash where the source does not tell the point, "?" where it
    perhaps does (`doubtful`); the thin line is the 95 % interval. `headlines` that tell a point show as "H" beside the
    places; both are (source, point id). The row of what each source alone tells has its own scale, which its label
    says. Each mark carries `customdata` (point id, source), which a click returns.
    """
    rows = {p.id: i for i, p in enumerate(points)}
    columns = {source: i for i, source in enumerate(sources)}
    shown = table[(table["measure"] == measure) & table["point"].isin(rows) & table["source"].isin(columns)]
    cells = list(shown.to_dict("records"))
    reach = _reach(shown[shown["point"] != ALONE], measure)
    # What one source alone tells is most of some articles: on the same scale all other bars would be slivers.
    own = _reach(shown[shown["point"] == ALONE], measure) if measure in _COUNTED else reach
    reaches = {point: own if point == ALONE else reach for point in rows}
    heights = [_height(row["value"], reaches[row["point"]], measure) for row in cells]
    figure = Drawing()
    if measure == _EARLY:
        _add_sheets(figure, [(columns[r["source"]], rows[r["point"]]) for r in cells], mode)
    _add_intervals(figure, cells, rows, columns, reaches, mode)
    _add_marks(figure, cells, heights, rows, columns, measure, mode)
    _add_numbers(figure, cells, rows, columns, measure, (set(headlines), set(doubtful)), mode)
    place = rows.get(chosen or "")
    scale = f"  · from 0 to {_full(own, measure)}" if measure in _COUNTED else ""
    labels = [_label(p, i, scale if p.id == ALONE else "") for i, p in enumerate(points)]
    return lay_rows(figure, labels, sources, row=_ROW, mode=mode, axes=_axes(measure, reach), chosen=place).figure()


def _add_marks(
    figure: Drawing,
    cells: Sequence[Row],
    heights: Sequence[float],
    rows: Mapping[str, int],
    columns: Mapping[str, int],
    measure: str,
    mode: Mode,
) -> None:
    of = [r["source"] for r in cells]
    filled = source_fill(of, list(columns), mode)
    x = [columns[r["source"]] for r in cells]
    told = {
        "customdata": [(r["point"], r["source"]) for r in cells],
        "hovertext": [_hover(r, measure) for r in cells],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
    if measure == _EARLY:
        y = [rows[r["point"]] + _FLOOR - height for r, height in zip(cells, heights, strict=True)]
        figure.add_scatter(
            x=x, y=y, mode="markers", marker={"color": filled["color"], "size": 13, "line": {"width": 0}}, **told
        )
        return
    figure.add_bar(
        x=x,
        y=[-height for height in heights],
        base=[rows[r["point"]] + _FLOOR for r in cells],
        width=_wide(columns),
        marker=filled,
        **told,
    )


def _add_numbers(
    figure: Drawing,
    cells: Sequence[Row],
    rows: Mapping[str, int],
    columns: Mapping[str, int],
    measure: str,
    noted: tuple[set[tuple[str, str]], set[tuple[str, str]]],
    mode: Mode,
) -> None:
    """Write a number, or a dash, under every bar; the cell around it can be clicked, too."""
    headlines, doubtful = ({(point, source) for source, point in some} for some in noted)
    told = {(r["point"], r["source"]): r for r in cells}
    every = [(point, source) for point in rows for source in columns]
    figure.add_scatter(
        x=[columns[source] for _, source in every],
        y=[rows[point] + _NUMBER for point, _ in every],
        mode="markers+text",
        marker={"size": 24, "color": "rgba(0,0,0,0)", "line": {"width": 0}},
        text=[_number(told.get(cell), measure, cell in headlines, cell in doubtful) for cell in every],
        textfont={"size": SMALL, "color": [INK[mode] if cell in told else QUIET[mode] for cell in every]},
        customdata=every,
        hovertext=[
            _hover(told.get(cell) or {"source": cell[1], "doubtful": cell in doubtful}, measure) for cell in every
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _add_intervals(
    figure: Drawing,
    cells: Sequence[Row],
    rows: Mapping[str, int],
    columns: Mapping[str, int],
    reaches: Mapping[str, float],
    mode: Mode,
) -> None:
    x: list[float | None] = []
    y: list[float | None] = []
    for row in cells:
        if row["low"] == row["low"]:
            floor, measure, reach = rows[row["point"]] + _FLOOR, row["measure"], reaches[row["point"]]
            x += [columns[row["source"]] + (_wide(columns) * 0.64 if measure != _EARLY else 0.0)] * 2 + [None]
            y += [floor - _height(min(row[end], reach), reach, measure) for end in ("low", "high")] + [None]
    line = {"color": INK[mode], "width": 1.6}
    figure.add_scatter(x=x, y=y, mode="lines", line=line, opacity=0.65, hoverinfo="skip")


def _add_sheets(figure: Drawing, places: Sequence[tuple[int, int]], mode: Mode) -> None:
    """Draw each text as a broad line from its beginning on top to its end."""
    figure.add_scatter(
        x=[v for column, _ in places for v in (column, column, None)],
        y=[v for _, row in places for v in (row + _TOP, row + _FLOOR, None)],
        mode="lines",
        line={"color": QUIET[mode], "width": 7},
        opacity=0.22,
        hoverinfo="skip",
    )


def _reach(table: pd.DataFrame, measure: str) -> float:
    """Return what the full height stands for: it holds every value and four in five intervals; the others are cut."""
    if measure == _EARLY or table.empty:
        return 1.0
    high = table["high"].dropna()
    least = [0.02 if measure != "passages" else 2.0, float(table["value"].max()) * 1.1]
    return max(*least, float(high.quantile(0.8)) if len(high) else 0.0)


def _wide(columns: Collection[str]) -> float:
    """Return how wide bars are, in columns: those of few sources would else lie broad, as if they grew sideways."""
    return min(0.56, 0.08 * len(columns))


def _axes(measure: str, reach: float) -> str:
    unit = MEASURES[measure].unit
    if measure == _EARLY:
        return f"On top the text begins; number: {unit}"
    return f"Bars: {unit}, from 0 to {_full(reach, measure)}"


def _full(reach: float, measure: str) -> str:
    return f"{reach:.0f}" if measure == "passages" else f"{reach * 100:.0f}"


def _height(value: float, reach: float, measure: str) -> float:
    share = value / reach
    return (_FLOOR - _TOP) * (1 - share if measure == _EARLY else share)


def _label(point: StoryPoint, place: int, scale: str = "") -> str:
    return f"<b>{place + 1}</b>  {lines(point.label, 44, 1)}{scale}"


def _number(row: Row | None, measure: str, headline: bool, doubtful: bool) -> str:
    if row is None:
        return "?" if doubtful else "–"
    value = f"{row['value']:.0f}" if measure == "passages" else f"{row['value'] * 100:.0f}"
    return f"{value}<sup>H</sup>" if headline and measure == _EARLY else value


def _hover(row: Row, measure: str) -> str:
    if "value" not in row:
        return f"<b>{lines(row['source'])}</b> {'perhaps tells' if row['doubtful'] else 'does not tell'} this"
    factor = 1 if measure == "passages" else 100
    value, low, high = (row[key] * factor for key in ("value", "low", "high"))
    interval = "no interval from so few passages" if math.isnan(low) else f"95 % interval {low:.0f} to {high:.0f}"
    passages = "1 passage" if row["passages"] == 1 else f"{row['passages']} passages"
    return (
        f"<b>{lines(row['source'])}</b>: {value:.0f} {lines(MEASURES[measure].unit)}<br>{interval}<br>"
        f"{passages} · click to read"
    )
