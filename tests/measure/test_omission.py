from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from framing.measure.omission import omissions
from framing.records import StoryPoint
from tests.handmade import passage

CLOSED = "The mayor closed the old bridge after engineers found cracks."
B1, B2 = passage("b1", "Bell", CLOSED), passage("b2", "Bell", "Shops fear an empty winter and ask for help.", index=1)
P1 = passage("p1", "Post", "Engineers found cracks, so the mayor closed the bridge.")
Q1 = passage("q1", "Quill", "Cracks in the bridge: the mayor has closed it, engineers say.")
Q2 = passage("q2", "Quill", "Swimmers love the river in summer.", index=1)
PASSAGES = [B1, B2, P1, Q1, Q2]
CLOSURE = StoryPoint("closure", "The closure", ("b1", "p1"))


def state(source, point="closure", *, points=(CLOSURE,), chances=None, **options):
    table = omissions(PASSAGES, points, chances or {}, **options)
    (row,) = table[(table["source"] == source) & (table["point"] == point)].to_dict("records")
    return row


WEAK = {("b1", "q1"): 0.2, ("p1", "q1"): 0.1}


class TestStates:
    def test_a_source_with_a_passage_in_the_point_tells_it(self):
        row = state("Bell")
        assert (row["state"], row["tellers"], row["nearest"]) == ("told", 2, "")
        assert row["share"] == pytest.approx(10 / 19)
        assert np.isnan(row["common"])

    def test_a_weak_match_and_the_others_words_make_it_perhaps_told(self):
        row = state("Quill", chances=WEAK)
        assert (row["state"], row["nearest"], row["probability"]) == ("perhaps told", "q1", pytest.approx(0.15))
        assert 0.8 < row["common"] < 0.9  # all but "after"

    def test_the_words_alone_do_not(self):
        assert state("Quill")["state"] == "not told"

    def test_a_weak_match_without_the_words_does_not(self):
        row = state("Quill", chances={("b1", "q2"): 0.3, ("p1", "q2"): 0.3}, points=(CLOSURE,))
        assert row["nearest"] == "q2"  # its article has the words, in another passage
        assert row["state"] == "perhaps told"
        fear = StoryPoint("fear", "", ("b2",))
        row = state("Quill", "fear", points=(fear,), chances={("b2", "q2"): 0.3})
        assert (row["state"], row["common"]) == ("not told", 0)

    def test_what_a_person_said_is_different_is_no_match(self):
        row = state("Quill", chances=WEAK, apart={("b1", "q1"), ("p1", "q1")})
        assert (row["state"], row["nearest"], row["probability"]) == ("not told", "", 0)

    def test_what_the_headline_alone_says_is_perhaps_told(self):
        head = passage("q0", "Quill", "Bridge closed over cracks", kind="headline")
        for chance, expected in ((0.8, ("perhaps told", "q0", 0.8)), (0.4, ("not told", "", 0.0))):
            chances = {"article of Quill": {"b1": chance}}
            table = omissions([head, *PASSAGES], [CLOSURE], {}, headlines=chances)
            (row,) = table[(table["source"] == "Quill") & (table["point"] == "closure")].to_dict("records")
            assert (row["state"], row["nearest"], row["probability"]) == expected

    @pytest.mark.parametrize(("day", "expected"), [("2025-03-08", "published before"), ("2025-03-09", "not told")])
    def test_a_source_that_was_published_before_all_tellers_does_not_leave_it_out(self, day, expected):
        when = {"Bell": "2025-03-10", "Post": "2025-03-09", "Quill": day}
        assert state("Quill", published=when)["state"] == expected


class TestTable:
    def test_what_one_source_alone_tells_is_a_thing_of_its_own(self):
        table = omissions(PASSAGES, [CLOSURE], {})
        alone = table[(table["tellers"] == 1) & (table["state"] == "told")]
        assert set(zip(alone["point"], alone["source"], strict=True)) == {
            ("b2", "Bell"),
            ("q1", "Quill"),
            ("q2", "Quill"),
        }
        assert set(alone["label"]) >= {"Shops fear an empty winter and ask for …", "Swimmers love the river in summer."}

    def test_what_most_tell_and_give_most_words_comes_first(self):
        all_three = StoryPoint("all", "", ("b2", "p1", "q2"))
        two = StoryPoint("two", "", ("b1", "q1"))
        table = omissions(PASSAGES, [two, all_three], {})
        assert list(dict.fromkeys(table["point"])) == ["all", "two"]
        assert list(dict.fromkeys(table["tellers"])) == [3, 2]

    def test_every_thing_has_a_row_a_source(self):
        table = omissions(PASSAGES, [CLOSURE], {})
        assert set(table.groupby("point").size()) == {3}

    def test_the_order_of_import_changes_nothing(self):
        forth, back = (omissions(p, [CLOSURE], WEAK) for p in (PASSAGES, [Q1, Q2, P1, B1, B2]))
        pd.testing.assert_frame_equal(forth, back)

    def test_a_fact_that_most_others_give_is_named_where_it_is_missing(self):
        told = {"Bell": "The bill is 900 crowns.", "Post": "They will pay 900 crowns.", "Quill": "The bill is high."}
        passages = [passage(s, s, text) for s, text in told.items()]
        table = omissions(passages, [StoryPoint("bill", "", tuple(told))], {})
        assert dict(zip(table["source"], table["missing"], strict=True)) == {
            "Bell": "",
            "Post": "",
            "Quill": "900",
        }

    def test_a_passage_in_two_points_gives_each_half_its_words(self):
        other = StoryPoint("other", "", ("b1", "q2"))
        assert state("Bell", points=(CLOSURE, other))["share"] == pytest.approx(5 / 19)
