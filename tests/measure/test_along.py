import pytest

from framing.measure import INSTRUMENTS
from framing.measure.along import COLUMNS, running_means, telling_end
from tests.handmade import passage, tone_rows, words

PASSAGES = [passage(f"b{i}", "Bell", words(25), index=i) for i in range(4)]
SCORES = {"b0": 0.0, "b1": 1.0, "b2": 2.0, "b3": 3.0}


def test_places_are_the_middles_of_the_passages() -> None:
    table = running_means(PASSAGES, tone_rows(SCORES, PASSAGES), "rated")
    assert list(table.columns) == COLUMNS
    assert list(table["place"]) == [0.125, 0.375, 0.625, 0.875]


@pytest.mark.parametrize(
    ("window", "expected"),
    [(0.25, [0.0, 1.0, 2.0, 3.0]), (0.5, [0.5, 1.0, 2.0, 2.5]), (2.0, [1.5, 1.5, 1.5, 1.5])],
)
def test_the_line_is_the_mean_of_what_is_near(window: float, expected: list[float]) -> None:
    assert list(running_means(PASSAGES, tone_rows(SCORES, PASSAGES), "rated", window=window)["running"]) == expected


def test_longer_passages_weigh_more() -> None:
    uneven = [passage("b0", "Bell", words(10)), passage("b1", "Bell", words(30), index=1)]
    table = running_means(uneven, tone_rows({"b0": 0.0, "b1": 1.0}, uneven), "rated", window=2.0)
    assert list(table["running"]) == [0.75, 0.75]


def test_an_unmeasured_passage_has_a_place_but_no_row() -> None:
    tone = tone_rows(SCORES, PASSAGES)
    tone.loc[tone["passage"] == "b1", "score"] = float("nan")
    table = running_means(PASSAGES, tone, "rated")
    assert list(zip(table["passage"], table["place"], strict=True)) == [("b0", 0.125), ("b2", 0.625), ("b3", 0.875)]


def test_the_order_of_passages_changes_nothing() -> None:
    tone = tone_rows(SCORES, PASSAGES)
    assert running_means(PASSAGES[::-1], tone, "rated").equals(running_means(PASSAGES, tone, "rated"))


def test_an_instrument_that_measured_nothing_gives_an_empty_table() -> None:
    table = running_means(PASSAGES, tone_rows(SCORES, PASSAGES), "vader")
    assert table.empty
    assert list(table.columns) == COLUMNS


@pytest.mark.parametrize(
    ("instrument", "expected"),
    [("rated", ("b0", "lowest")), ("vader", ("b0", "lowest")), ("loaded", ("b3", "highest"))],
)
def test_reading_begins_at_the_telling_end(instrument: str, expected: tuple[str, str]) -> None:
    table = running_means(PASSAGES, tone_rows(SCORES, PASSAGES), "rated")
    assert telling_end(table, INSTRUMENTS[instrument]) == expected


def test_a_heading_is_not_where_reading_begins() -> None:
    passages = [passage("h", "Bell", words(3)), passage("b", "Bell", words(30), index=1)]
    table = running_means(passages, tone_rows({"h": -1.0, "b": 0.0}, passages), "rated")
    assert telling_end(table, INSTRUMENTS["rated"]) == ("b", "lowest")
    assert telling_end(table.head(1), INSTRUMENTS["rated"]) == ("h", "lowest")  # unless there is nothing else
