from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from framing.measure.differences import ALIKE, DIFFERS, OTHERS
from framing.measure.emphasis import ALONE, MEASURES, WHOLE
from framing.measure.emphasis_differences import (
    emphasis_differences,
    emphasis_intervals,
    share_differences,
    widest_first,
)
from framing.records import StoryPoint
from tests.handmade import passage, words
from tests.measure.test_emphasis import BELL, POINTS, POST, row

QUILL = [passage("q1", "Quill", words(30)), passage("q2", "Quill", words(30))]
# Twenty passages of ten words: the Much tells the cost in its last twelve, half quoted, the Little in its first five.
QUOTED = "“We close the bridge today,” said they all there again."
MUCH = [passage(f"m{i}", "Much", words(10) if i < 8 else QUOTED) for i in range(20)]
LITTLE = [passage(f"l{i}", "Little", words(10)) for i in range(20)]
COSTLY = StoryPoint("cost", "The cost", (*(p.id for p in MUCH[8:]), *(p.id for p in LITTLE[:5])))


def renamed(passages, source):
    return [passage(p.id, source, p.text) for p in passages]


class TestShareDifferences:
    def test_the_gap_is_left_less_right(self):
        found = row(share_differences([*BELL, *POST], POINTS), scope="closure")
        assert (found["left"], found["right"], found["measure"]) == ("Bell", "Post", "share of words")
        assert [found[c] for c in ("left_mean", "right_mean", "gap")] == pytest.approx([0.6, 0.1, 0.5])
        assert found["low"] < 0.5 < found["high"]

    def test_what_a_source_alone_tells_is_compared_last(self):
        table = share_differences([*BELL, *POST], POINTS)
        assert list(table["scope"]) == ["closure", "cost", ALONE]
        assert [row(table, scope=ALONE)[c] for c in ("left_mean", "right_mean")] == pytest.approx([0.2, 0.4])

    def test_a_third_article_changes_no_interval_of_the_first_two(self):
        alone, among = (share_differences(p, POINTS) for p in ([*BELL, *POST], [*BELL, *POST, *QUILL]))
        pair = among[(among["left"] == "Bell") & (among["right"] == "Post")].reset_index(drop=True)
        columns = ["scope", "gap", "low", "high", "p"]
        pd.testing.assert_frame_equal(alone[columns], pair[columns])

    def test_one_passage_gives_no_interval_and_no_verdict(self):
        lone = [passage("l1", "Lone", words(10))]
        found = row(share_differences([*BELL, *lone], [StoryPoint("a", "", ("b2", "l1"))]), scope="a")
        assert found["gap"] == pytest.approx(0.2 - 1)
        assert np.isnan(found["low"])
        assert found["verdict"] == ALIKE

    def test_a_point_that_neither_tells_has_no_row(self):
        table = share_differences([*BELL, *POST], [*POINTS, StoryPoint("other", "", ("x", "y"))])
        assert "other" not in set(table["scope"])


class TestAllMeasures:
    @pytest.mark.parametrize(
        ("measure", "means"),
        [("share of words", (0.25, 0.6)), ("first mention", (0, 0.4)), ("passages", (5, 12))],
    )
    def test_a_wide_gap_over_many_passages_differs(self, measure, means):
        found = row(emphasis_differences([*MUCH, *LITTLE], [COSTLY]), scope="cost", measure=measure)
        assert (found["left_mean"], found["right_mean"]) == pytest.approx(means)
        assert found["low"] < found["gap"] == pytest.approx(means[0] - means[1])
        assert found["verdict"] == DIFFERS

    def test_few_passages_none_of_them_quoted_prove_nothing(self):
        few = StoryPoint("few", "", (*(p.id for p in MUCH[8:]), "l0", "l1"))
        table = emphasis_differences([*MUCH, *LITTLE], [few], measures=["share quoted"])
        found = row(table, scope="few")
        assert (found["left_mean"], found["right_mean"], found["verdict"]) == (0, 0.5, ALIKE)
        assert np.isnan(found["low"])
        assert row(table, scope=WHOLE)["verdict"] == DIFFERS  # none of twenty, against twelve of twenty

    def test_exchanging_the_sources_names_turns_every_sign(self):
        forth = emphasis_differences([*renamed(BELL, "A"), *renamed(POST, "B")], POINTS)
        back = emphasis_differences([*renamed(BELL, "B"), *renamed(POST, "A")], POINTS)
        assert list(forth["measure"]) == list(back["measure"])
        np.testing.assert_allclose(forth["gap"], -back["gap"])

    def test_the_order_of_import_changes_nothing(self):
        forth, back = (emphasis_differences(p, POINTS) for p in ([*BELL, *POST, *QUILL], [*QUILL, *POST, *BELL]))
        pd.testing.assert_frame_equal(forth, back)

    def test_identical_articles_have_no_gap_and_cannot_be_told_apart(self):
        twin = [passage(f"t{i}", "Twin", p.text) for i, p in enumerate(BELL, 1)]
        points = [StoryPoint("a", "", ("b1", "t1")), StoryPoint("b", "", ("b2", "t2"))]
        table = emphasis_differences([*BELL, *twin], points)
        assert set(table["measure"]) == set(MEASURES)
        assert (table["gap"].abs().max(), set(table["verdict"])) == (0, {ALIKE})

    def test_the_place_and_the_quoted_share_are_compared_where_both_tell_a_point(self):
        told = [StoryPoint("a", "", ("b1", "p1")), StoryPoint("b", "", ("b2", "q2"))]
        table = emphasis_differences([*BELL, *POST], told)
        assert set(table[table["measure"] == "first mention"]["scope"]) == {"a", ALONE}
        assert set(table[table["measure"] == "share quoted"]["scope"]) == {"a", ALONE, WHOLE}
        assert set(table[table["measure"] == "passages"]["scope"]) == {"a", "b", ALONE}


class TestAgainst:
    def test_three_sources_are_compared_in_pairs_and_each_with_all_others(self):
        table = share_differences([*BELL, *POST], POINTS)
        assert OTHERS not in set(table["right"])
        table = emphasis_differences([*BELL, *POST, *QUILL], POINTS)
        assert {(r["left"], r["right"]) for r in table.to_dict("records")} == {
            ("Bell", "Post"),
            ("Bell", "Quill"),
            ("Post", "Quill"),
            ("Bell", OTHERS),
            ("Post", OTHERS),
            ("Quill", OTHERS),
        }

    def test_all_others_are_pooled_by_their_words(self):
        table = emphasis_differences([*BELL, *POST, *QUILL], POINTS)
        found = row(table, measure="share of words", scope="cost", left="Bell", right=OTHERS)
        assert found["right_mean"] == pytest.approx(50 / 160)
        found = row(table, measure="passages", scope="cost", left="Bell", right=OTHERS)
        assert found["right_mean"] == 0.5

    def test_the_others_place_is_the_mean_of_those_that_tell_it(self):
        points = [StoryPoint("cost", "", ("b2", "p2", "q2"))]
        table = emphasis_differences([*BELL, *POST, *QUILL], points)
        found = row(table, measure="first mention", scope="cost", left="Bell", right=OTHERS)
        assert (found["left_mean"], found["right_mean"]) == pytest.approx((0.6, (0.4 + 0.5) / 2))

    def test_with_a_reference_each_is_compared_with_it_alone(self):
        table = emphasis_differences([*BELL, *POST, *QUILL], POINTS, reference="Post")
        assert {(r["left"], r["right"]) for r in table.to_dict("records")} == {("Bell", "Post"), ("Quill", "Post")}

    def test_a_reference_that_is_no_source_is_refused(self):
        with pytest.raises(ValueError, match="'Herald' is none of the sources: Bell, Post"):
            emphasis_differences([*BELL, *POST], POINTS, reference="Herald")

    def test_more_comparisons_ask_for_wider_gaps(self):
        few = emphasis_differences([*MUCH, *LITTLE], [COSTLY], measures=["share of words"])
        many = [COSTLY, *(StoryPoint(f"x{i}", "", (f"m{i}", f"l{i + 8}")) for i in range(8))]
        table = emphasis_differences([*MUCH, *LITTLE], many, measures=["share of words"])
        assert (few["q"] >= few["p"]).all()
        assert row(table, scope="cost")["q"] > row(few, scope="cost")["q"]


class TestIntervals:
    def test_each_measure_of_a_told_point_has_its_value_inside_its_interval(self):
        table = emphasis_intervals([*MUCH, *LITTLE], [COSTLY])
        mine = table[(table["source"] == "Much") & (table["point"] == "cost")]
        assert dict(zip(mine["measure"], mine["value"].round(3), strict=True)) == {
            "share of words": 0.6,
            "first mention": 0.4,
            "passages": 12,
            "share quoted": 0.5,
        }
        assert (mine["low"] <= mine["value"]).all()
        assert (mine["value"] <= mine["high"]).all()
        assert list(mine["passages"]) == [12] * 4

    def test_shares_stay_between_nothing_and_all(self):
        shares = emphasis_intervals([*BELL, *POST], POINTS)
        shares = shares[shares["measure"] != "passages"]
        assert shares["low"].min() >= 0
        assert shares["high"].max() <= 1

    def test_a_quoted_share_that_rests_on_one_passage_has_no_interval(self):
        table = emphasis_intervals([*MUCH, *LITTLE], [StoryPoint("one", "", ("m9", "l0"))])
        found = row(table, source="Much", point="one", measure="share quoted")
        assert (found["value"], found["passages"]) == (0.5, 1)
        assert np.isnan(found["low"])

    def test_what_a_source_does_not_tell_has_no_row(self):
        table = emphasis_intervals([*BELL, *POST, *QUILL], POINTS)
        assert set(table[table["source"] == "Quill"]["point"]) == {ALONE, WHOLE}

    def test_the_interval_of_a_share_holds_about_the_binomial_one(self):
        # Twelve of twenty equal passages: sqrt(.6 * .4 / 20) is .11.
        found = row(
            emphasis_intervals([*MUCH, *LITTLE], [COSTLY]), source="Much", point="cost", measure="share of words"
        )
        assert found["high"] - found["low"] == pytest.approx(2 * 1.96 * 0.11, rel=0.2)


class TestWidestFirst:
    INTERVALS = emphasis_intervals([*BELL, *POST], [*POINTS, StoryPoint("late", "", ("b3",))], resamples=100)

    @pytest.mark.parametrize(
        ("measure", "order"),
        [
            ("share of words", ["closure", "cost", "late"]),  # .6 to .1, .2 to .5, .2 to nothing
            ("first mention", ["closure", "cost", "late"]),  # 0 to .9, .6 to .4, told by one
            ("passages", ["late", "closure", "cost"]),  # only the late one is not told once by both
        ],
    )
    def test_the_points_on_which_sources_differ_most_come_first(self, measure, order):
        points = [*POINTS, StoryPoint("late", "", ("b3",))]
        assert [p.id for p in widest_first(points, self.INTERVALS, measure)] == order
