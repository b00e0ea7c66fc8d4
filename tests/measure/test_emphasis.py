from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from framing.measure.emphasis import ALONE, emphasis, points_of, quoted_words, share_differences
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
            ("Bell", "article of Bell", "closure", 60, 0.6, 0.0, "lead", 1, 0.0),
            ("Bell", "article of Bell", "cost", 20, 0.2, 0.6, "quarter 3", 1, 0.0),
            ("Post", "article of Post", "closure", 10, 0.1, 0.9, "quarter 4", 1, 0.0),
            ("Post", "article of Post", "cost", 50, 0.5, 0.4, "quarter 2", 1, 0.0),
        ]
        table = emphasis([*BELL, *POST], POINTS)
        assert list(table.itertuples(index=False, name=None)) == expected

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


class TestShareDifferences:
    def test_the_gap_is_left_less_right(self):
        table = share_differences([*BELL, *POST], POINTS)
        found = row(table, scope="closure")
        assert (found["left"], found["right"], found["measure"]) == ("Bell", "Post", "share of words")
        assert [found[c] for c in ("left_mean", "right_mean", "gap")] == pytest.approx([0.6, 0.1, 0.5])
        assert found["low"] < 0.5 < found["high"]

    def test_what_a_source_alone_tells_is_compared_last(self):
        table = share_differences([*BELL, *POST], POINTS)
        assert list(table["scope"]) == ["closure", "cost", ALONE]
        assert [row(table, scope=ALONE)[c] for c in ("left_mean", "right_mean")] == pytest.approx([0.2, 0.4])

    def test_identical_articles_have_no_gap_and_cannot_be_told_apart(self):
        twin = [passage(f"t{i}", "Twin", p.text) for i, p in enumerate(BELL, 1)]
        points = [StoryPoint("a", "", ("b1", "t1")), StoryPoint("b", "", ("b2", "t2"))]
        table = share_differences([*BELL, *twin], points)
        assert list(table["gap"]) == [0, 0, 0]
        assert set(table["verdict"]) == {"cannot be told apart"}

    def test_exchanging_the_sources_names_turns_every_sign(self):
        def renamed(passages, source):
            return [passage(p.id, source, p.text) for p in passages]

        forth = share_differences([*renamed(BELL, "A"), *renamed(POST, "B")], POINTS)
        back = share_differences([*renamed(BELL, "B"), *renamed(POST, "A")], POINTS)
        np.testing.assert_allclose(forth["gap"], -back["gap"])

    def test_the_order_of_passages_of_different_articles_changes_nothing(self):
        forth, back = (share_differences(p, POINTS) for p in ([*BELL, *POST], [*POST, *BELL]))
        pd.testing.assert_frame_equal(forth, back)

    def test_a_third_article_changes_no_interval_of_the_first_two(self):
        third = [passage("q1", "Quill", words(30)), passage("q2", "Quill", words(30))]
        alone, among = (share_differences(p, POINTS) for p in ([*BELL, *POST], [*BELL, *POST, *third]))
        pair = among[(among["left"] == "Bell") & (among["right"] == "Post")]
        pd.testing.assert_frame_equal(alone, pair.reset_index(drop=True))

    def test_a_wide_gap_over_many_passages_differs(self):
        much = [passage(f"m{i}", "Much", words(20)) for i in range(20)]
        little = [passage(f"l{i}", "Little", words(20)) for i in range(20)]
        point = StoryPoint("cost", "", (*(p.id for p in much[:16]), "l0"))
        found = row(share_differences([*much, *little], [point]), scope="cost")
        assert (found["left"], found["gap"], found["verdict"]) == ("Little", pytest.approx(-0.75), "differs")
        assert -1 < found["low"] < -0.75 < found["high"] < -0.5

    def test_one_passage_gives_no_interval_and_no_verdict(self):
        lone = [passage("l1", "Lone", words(10))]
        found = row(share_differences([*BELL, *lone], [StoryPoint("a", "", ("b2", "l1"))]), scope="a")
        assert found["gap"] == pytest.approx(0.2 - 1)
        assert np.isnan(found["low"])
        assert found["verdict"] == "cannot be told apart"

    def test_a_point_that_neither_tells_has_no_row(self):
        table = share_differences([*BELL, *POST], [*POINTS, StoryPoint("other", "", ("x", "y"))])
        assert "other" not in set(table["scope"])


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
