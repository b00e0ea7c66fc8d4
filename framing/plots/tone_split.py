"""Gaps in tone split in two: how sources say the same things, and which things they say; the two add up to the gap."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from framing.measure import Instrument
from framing.plots.at_once import add_at_once, at_left, upright
from framing.plots.drawing import Drawing
from framing.plots.text import lines, signed
from framing.plots.theme import INK, PAPER, QUIET, SMALL, TEXT, Mode, dress, legend_above

WORDING, SELECTION, GAP = "how they say the same things", "which things they say", "the gap: both together"
_COLOURS: dict[Mode, dict[str, str]] = {
    "light": {WORDING: "#5d4b96", SELECTION: "#c08a1e", GAP: INK["light"]},
    "dark": {WORDING: "#ac9ce8", SELECTION: "#dcae4d", GAP: INK["dark"]},
}
_ROW = 108  # pixels
_WIDEST = 4  # times the longest bar, how far the axis goes for an interval
_LABEL, _FIRST, _STEP, _THICK = 0.42, -0.18, 0.235, 0.2  # in rows


def tone_split(
    table: pd.DataFrame, names: Sequence[str], instrument: Instrument, *, narrow: bool = False, mode: Mode = "light"
) -> go.Figure:
    """Draw the columns wording, selection and gap of a table, a row each in the order given, under these names.

    The second bar begins where the first ends, and the third reaches as far as the two together. Columns wording_low
    and so on, where there are any, are drawn as thin lines, their 95 % intervals. Each bar carries
    `customdata` from the table's column `key`, which a click returns. A `narrow` page needs more lines for the legend.
    """
    figure = Drawing()
    wording, selection, gap = (table[column].tolist() for column in ("wording", "selection", "gap"))
    bars = {WORDING: (wording, [0.0] * len(gap)), SELECTION: (selection, wording), GAP: (gap, [0.0] * len(gap))}
    shown = rounded(wording, gap)
    tips: list[float] = []
    for place, (name, (values, bases)) in enumerate(bars.items()):
        colour = _COLOURS[mode][name]
        low, high = _ends(table, name)
        tips += _numbers(figure, shown[name], list(zip(bases, values, low, high, strict=True)), place, mode)
        figure.add_bar(
            x=values,
            base=bases,
            y=[y + _FIRST + place * _STEP for y in range(len(values))],
            orientation="h",
            width=_THICK if name != GAP else _THICK / 2,
            name=name,
            marker={"color": colour, "line": {"width": 0}, "pattern": _pattern(name, mode)},
            customdata=table["key"].tolist(),
            error_x=_whiskers(values, low, high, mode),
            hovertext=[_hover(*row, name) for row in zip(names, values, low, high, strict=True)],
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    _join(figure, wording, gap, mode)
    told = [f"<b>{lines(name, 44, 1)}</b>" for name in names]
    add_at_once(figure, (), [at_left(text, y - _LABEL, TEXT, mode) for y, text in enumerate(told)])
    _lay_axes(figure, [*wording, *gap], tips, instrument, len(names), mode)
    above = legend_above(len(bars), narrow=narrow)
    dress(figure, mode, height=_ROW * len(names) + 104 + above, margin=(8, 12, above, 88))
    legend = {"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "itemclick": False, "traceorder": "normal"}
    return figure.update_layout(showlegend=True, barmode="overlay", legend=legend).figure()


def rounded(wording: Sequence[float], gap: Sequence[float]) -> dict[str, list[str]]:
    """Write the numbers with two decimals so that they still add up: selection takes what rounding leaves over."""
    first, both = [round(w, 2) for w in wording], [round(g, 2) for g in gap]
    rest = [b - f for f, b in zip(first, both, strict=True)]
    return {
        name: [signed(v) if abs(v) > 0.004 else "0" for v in values]
        for name, values in ((WORDING, first), (SELECTION, rest), (GAP, both))
    }


def _join(figure: Drawing, wording: Sequence[float], gap: Sequence[float], mode: Mode) -> None:
    """Draw thin lines from where a bar ends to where the next goes on."""
    line = {"color": QUIET[mode], "width": 1, "dash": "dot"}
    shapes = []
    for y, (first, both) in enumerate(zip(wording, gap, strict=True)):
        for place, x in enumerate((first, both)):
            top = y + _FIRST + place * _STEP
            shapes.append({"type": "line", "x0": x, "x1": x, "y0": top, "y1": top + _STEP, "line": line})
    add_at_once(figure, shapes)


def _ends(table: pd.DataFrame, name: str) -> tuple[list[float], list[float]]:
    column = {WORDING: "wording", SELECTION: "selection"}.get(name, "")
    if f"{column}_low" not in table:
        return [math.nan] * len(table), [math.nan] * len(table)
    return table[f"{column}_low"].tolist(), table[f"{column}_high"].tolist()


def _pattern(name: str, mode: Mode) -> dict[str, object]:
    """Hatch what is selected, thinly on a pale ground, so that the interval across it stays in sight."""
    if name != SELECTION:
        return {"shape": ""}
    red, green, blue = (int(_COLOURS[mode][name][i : i + 2], 16) for i in (1, 3, 5))
    ground, line = f"rgba({red},{green},{blue},0.28)", _COLOURS[mode][name]
    return {"shape": "/", "fillmode": "replace", "size": 9, "solidity": 0.2, "bgcolor": ground, "fgcolor": line}


def _whiskers(values: Sequence[float], low: Sequence[float], high: Sequence[float], mode: Mode) -> dict[str, object]:
    return {
        "type": "data",
        "array": [h - v for v, h in zip(values, high, strict=True)],
        "arrayminus": [v - w for v, w in zip(values, low, strict=True)],
        "color": INK[mode],
        "thickness": 1.8,
        "width": 4,
    }


def _numbers(
    figure: Drawing, shown: Sequence[str], rows: Sequence[tuple[float, ...]], place: int, mode: Mode
) -> list[float]:
    """Write each number beyond its bar and its interval; return where they stand."""
    tips = []
    for y, (text, (base, value, low, high)) in enumerate(zip(shown, rows, strict=True)):
        right = value >= 0
        ends = [base + end for end in (value, low, high) if not math.isnan(end)]
        tips.append(max(ends) if right else min(ends))
        figure.add_annotation(
            text=text,
            name="number",
            x=tips[-1],
            y=y + _FIRST + place * _STEP,
            xanchor="left" if right else "right",
            xshift=4 if right else -4,
            showarrow=False,
            font={"color": INK[mode], "size": SMALL},
        )
    return tips


def _hover(name: str, value: float, low: float, high: float, part: str) -> str:
    interval = "" if math.isnan(low) else f"<br>95 % interval {signed(low, 3)} to {signed(high, 3)}"
    return f"<b>{lines(name)}</b><br>{part}: {signed(value, 3)}{interval}"


def _lay_axes(
    figure: Drawing, ends: Sequence[float], tips: Sequence[float], instrument: Instrument, rows: int, mode: Mode
) -> None:
    widest = max((abs(end) for end in ends), default=0.0) or 1.0
    # Room for the numbers; an interval of few passages may be so wide that no bar would be seen, and runs to the edge.
    reach = 1.3 * min(max([widest, *(abs(tip) for tip in tips)]), _WIDEST * widest)
    for number in figure.layout["annotations"]:
        if number.get("name") == "number" and abs(number["x"]) > 0.86 * reach:  # the interval goes on beneath it
            number.update(x=math.copysign(0.86 * reach, number["x"]), bgcolor=PAPER[mode])
    add_at_once(figure, [upright(0, line={"color": QUIET[mode], "width": 1.5})])
    figure.update_yaxes(visible=False, range=[rows - 0.45, -0.65], fixedrange=True)
    figure.update_xaxes(
        title=f"{instrument.label} ({instrument.direction})<br>◂ lower · the first named is · higher ▸",
        range=[-reach, reach],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        nticks=7,
    )
