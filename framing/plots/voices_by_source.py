"""Who speaks in each source: a row a speaker, a column a source, a bar as long as the share of its quoted words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from framing.plots.at_once import across, add_at_once, upright
from framing.plots.drawing import Drawing
from framing.plots.source_columns import bar_length, name_columns, name_rows, number_size, room_above, tell_marks
from framing.plots.text import lines
from framing.plots.theme import INK, QUIET, SMALL, Mode, dress, source_colours, source_patterns

_ROW = 34  # pixels
_ROOMY = 56  # pixels a row whose label stands above it
_GAP = 0.8  # rows, before the speakers of one source only
_LONGEST = 0.66  # of a column's width, for the largest share in the table; the number stands behind the bar
UNNAMED = "not said who"
"""What stands for the speaker where nobody could be told."""


def voices_by_source(
    table: pd.DataFrame,
    speakers: Sequence[str],
    sources: Sequence[str],
    *,
    narrow: bool = False,
    mode: Mode = "light",
) -> go.Figure:
    """Draw the table that `measure.voices.speaker_shares` returns, the speakers in the order given.

    A bar is as long as the speaker's share of the source's quoted words, the number behind it that share in percent.
    Hatched bars and names in italics are of speakers whom one source only quotes; a dot says that the source does not
    quote the speaker. On a `narrow` page names stand above the bars. Each mark carries `customdata` (speaker, source),
    which a click returns.
    """
    columns = {source: i for i, source in enumerate(sources)}
    shown = table[table["speaker"].isin(speakers)]
    alone = set(shown.loc[shown["alone"], "speaker"])
    first = next((i for i, speaker in enumerate(speakers) if speaker in alone), len(speakers))
    rows = {speaker: i + _GAP * (i >= first) for i, speaker in enumerate(speakers)}
    longest = max(shown["share"].max() if len(shown) else 0.0, 0.05)
    figure = Drawing()
    _add_absent(figure, shown, rows, columns, mode)
    _add_bars(figure, shown, rows, columns, longest, narrow, mode)
    figure.update_xaxes(**name_columns(sources, half=_LONGEST / 2), range=[-0.06, len(sources)])
    tell_marks(figure, "Bars: share of the source’s quoted words, in percent", sources, mode)
    thin = {"color": QUIET[mode], "width": 0.8}
    add_at_once(figure, [upright(place, line=thin, opacity=0.5) for place in columns.values()])
    _part(figure, first if alone else None, narrow, mode)
    name_rows(
        figure,
        [_label(speaker, speaker in alone) for speaker in speakers],
        list(rows.values()),
        above=narrow,
        mode=mode,
    )
    figure.update_yaxes(range=[len(speakers) + _GAP * bool(alone) - 0.4, -0.9 if narrow else -0.6])
    head, row = room_above(sources), _ROOMY if narrow else _ROW
    return dress(figure, mode, height=row * len(speakers) + head + 28, margin=(0, 8, head, 8)).figure()


def _add_bars(
    figure: Drawing,
    table: pd.DataFrame,
    rows: Mapping[str, float],
    columns: Mapping[str, int],
    longest: float,
    narrow: bool,
    mode: Mode,
) -> None:
    colours, patterns = source_colours(list(columns)), source_patterns(list(columns))
    figure.add_bar(
        orientation="h",
        base=[columns[source] for source in table["source"]],
        x=[
            max(share / longest * bar_length(list(columns), _LONGEST, narrow=narrow), 0.012) for share in table["share"]
        ],
        y=[rows[speaker] for speaker in table["speaker"]],
        width=0.36 if narrow else 0.62,
        text=[f"{share * 100:.0f}" if share >= 0.005 else "<1" for share in table["share"]],
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        textfont={"size": number_size(list(columns), narrow=narrow), "color": INK[mode]},
        marker={
            "color": [colours[source] for source in table["source"]],
            "pattern": {
                "shape": [
                    "/" if alone else patterns[source]
                    for alone, source in zip(table["alone"], table["source"], strict=True)
                ],
                "size": 7,
                "solidity": 0.45,
                "fgcolor": INK[mode],
                "fillmode": "overlay",
            },
            "line": {"color": INK[mode], "width": [1.5 if alone else 0 for alone in table["alone"]]},
        },
        customdata=list(zip(table["speaker"], table["source"], strict=True)),
        hovertext=[_hover(row) for row in table.to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": INK[mode]}},
    )


def _add_absent(
    figure: Drawing, table: pd.DataFrame, rows: Mapping[str, float], columns: Mapping[str, int], mode: Mode
) -> None:
    heard = set(zip(table["speaker"], table["source"], strict=True))
    missing = [(speaker, source) for speaker in rows for source in columns if (speaker, source) not in heard]
    figure.add_scatter(
        x=[columns[source] + 0.04 for _, source in missing],
        y=[rows[speaker] for speaker, _ in missing],
        mode="markers",
        marker={"size": 4, "color": QUIET[mode]},
        customdata=missing,
        hovertext=[f"<b>{lines(source)}</b> does not quote {lines(speaker or UNNAMED)}" for speaker, source in missing],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _part(figure: Drawing, first: int | None, narrow: bool, mode: Mode) -> None:
    """Name the axis, and set off the speakers whom one source only quotes; `first` is the row of the first of them."""
    small = {"size": SMALL, "color": QUIET[mode]}
    edge = {"xref": "paper", "showarrow": False, "font": small, "yanchor": "bottom"}
    if not narrow:
        figure.add_annotation(text="Speaker", x=0, y=1, yref="paper", xanchor="right", **edge)
    if first is not None:
        line = first + _GAP - (0.75 if narrow else 0.55)  # above the name, where that stands above the bar
        figure.add_shape(**across(line, line={"color": QUIET[mode], "width": 1, "dash": "dot"}, layer="above"))
        figure.add_annotation(text="Quoted by one source only", x=1, y=line, xanchor="right", **edge)


def _label(speaker: str, alone: bool) -> str:
    label = lines(speaker or UNNAMED, 30, 1)
    return f"<i>{label}</i>" if alone else label


def _hover(row: Mapping[Hashable, Any]) -> str:
    times = "1 statement" if row["statements"] == 1 else f"{row['statements']} statements"
    only = "<br>no other source quotes this speaker" if row["alone"] else ""
    return (
        f"<b>{lines(row['speaker'] or UNNAMED)}</b> in {lines(row['source'])}<br>{row['words']} words in {times}, "
        f"{row['share'] * 100:.0f} % of all that it quotes{only}<br>click to read"
    )
