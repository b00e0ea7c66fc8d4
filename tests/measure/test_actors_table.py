import pytest

from framing.measure.actors import Gap, actor_table, actors, mention_table, widest_gap
from framing.measure.actors.casing import count_ordinary
from framing.measure.actors.table import MENTION_COLUMNS, TABLE_COLUMNS
from framing.records import Passage
from framing.segment import sentences


def passage(source: str, index: int, text: str) -> Passage:
    return Passage(f"{source}{index}", source, source, index, "body", text, sentences(text))


TOLD = [
    passage("Bell", 0, "Today Mayor Ann Lee spoke of it."),  # Lee after 2 of 10 words
    passage("Bell", 1, "Lee met Tom Ray."),  # again after 6 and 8: Lee first
    passage("Post", 0, "Nobody came, said Tom Ray."),
]


def test_share_and_first_mention_by_source() -> None:
    table = actor_table(TOLD, actors(TOLD)).set_index(["source", "actor"])
    assert list(table.index) == [("Bell", "Ann Lee"), ("Bell", "Tom Ray"), ("Post", "Tom Ray")]
    assert list(table["mentions"]) == [2, 1, 1]
    assert list(table["share"]) == pytest.approx([2 / 3, 1 / 3, 1.0])
    assert list(table["first"]) == pytest.approx([2 / 11, 9 / 11, 3 / 5])
    assert table.loc[("Bell", "Ann Lee"), "names"] == "Ann Lee, Lee"
    assert set(table["kind"]) == {"person"}


def test_the_widest_gap_is_of_an_actor_that_two_sources_mention() -> None:
    gap = widest_gap(actor_table(TOLD, actors(TOLD)), ["Bell", "Post"])
    assert gap == Gap("Tom Ray", "Post", 1.0, "Bell", 1 / 3)
    assert widest_gap(actor_table(TOLD[:2], actors(TOLD[:2])), ["Bell"]) is None


def test_mentions_in_the_order_of_the_article() -> None:
    table = mention_table(TOLD, actors(TOLD))
    assert list(table["text"]) == ["Ann Lee", "Lee", "Tom Ray", "Tom Ray"]
    assert list(table["place"]) == pytest.approx([2 / 11, 7 / 11, 9 / 11, 3 / 5])


def test_without_actors_the_tables_keep_their_columns() -> None:
    assert list(actor_table(TOLD, ()).columns) == TABLE_COLUMNS
    assert list(mention_table(TOLD, ()).columns) == MENTION_COLUMNS


def test_ordinary_words_stand_small_inside_sentences() -> None:
    told = [
        "The bridge and Lee fell.",
        "A bridge is near Lee.",
        "The Lee is a bridge too.",
        "Bridge Falls In Ardmere Town",
    ]
    assert count_ordinary(told) == ["bridg", "is"]  # "Lee" stands large, "fell" but once, the last is a headline
