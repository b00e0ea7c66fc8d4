from __future__ import annotations

import math

import pandas as pd
import pytest

from framing.measure.emphasis import emphasis
from framing.measure.order import moves, openings, order_agreement, ranks
from framing.records import StoryPoint
from tests.handmade import passage, words


def told(orders):
    """Return passages of ten words, and a point a letter, told by each source in the order of its letters."""
    passages = [passage(f"{s}{c}", s, words(10), index=i) for s, text in orders.items() for i, c in enumerate(text)]
    letters = sorted(set("".join(orders.values())))
    return passages, [StoryPoint(c, "", tuple(p.id for p in passages if p.id.endswith(c))) for c in letters]


def agreement(**orders):
    return order_agreement(emphasis(*told(orders))).to_dict("records")


class TestAgreement:
    @pytest.mark.parametrize(
        ("other", "tau"),
        [("abcd", 1), ("dcba", -1), ("abdc", 1 - 2 / 6), ("badc", 1 - 4 / 6)],
    )
    def test_tau_is_the_share_of_pairs_in_the_same_order_less_those_that_are_not(self, other, tau):
        (row,) = agreement(Bell="abcd", Post=other)
        assert (row["left"], row["right"], row["points"]) == ("Bell", "Post", 4)
        assert row["tau"] == pytest.approx((6 - 2 * round((1 - tau) * 3)) / 6)

    def test_only_what_both_tell_counts(self):
        (row,) = agreement(Bell="xabc", Post="abcy")
        assert (row["points"], row["tau"]) == (3, pytest.approx(1))

    def test_two_points_are_too_few(self):
        (row,) = agreement(Bell="ab", Post="ab")
        assert row["points"] == 2
        assert math.isnan(row["tau"])

    def test_intervals_begin_at_eight_points(self):
        seven, eight = (agreement(Bell=s, Post=s[1::-1] + s[2:])[0] for s in ("abcdefg", "abcdefgh"))
        assert math.isnan(seven["low"])
        assert -1 < eight["low"] < eight["tau"] < eight["high"] < 1
        assert eight["p"] < 0.05

    def test_the_same_order_is_surely_no_chance_over_eight(self):
        (row,) = agreement(Bell="abcdefgh", Post="abcdefgh")
        assert row["tau"] == pytest.approx(1)
        assert row["p"] == pytest.approx(2 / math.factorial(8), rel=0.01)

    def test_every_pair_has_a_row(self):
        rows = agreement(Bell="abc", Post="abc", Quill="cba")
        assert [(r["left"], r["right"], round(r["tau"])) for r in rows] == [
            ("Bell", "Post", 1),
            ("Bell", "Quill", -1),
            ("Post", "Quill", -1),
        ]

    def test_q_is_corrected_for_the_number_of_pairs(self):
        (alone,) = agreement(Bell="abcde", Post="abcde")
        assert alone["q"] == alone["p"] == pytest.approx(2 / math.factorial(5))
        several = agreement(Bell="abcde", Post="abcde", Quill="cadeb")
        p = sorted(r["p"] for r in several)
        assert min(r["q"] for r in several) == pytest.approx(p[0] * 3)

    def test_a_pair_without_a_tau_counts_for_nothing_in_q(self):
        rows = agreement(Bell="abcde", Post="abcde", Quill="x")
        assert [r["q"] for r in rows if r["points"]] == [r["p"] for r in rows if r["points"]]
        assert all(math.isnan(r["q"]) for r in rows if not r["points"])


class TestMoves:
    def test_places_are_counted_within_what_both_tell(self):
        table = moves(emphasis(*told({"Bell": "wxyabc", "Post": "cab"})), "abcwxy")
        assert table[["point", "left_rank", "right_rank", "places", "points"]].iloc[0].to_list() == ["c", 3, 1, 2, 3]
        assert set(table["point"]) == {"a", "b", "c"}

    def test_the_same_order_with_more_between_moves_nothing(self):
        assert set(moves(emphasis(*told({"Bell": "axyzb", "Post": "ab"})), "abxyz")["places"]) == {0}

    def test_without_points_in_common_there_are_no_rows(self):
        assert moves(emphasis(*told({"Bell": "ab", "Post": "cd"})), "abcd").empty


def test_ranks_count_among_the_points_asked_for():
    table = ranks(emphasis(*told({"Bell": "cab", "Post": "b"})), ["a", "b"])
    found = {(r["source"], r["point"]): r["rank"] for r in table.to_dict("records")}
    assert found == {("Bell", "a"): 1, ("Bell", "b"): 2, ("Post", "b"): 1}


def test_points_that_begin_together_share_the_mean_place():
    passages, points = told({"Bell": "abc", "Post": "abc"})
    both = [StoryPoint("a", "", points[0].passages), StoryPoint("z", "", points[0].passages), points[1]]
    table = ranks(emphasis(passages, both), ["a", "b", "z"])
    bell = table[table["source"] == "Bell"]
    assert dict(zip(bell["point"], bell["rank"], strict=True)) == {"a": 1.5, "z": 1.5, "b": 3}


class TestOpenings:
    PASSAGES, POINTS = told({"Bell": "abcdefghijkl", "Post": "bcxyzuvwxyz"})

    def test_the_first_passage_opens_and_what_begins_within_an_eighth(self):
        table = openings(self.PASSAGES, self.POINTS)
        assert [(r["source"], r["passage"]) for r in table.to_dict("records")][:2] == [
            ("Bell", "Bella"),
            ("Bell", "Bellb"),
        ]

    def test_what_the_headline_tells_is_added(self):
        table = openings(self.PASSAGES, self.POINTS, headlines={"article of Bell": {"l"}})
        bell = table[table["source"] == "Bell"]
        found = list(zip(bell["point"], bell["headline"], bell["lead"], strict=True))
        assert found == [("a", 0, 1), ("b", 0, 1), ("l", 1, 0)]

    def test_what_headline_and_lead_tell_is_said_of_both(self):
        table = openings(self.PASSAGES, self.POINTS, headlines={"article of Bell": {"a"}})
        assert table.iloc[0][["point", "headline", "lead"]].to_list() == ["a", 1, 1]

    def test_what_a_source_alone_tells_has_no_point(self):
        table = openings(self.PASSAGES, [self.POINTS[1]])
        assert list(table[table["source"] == "Bell"]["point"]) == ["", "b"]

    def test_no_rows_without_passages(self):
        pd.testing.assert_frame_equal(
            openings([], []), pd.DataFrame([], columns=["source", "point", "passage", "headline", "lead"])
        )
