import pandas as pd

from framing.measure.actors.table import TABLE_COLUMNS
from framing.plots import actors_by_source

TABLE = pd.DataFrame(
    [
        ("Bell", "Ann Lee", "person", 3, 0.75, 0.0, "Ann Lee (2), Lee"),
        ("Bell", "A & B <Co>", "organisation", 1, 0.25, 0.5, "A & B <Co>"),
        ("Post", "Ann Lee", "person", 1, 1.0, 1.0, "Lee"),
    ],
    columns=TABLE_COLUMNS,
)


def test_bars_are_shares_and_diamonds_first_mentions() -> None:
    figure = actors_by_source(TABLE, ["Ann Lee", "A & B <Co>"], ["Bell", "Post"])
    bars = next(trace for trace in figure.data if trace.type == "bar")
    assert list(bars.text) == ["75", "25", "100"]
    assert [width / bars.x[2] for width in bars.x] == [0.75, 0.25, 1.0]
    diamonds = next(trace for trace in figure.data if trace.type == "scatter" and trace.marker.symbol == "diamond")
    left, right = diamonds.x[0], diamonds.x[2]
    assert left == bars.base[0]
    assert right == bars.base[2] + bars.x[2]
    assert [tuple(data) for data in bars.customdata] == [
        ("Ann Lee", "Bell"),
        ("A & B <Co>", "Bell"),
        ("Ann Lee", "Post"),
    ]


def test_a_source_without_mentions_has_a_dot_that_says_so() -> None:
    figure = actors_by_source(TABLE, ["Ann Lee", "A & B <Co>"], ["Bell", "Post"])
    dots = figure.data[-1]
    assert [tuple(data) for data in dots.customdata] == [("A & B <Co>", "Post")]
    assert dots.hovertext[0] == "<b>Post</b> does not mention A &amp; B &lt;Co&gt;"


def test_without_actors_the_figure_is_empty() -> None:
    figure = actors_by_source(TABLE.head(0), [], ["Bell"])
    assert all(len(trace.x or ()) == 0 for trace in figure.data)
