from __future__ import annotations

import pandas as pd
import pytest

from framing.plots.marks_by_source import marks_by_source, of_so_many
from framing.plots.theme import source_colours

HOSTILE = "<b onclick=1>$118bn & <script>"


def row(frame: str, source: str, mean: float, *, verdict: str = "cannot be told apart", wide: float = 0.2):
    return {
        "frame": frame,
        "source": source,
        "mean": mean,
        "low": mean - wide,
        "high": mean + wide,
        "others": 0.0,
        "verdict": verdict,
    }


TABLE = pd.DataFrame(
    [row("Economic", "Bell", 1.0, verdict="differs"), row("Economic", "Post", -1.0), row("Political", "Bell", 0.5)]
)
WHOLE = pd.DataFrame([row("Economic", "this event", 0.1), row("Crime", "this event", 9.0)])


def figure(table=TABLE, sources=("Bell", "Post"), **options):
    return marks_by_source(table, "frame", ["Political", "Economic"], sources, axis="closeness", **options)


def test_a_mark_a_source_in_the_rows_given():
    bell, post = figure().data
    assert list(bell.x) == [1.0, 0.5]
    assert [round(y) for y in bell.y] == [1, 0]
    assert [tuple(c) for c in post.customdata] == [("Economic", "Post")]


def test_what_stands_apart_is_filled_and_the_rest_hollow():
    bell, post = figure().data
    assert list(bell.marker.symbol) == ["circle", "circle-open"]
    assert list(post.marker.symbol) == ["square-open"]
    assert bell.marker.color == source_colours(["Bell", "Post"])["Bell"]


def test_among_many_sources_only_those_that_stand_apart_have_lines():
    many = [f"S{i}" for i in range(6)]
    table = pd.DataFrame([row("Economic", s, 1.0, verdict="differs" if s == "S0" else "") for s in many])
    lines = [trace.error_x.array[0] for trace in figure(table, many).data]
    assert lines == pytest.approx([0.2, 0, 0, 0, 0, 0])


def test_the_event_as_a_whole_is_an_upright_line_in_its_rows():
    whole = figure(whole=WHOLE).data[0]
    assert (whole.name, list(whole.x), list(whole.y)) == ("the event as a whole", [0.1], [1.5])
    assert whole.marker.symbol == "line-ns"


def test_names_are_escaped():
    table = pd.DataFrame([row(HOSTILE, HOSTILE, 1.0)])
    drawn = marks_by_source(table, "frame", [HOSTILE], [HOSTILE], axis="closeness")
    shown = [drawn.data[0].name, *drawn.data[0].hovertext, *drawn.layout.yaxis.ticktext]
    assert not any("<script" in text or "<b on" in text for text in shown)


def test_rows_that_hold_many_marks_are_told_apart_by_a_tint():
    sources = [f"Source {i}" for i in range(8)]
    table = pd.DataFrame([row(frame, source, 0.5) for frame in ("Political", "Economic") for source in sources])
    (tint,) = [shape for shape in figure(table, sources).layout.shapes if shape.type == "rect"]
    assert (tint.y0, tint.y1) == (0.0, 2.25)  # eight marks a quarter apart, and a quarter above and below
    assert not [shape for shape in figure().layout.shapes if shape.type == "rect"]


@pytest.mark.parametrize(("count", "said"), [(2, ""), (5, ""), (6, "filled marks alone"), (12, "filled marks alone")])
def test_of_many_sources_it_is_said_whose_intervals_are_drawn(count, said):
    assert said in of_so_many([str(i) for i in range(count)])
    assert bool(of_so_many([str(i) for i in range(count)])) == bool(said)
