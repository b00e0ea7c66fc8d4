"""Who each source speaks of: a row an actor, a column a source, a bar for its share, a mark where it comes up."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from framing.plots.drawing import Drawing
from framing.plots.source_columns import bar_length, name_columns, name_rows, number_size, room_above, tell_marks
from framing.plots.text import lines
from framing.plots.theme import INK, QUIET, Mode, dress, source_fill

_ROW = 46  # pixels
_WIDTH = 0.66  # of a column: the longest bar, and the line that stands for the article
_ROOMY = 60  # pixels a row whose label stands above it
_ABOVE, _BELOW = 0.12, 0.26  # of a row: the bar above its middle, the article's line below


def actors_by_source(
    table: pd.DataFrame,
    actors: Sequence[str],
    sources: Sequence[str],
    *,
    narrow: bool = False,
    mode: Mode = "light",
) -> go.Figure:
    """Draw the table that `measure.actor_table` returns, the actors in the order given.

    A bar is as long as the actor's share of all mentions in the source, the number behind it that share in percent.
    The line below is the article from its first word to its last, the diamond the first mention. A dot says that the
    source does not mention the actor. On a `narrow` page names stand above the bars. Marks carry
    `customdata` (actor, source), which a click returns.
    """
    rows = {actor: i for i, actor in enumerate(actors)}
    columns = {source: i for i, source in enumerate(sources)}
    shown = table[table["actor"].isin(rows)]
    figure = Drawing()
    _add_articles(figure, shown, rows, columns, mode)
    _add_bars(figure, shown, rows, columns, narrow, mode)
    _add_first(figure, shown, rows, columns, mode)
    _add_absent(figure, shown, rows, columns, mode)
    kinds = dict(zip(shown["actor"], shown["kind"], strict=True))
    _add_axes(figure, [_label(actor, kinds.get(actor, ""), mode) for actor in rows], rows, sources, narrow, mode)
    head, row = room_above(sources), _ROOMY if narrow else _ROW
    return dress(figure, mode, height=row * len(actors) + head + 20, margin=(0, 8, head, 8)).figure()


def _add_axes(
    figure: Drawing,
    labels: Sequence[str],
    rows: Mapping[str, int],
    sources: Sequence[str],
    narrow: bool,
    mode: Mode,
) -> None:
    figure.update_xaxes(**name_columns(sources, half=_WIDTH / 2), range=[-0.06, len(sources)])
    tell_marks(figure, "Bars: share of the source’s mentions, in percent", sources, mode)
    name_rows(figure, labels, list(rows.values()), above=narrow, mode=mode)
    figure.update_yaxes(range=[len(rows) - 0.45, -0.7 if narrow else -0.6])


def _add_bars(
    figure: Drawing,
    table: pd.DataFrame,
    rows: Mapping[str, int],
    columns: Mapping[str, int],
    narrow: bool,
    mode: Mode,
) -> None:
    longest = max(table["share"].max() if len(table) else 0.0, 0.05)
    figure.add_bar(
        orientation="h",
        base=[columns[source] for source in table["source"]],
        x=[max(share / longest * bar_length(list(columns), _WIDTH, narrow=narrow), 0.012) for share in table["share"]],
        y=[rows[actor] - _ABOVE for actor in table["actor"]],
        width=0.3 if narrow else 0.42,
        text=[f"{share * 100:.0f}" if share >= 0.005 else "<1" for share in table["share"]],
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        textfont={"size": number_size(list(columns), narrow=narrow), "color": INK[mode]},
        marker=source_fill(list(table["source"]), list(columns), mode),
        **_clickable(table, textfont={"color": INK[mode]}),
    )


def _add_articles(
    figure: Drawing, table: pd.DataFrame, rows: Mapping[str, int], columns: Mapping[str, int], mode: Mode
) -> None:
    """Draw the line that stands for an article under each bar."""
    x: list[float | None] = []
    y: list[float | None] = []
    for actor, source in zip(table["actor"], table["source"], strict=True):
        x += [columns[source], columns[source] + _WIDTH, None]
        y += [rows[actor] + _BELOW] * 2 + [None]
    figure.add_scatter(x=x, y=y, mode="lines", line={"color": QUIET[mode], "width": 1}, hoverinfo="skip")


def _add_first(
    figure: Drawing, table: pd.DataFrame, rows: Mapping[str, int], columns: Mapping[str, int], mode: Mode
) -> None:
    places = zip(table["source"], table["first"], strict=True)
    figure.add_scatter(
        x=[columns[source] + first * _WIDTH for source, first in places],
        y=[rows[actor] + _BELOW for actor in table["actor"]],
        mode="markers",
        marker={"symbol": "diamond", "size": 9, "color": INK[mode]},
        **_clickable(table),
    )


def _add_absent(
    figure: Drawing, table: pd.DataFrame, rows: Mapping[str, int], columns: Mapping[str, int], mode: Mode
) -> None:
    told = set(zip(table["actor"], table["source"], strict=True))
    missing = [(actor, source) for actor in rows for source in columns if (actor, source) not in told]
    figure.add_scatter(
        x=[columns[source] + 0.04 for _, source in missing],
        y=[rows[actor] for actor, _ in missing],
        mode="markers",
        marker={"size": 4, "color": QUIET[mode]},
        customdata=missing,
        hovertext=[f"<b>{lines(source)}</b> does not mention {lines(actor)}" for actor, source in missing],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _clickable(table: pd.DataFrame, **unselected: Any) -> dict[str, Any]:
    """Return what makes marks answer: their actor and source, and what is told when one points at them."""
    return {
        "customdata": list(zip(table["actor"], table["source"], strict=True)),
        "hovertext": [_hover(row) for row in table.to_dict("records")],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}, **unselected},
    }


def _label(actor: str, kind: str, mode: Mode) -> str:
    return f'{lines(actor, 26, 1)}<br><span style="font-size:0.85em;color:{QUIET[mode]}">{kind}</span>'


def _hover(row: Mapping[Hashable, Any]) -> str:
    times = "once" if row["mentions"] == 1 else f"{row['mentions']} times"
    return (
        f"<b>{lines(row['source'])}</b> mentions {lines(row['actor'])} {times}<br>{row['share'] * 100:.0f} % of its "
        f"mentions of actors<br>first after {row['first'] * 100:.0f} % of its words<br>as {lines(row['names'], 60, 4)}"
        "<br>click to read"
    )
