from __future__ import annotations

import pytest

from framing.measure.emphasis import emphasis, place_of, points_of, quoted_words
from framing.records import StoryPoint
from tests.handmade import passage, words

# The Bell gives 60 of its 100 words to the closure and 20 to the cost, the Post 10 and 50 of its 100.
BELL = [passage("b1", "Bell", words(60)), passage("b2", "Bell", words(20)), passage("b3", "Bell", words(20))]
POST = [passage("p1", "Post", words(40)), passage("p2", "Post", words(50)), passage("p3", "Post", words(10))]
CLOSURE = StoryPoint("closure", "The closure", ("b1", "p3"))
COST = StoryPoint("cost", "The cost", ("b2", "p2"))
POINTS = [CLOSURE, COST]


def row(table, **where):
    for column, value in where.items():
        table = table[table[column] == value]
    (only,) = table.to_dict("records")
    return only


class TestEmphasis:
    def test_each_source_s_words_shares_and_places_are_counted(self):
        expected = [
            ("Bell", "article of Bell", "closure", 60, 0.6, 0.0, "lead", 0, 1, 0.0),
            ("Bell", "article of Bell", "cost", 20, 0.2, 0.6, "quarter 3", 0, 1, 0.0),
            ("Post", "article of Post", "closure", 10, 0.1, 0.9, "quarter 4", 0, 1, 0.0),
            ("Post", "article of Post", "cost", 50, 0.5, 0.4, "quarter 2", 0, 1, 0.0),
        ]
        table = emphasis([*BELL, *POST], POINTS)
        assert list(table.itertuples(index=False, name=None)) == expected

    def test_what_the_headline_tells_is_noted_beside_the_place(self):
        table = emphasis([*BELL, *POST], POINTS, headlines={"article of Bell": {"cost"}})
        assert [(r["source"], r["point"]) for r in table.to_dict("records") if r["headline"]] == [("Bell", "cost")]
        assert row(table, source="Bell", point="cost")["place"] == "quarter 3"

    def test_a_passage_in_two_points_is_shared_between_them(self):
        both = [StoryPoint("closure", "", ("b1", "p1")), StoryPoint("cost", "", ("b1", "p2"))]
        table = emphasis([*BELL, *POST], both)
        assert [row(table, source="Bell", point=p)["words"] for p in ("closure", "cost")] == [30, 30]

    def test_repetition_counts_passages_and_the_first_gives_the_place(self):
        table = emphasis([*BELL, *POST], [StoryPoint("cost", "", ("b2", "b3", "p2"))])
        told = row(table, source="Bell")
        assert (told["passages"], told["words"], told["first"], told["place"]) == (2, 40, 0.6, "quarter 3")

    def test_headlines_and_headings_take_no_part(self):
        head = passage("b0", "Bell", words(900), kind="headline")
        table = emphasis([head, *BELL, *POST], POINTS)
        assert row(table, source="Bell", point="closure")["share"] == 0.6

    def test_the_words_inside_quotation_marks_are_a_share_of_the_point_s(self):
        quoted = passage("b1", "Bell", "He said: “We close it.” And it was shut now.")
        table = emphasis([quoted, passage("p1", "Post", words(5))], [StoryPoint("closure", "", ("b1", "p1"))])
        assert row(table, source="Bell")["quoted"] == pytest.approx(3 / 10)

    def test_without_points_there_are_no_rows(self):
        assert emphasis([*BELL, *POST], []).empty


@pytest.mark.parametrize(
    ("before", "total", "place"),
    [
        (0, 10, "lead"),
        (49, 400, "lead"),
        (50, 400, "quarter 1"),
        (49, 100, "quarter 2"),  # no lead is more than an eighth of its article
        (99, 400, "quarter 1"),
        (100, 400, "quarter 2"),
        (300, 400, "quarter 4"),
        (400, 400, "quarter 4"),
    ],
)
def test_the_place_is_the_lead_or_a_quarter_of_the_words(before, total, place):
    assert place_of(before, total) == place


def test_the_points_of_each_passage_are_listed():
    both = [StoryPoint("a", "", ("b1", "p1")), StoryPoint("b", "", ("b1",))]
    assert points_of(both) == {"b1": ["a", "b"], "p1": ["a"]}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nobody spoke.", 0),
        ("“We close it,” he said.", 3),
        ('He said: "Closed".', 1),
        ("The “old”/“ancient” bridge", 1),
        ("He said that “we close", 2),
    ],
)
def test_words_in_quotation_marks_are_counted_once(text, count):
    assert quoted_words(passage("p", "Bell", text)) == count
