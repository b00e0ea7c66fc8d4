"""The order in which sources tell the same story points: a column a source, lines between a point's places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from framing.plots.drawing import Drawing
from framing.plots.point_rows import lay_rows
from framing.plots.source_columns import room_above
from framing.plots.text import lines
from framing.plots.theme import ACCENT, INK, PAPER, QUIET, SMALL, Mode
from framing.records import StoryPoint

_STEP = 46  # pixels from a place to the next


def order(
    table: pd.DataFrame,
    points: Sequence[StoryPoint],
    sources: Sequence[str],
    *,
    chosen: str | None = None,
    mode: Mode = "light",
) -> go.Figure:
    """Draw the table that `measure.order.ranks` returns: what comes first on top.

    A point is the number that it has among those given, counted from 1; a dotted line passes sources that do not tell
    it. Each mark carries `customdata` (point id, source), which a click returns.
    """
    columns = {source: i for i, source in enumerate(sources)}
    labels = {p.id: (str(i), lines(p.label, 44, 2)) for i, p in enumerate(points, 1)}
    places = {(r["point"], r["source"]): float(r["rank"]) for r in _spread(table).to_dict("records")}
    figure = Drawing()
    for point in sorted(labels, key=lambda id: id == chosen):  # the chosen one is drawn over the others
        told = [(columns[s], places[point, s], s) for s in sources if (point, s) in places]
        _add_lines(figure, [(x, y) for x, y, _ in told], point == chosen, mode)
        _add_marks(figure, told, point, labels[point], point == chosen, mode)
    depth = max(len({p for p, s in places if s == source}) for source in sources) if places else 1
    lay_rows(figure, [], sources, row=_STEP, mode=mode, axes="From top to bottom: first told to last told")
    figure.update_yaxes(range=[depth + 0.6, 0.4])
    return figure.update_layout(height=_STEP * depth + room_above(sources) + 12).figure()


def _spread(table: pd.DataFrame) -> pd.DataFrame:
    """Give points that begin in one passage places below each other, so that no mark hides another."""
    ordered = table.sort_values(["source", "rank", "point"], kind="stable")
    return ordered.assign(rank=ordered.groupby("source").cumcount() + 1)


def _add_lines(figure: Drawing, told: Sequence[tuple[int, float]], chosen: bool, mode: Mode) -> None:
    for dash, near in (("solid", True), ("dot", False)):
        joined = [(a, b) for a, b in pairwise(told) if (b[0] - a[0] == 1) is near]
        figure.add_scatter(
            x=[v for a, b in joined for v in (a[0], b[0], None)],
            y=[v for a, b in joined for v in (a[1], b[1], None)],
            mode="lines",
            line={"color": ACCENT[mode] if chosen else QUIET[mode], "width": 4 if chosen else 1.6, "dash": dash},
            opacity=1 if chosen else 0.45,
            hoverinfo="skip",
        )


def _add_marks(
    figure: Drawing,
    told: Sequence[tuple[int, float, str]],
    point: str,
    label: tuple[str, str],
    chosen: bool,
    mode: Mode,
) -> None:
    number, name = label
    fill = ACCENT[mode] if chosen else PAPER[mode]
    shown: Mapping[str, object] = {"opacity": 1}
    figure.add_scatter(
        x=[x for x, _, _ in told],
        y=[y for _, y, _ in told],
        mode="markers+text",
        text=[f"<b>{number}</b>"] * len(told),
        textfont={"size": SMALL, "color": PAPER[mode] if chosen else INK[mode]},
        marker={
            "size": 25,
            "color": fill,
            "opacity": 1,
            "line": {"color": ACCENT[mode] if chosen else QUIET[mode], "width": 1.5},
        },
        customdata=[(point, source) for _, _, source in told],
        hovertext=[f"<b>{lines(source)}</b><br>{y:.0f}. {name}<br>click to follow it" for _, y, source in told],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": shown, "textfont": {"color": PAPER[mode] if chosen else INK[mode]}},
        unselected={"marker": shown, "textfont": {"color": PAPER[mode] if chosen else INK[mode]}},
    )
