"""A figure higher than a page has its axis above as well as below: whoever reads its first rows sees no other."""

from __future__ import annotations

from framing.plots.drawing import Drawing

_TALL = 900  # pixels of rows: about a usual screen, below which the axis at the foot is in sight
_ROOM = 30  # pixels that the numbers take


def room_above(rows: int) -> int:
    """Return how many pixels more a figure needs above, given the pixels that its rows take."""
    return _ROOM if rows > _TALL else 0


def repeat_above(figure: Drawing, rows: int) -> Drawing:
    """Write the axis's numbers above the rows, too, if those take many pixels, and raise the legend over them."""
    if not room_above(rows):
        return figure
    figure.add_scatter(x=[None], y=[None], xaxis="x2", showlegend=False, hoverinfo="skip")  # plotly draws no axis bare
    same = {**figure.layout["xaxis"], "title": None}
    return figure.update_layout(
        xaxis2={**same, "overlaying": "x", "matches": "x", "side": "top"}, legend={"y": 1 + _ROOM / rows}
    )
