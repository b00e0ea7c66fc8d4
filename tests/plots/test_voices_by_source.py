import pandas as pd
import plotly.graph_objects as go
import pytest

from framing.plots import voices_by_source

TABLE = pd.DataFrame(
    [
        ("Bell", "Ann Lee", 30, 0.75, 2, False),
        ("Bell", "Tom <b>Brown", 8, 0.2, 1, True),
        ("Bell", "", 2, 0.05, 1, False),
        ("Post", "Ann Lee", 10, 1.0, 1, False),
    ],
    columns=["source", "speaker", "words", "share", "statements", "alone"],
)


@pytest.fixture
def figure() -> go.Figure:
    return voices_by_source(TABLE, ["Ann Lee", "Tom <b>Brown", ""], ["Bell", "Post"])


def test_a_bar_is_as_long_as_the_share(figure: go.Figure) -> None:
    bars = figure.data[1]
    assert list(bars.text) == ["75", "20", "5", "100"]
    assert bars.x[0] / bars.x[3] == pytest.approx(0.75)
    assert list(bars.base) == [0, 0, 0, 1]


def test_a_click_returns_speaker_and_source(figure: go.Figure) -> None:
    assert [tuple(data) for data in figure.data[1].customdata] == [
        ("Ann Lee", "Bell"),
        ("Tom <b>Brown", "Bell"),
        ("", "Bell"),
        ("Ann Lee", "Post"),
    ]


def test_who_is_quoted_by_one_source_only_stands_out_without_colour(figure: go.Figure) -> None:
    assert list(figure.data[1].marker.pattern.shape) == ["", "/", "", ""]
    assert list(figure.layout.yaxis.ticktext) == ["Ann Lee", "<i>Tom &lt;b&gt;Brown</i>", "not said who"]
    assert "Quoted by one source only" in [note.text for note in figure.layout.annotations]


def test_a_dot_where_a_source_does_not_quote_somebody(figure: go.Figure) -> None:
    assert [tuple(data) for data in figure.data[0].customdata] == [("Tom <b>Brown", "Post"), ("", "Post")]


def test_axes_are_named(figure: go.Figure) -> None:
    notes = [note.text for note in figure.layout.annotations]
    assert {"Bars: share of the source’s quoted words, in percent", "Speaker"} <= set(notes)


def test_on_a_narrow_page_names_stand_above_the_bars() -> None:
    figure = voices_by_source(TABLE, ["Ann Lee", ""], ["Bell", "Post"], narrow=True)
    assert figure.layout.yaxis.ticktext is None
    assert [note.text for note in figure.layout.annotations][1:] == ["Ann Lee", "not said who"]


def test_nobody_alone() -> None:
    table = TABLE[TABLE["speaker"] == "Ann Lee"]
    figure = voices_by_source(table, ["Ann Lee"], ["Bell", "Post"], mode="dark")
    assert [note.text for note in figure.layout.annotations][1:] == ["Speaker"]
