"""What each source tells and leaves out: a row a story point, a mark a source, its shape the state."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from framing.measure.omission import State
from framing.plots.drawing import Drawing
from framing.plots.point_rows import lay_rows
from framing.plots.text import lines
from framing.plots.theme import INK, PAPER, QUIET, SMALL, Mode, source_colours, source_patterns

_ROW = 72  # pixels
_MIDDLE = 0.64  # where the marks stand, in rows
_LARGEST, _SMALLEST = 34, 10  # pixels across
_LINE = 21  # pixels: a line of the legend
_AXES = "Rows: things told; discs: share of the source’s words"
NAMES: dict[State, str] = {
    "told": "told; the larger, the more of its words",
    "perhaps told": "perhaps told: a weak match",
    "not told": "not told",
    "published before": "not told, but published before the others told it",
}
LACKING = "told without a name or figure that most others give"
_SYMBOLS: dict[State, str] = {
    "told": "circle",
    "perhaps told": "circle-open",
    "not told": "line-ew",
    "published before": "triangle-left-open",
}

Row = Mapping[Hashable, Any]


def omission_matrix(
    table: pd.DataFrame, sources: Sequence[str], *, chosen: str | None = None, mode: Mode = "light"
) -> go.Figure:
    """Draw the table that `measure.omission.omissions` returns, its things in the order given.

    Each mark carries `customdata` (point, source), which a click returns.
    """
    rows = {point: i for i, point in enumerate(dict.fromkeys(table["point"]))}
    columns = {source: i for i, source in enumerate(sources)}
    largest = max(float(table["share"].max()) if len(table) else 0.0, 0.05)
    figure = Drawing()
    for state, name in NAMES.items():
        cells = table[table["state"] == state].to_dict("records")
        _add_state(figure, cells, state, name, rows, columns, largest, mode)
    lacking = table[table["missing"] != ""].to_dict("records")
    figure.add_scatter(
        x=[columns[r["source"]] for r in lacking],
        y=[rows[r["point"]] + _MIDDLE for r in lacking],
        mode="markers",
        name=LACKING,
        marker={"symbol": "diamond", "size": 9, "color": PAPER[mode], "line": {"color": INK[mode], "width": 1}},
        showlegend=bool(lacking),
        **_carried(lacking),
    )
    firsts = table.drop_duplicates("point").to_dict("records")
    labels = [f"{lines(r['label'], 40, 1)}  <b>told by {r['tellers']} of {len(sources)}</b>" for r in firsts]
    place = rows.get(chosen or "")
    entries = sum(len(trace["x"]) > 0 for trace in figure.data)
    lay_rows(figure, labels, sources, row=_ROW, mode=mode, axes=_AXES, below=_LINE * entries + 16, chosen=place)
    return figure.update_layout(
        showlegend=True,
        legend={"orientation": "v", "yanchor": "top", "y": 0, "x": 0, "itemclick": False, "itemsizing": "constant"},
    ).figure()


def _add_state(
    figure: Drawing,
    cells: Sequence[Row],
    state: State,
    name: str,
    rows: Mapping[str, int],
    columns: Mapping[str, int],
    largest: float,
    mode: Mode,
) -> None:
    colours = source_colours(list(columns))
    dots = {source: "-dot" if pattern else "" for source, pattern in source_patterns(list(columns)).items()}
    sizes = [max((r["share"] / largest) ** 0.5 * _LARGEST, _SMALLEST) for r in cells]
    quiet = {"perhaps told": 22, "not told": 12, "published before": 14}
    figure.add_scatter(
        x=[columns[r["source"]] for r in cells],
        y=[rows[r["point"]] + _MIDDLE for r in cells],
        mode="markers+text" if state == "perhaps told" else "markers",
        text=["<b>?</b>"] * len(cells),
        textfont={"color": INK[mode], "size": SMALL},
        name=name,
        marker={
            "symbol": [_SYMBOLS[state] + dots[r["source"]] for r in cells] if state == "told" else _SYMBOLS[state],
            "opacity": 1,
            "size": sizes if state == "told" else quiet[state],
            "color": [colours[r["source"]] for r in cells] if state in ("told", "perhaps told") else QUIET[mode],
            "line": {"width": 0 if state == "told" else 2, **({"color": QUIET[mode]} if state == "not told" else {})},
        },
        showlegend=bool(cells),
        **_carried(cells),
    )


def _carried(cells: Sequence[Row]) -> dict[str, Any]:
    return {
        "customdata": [(r["point"], r["source"]) for r in cells],
        "hovertext": [_hover(r) for r in cells],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _hover(row: Row) -> str:
    head = f"<b>{lines(row['source'])}</b>: "
    if row["state"] == "told":
        lacking = f"<br>without {lines(row['missing'], 40, 2)}" if row["missing"] else ""
        return f"{head}{row['share'] * 100:.0f} % of its words{lacking}<br>click to read"
    near = f"<br>its nearest passage matches with {row['probability']:.2f}" if row["nearest"] else ""
    return f"{head}{lines(NAMES[row['state']], 40, 2)}{near}<br>click to read"
