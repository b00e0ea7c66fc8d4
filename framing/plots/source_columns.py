"""What figures with a column a source share: the sources' names above their columns, the labels of their rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from framing.plots.drawing import Drawing
from framing.plots.text import lines
from framing.plots.theme import FINE, INK, PAPER, QUIET, SMALL, TEXT, Mode

FEW = 5  # sources whose names stand level above their columns on a telephone; more names stand upright
_MANY = 8  # sources whose columns are too slender on a usual page for the longest bar and its number
_WRAP = {1: 30, 2: 20, 3: 14, 4: 11, 5: 9}  # characters
_LONGEST = 24  # characters of a name that stands upright
_MARKS, _LINE, _LETTER = 36, 18, 7  # pixels: the line above names, a line of level names, a letter of upright ones
_LABEL = 0.44  # of a row: how far above its middle a row's label stands where it stands above


def name_columns(sources: Sequence[str], *, half: float = 0.0) -> dict[str, Any]:
    """Return an x axis with the sources' names on top; columns stand at 0, 1, …, their middle `half` to the right."""
    return {
        "tickvals": [place + half for place in range(len(sources))],
        "ticktext": [f"<b>{name}</b>" for name in _names(sources)],
        "tickangle": 0 if len(sources) <= FEW else -90,
        "tickfont": {"size": SMALL},
        "side": "top",
        "ticklabeloverflow": "allow",  # else the first name goes missing on a narrow page
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def room_above(sources: Sequence[str]) -> int:
    """Return the pixels that the names and a line on what the marks stand for need above the rows."""
    if len(sources) > FEW:
        return _MARKS + _LETTER * min(max(len(source) for source in sources) + 2, _LONGEST)
    return _MARKS + _LINE * max((name.count("<br>") + 1 for name in _names(sources)), default=1)


def tell_marks(figure: Drawing, text: str, sources: Sequence[str], mode: Mode) -> None:
    """Write above the names what the marks stand for, in what unit."""
    figure.add_annotation(
        text=text,
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        yshift=room_above(sources) - 18,
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        font={"color": QUIET[mode], "size": SMALL},
    )


def name_rows(
    figure: Drawing, labels: Sequence[str], heights: Sequence[float], *, above: bool = False, mode: Mode
) -> None:
    """Name rows left of them, or above them on a page too narrow for that."""
    figure.update_yaxes(showgrid=False, zeroline=False, fixedrange=True, tickvals=[])
    if not above:
        figure.update_yaxes(tickvals=list(heights), ticktext=list(labels), tickfont={"size": TEXT}, automargin=True)
        return
    for label, height in zip(labels, heights, strict=True):
        figure.add_annotation(
            text=label.replace("<br>", "  "),
            x=0,
            xref="paper",
            xanchor="left",
            y=height - _LABEL,
            yanchor="middle",
            showarrow=False,
            bgcolor=PAPER[mode],
            borderpad=1,
            font={"color": INK[mode], "size": SMALL},
        )


def _names(sources: Sequence[str]) -> list[str]:
    return [lines(s, _WRAP.get(len(sources), _LONGEST), 3 if len(sources) <= FEW else 1) for s in sources]


def bar_length(sources: Sequence[str], usual: float, *, narrow: bool) -> float:
    """Return how much of a column its longest bar takes, so that the number behind it stays in the column."""
    return usual * (0.62 if narrow else 0.8) if len(sources) > (FEW if narrow else _MANY) else usual


def number_size(sources: Sequence[str], *, narrow: bool) -> int:
    """Return the size of the numbers behind bars, so that they stay in their columns."""
    return FINE if narrow and len(sources) > FEW else SMALL
