from __future__ import annotations

import pytest

from framing.findings import findings, percent
from framing.measure.emphasis import ALONE
from framing.records import StoryPoint
from tests.handmade import comparison, differ, passage, words

BELL = [passage("b1", "Bell", words(60)), passage("b2", "Bell", words(20)), passage("b3", "Bell", words(20))]
POST = [passage("p1", "Post", words(40)), passage("p2", "Post", words(50)), passage("p3", "Post", words(10))]
QUILL = [passage("q1", "Quill", words(50)), passage("q2", "Quill", words(50))]
CLOSURE = StoryPoint("closure", "The closure", ("b1", "p3"))
COST = StoryPoint("cost", "The cost", ("b2", "p2"))
NOTHING = [differ(verdict="cannot be told apart")]


def share(**values):
    row = {"measure": "share of words", "scope": "closure", "left_mean": 0.6, "right_mean": 0.1, "gap": 0.5}
    return differ(**(row | {"low": 0.2, "high": 0.7} | values))


def told(kind, *args, **options):
    return [f for f in findings(comparison(*args, **options)) if f.kind == kind]


class TestShare:
    def test_a_gap_that_can_be_told_apart_becomes_a_sentence_with_its_interval(self):
        (found,) = told("share", [*BELL, *POST], [CLOSURE, COST], differences=[share()])
        assert found.text == (
            "Bell gives 60 % of its words to “The closure”; Post gives 10 % (difference 50 points, 20 to 70)."
        )
        assert (found.strength, found.point, found.passages) == (0.2, "closure", ("b1", "p3"))
        assert (found.first, found.second, found.scope) == (("Bell",), ("Post",), "closure")
        assert (found.measure, found.instrument) == ("share of words", "")
        assert (found.gap, found.low, found.high) == (0.5, 0.2, 0.7)

    def test_the_source_that_gives_more_is_named_first(self):
        row = share(scope="cost", left_mean=0.2, right_mean=0.5, gap=-0.3, low=-0.4, high=-0.1)
        (found,) = told("share", [*BELL, *POST], [COST], differences=[row])
        assert found.text == (
            "Post gives 50 % of its words to “The cost”; Bell gives 20 % (difference 30 points, 10 to 40)."
        )
        assert (found.first, found.second) == (("Post",), ("Bell",))
        assert (found.gap, found.low, found.high) == (0.3, 0.1, 0.4)

    @pytest.mark.parametrize("row", [share(verdict="cannot be told apart"), share(right_mean=0.0)])
    def test_a_gap_that_is_not_sure_or_an_omission_is_none(self, row):
        assert told("share", [*BELL, *POST], [CLOSURE], differences=[row]) == []


class TestOmission:
    def test_what_two_of_three_sources_tell_the_third_leaves_out(self):
        (found,) = told("omission", [*BELL, *POST, *QUILL], [CLOSURE], differences=NOTHING)
        assert found.text == "Quill does not tell “The closure”; Bell and Post give it 10 to 60 % of their words."
        assert (found.strength, found.passages) == (pytest.approx(0.35), ("b1", "p3"))
        assert (found.first, found.second, found.measure) == (("Quill",), ("Bell", "Post"), "told")
        assert (found.gap, found.low, found.high) == (None, None, None)

    def test_what_both_of_two_sources_tell_is_none(self):
        assert told("omission", [*BELL, *POST], [CLOSURE], differences=NOTHING) == []

    def test_what_two_of_four_leave_out_is_none(self):
        more = [passage("r1", "Rag", words(9))]
        assert told("omission", [*BELL, *POST, *QUILL, *more], [CLOSURE], differences=NOTHING) == []


class TestAlone:
    def row(self, **values):
        return share(scope=ALONE, left_mean=0.2, right_mean=0.4, gap=-0.2, low=-0.3, high=-0.08, **values)

    def test_a_sure_gap_is_told_with_its_interval(self):
        (found,) = told("alone", [*BELL, *POST], [CLOSURE, COST], differences=[self.row()])
        assert found.text == (
            "Post spends 40 % of its words on what the other does not tell, Bell 20 % (difference 20 points, 8 to 30)."
        )
        assert (found.strength, found.passages) == (pytest.approx(0.02), ("p1",))
        assert (found.first, found.second, found.scope) == (("Post",), ("Bell",), ALONE)
        assert (found.gap, found.low, found.high) == (0.2, 0.08, 0.3)

    def test_one_that_cannot_be_told_apart_is_no_finding(self):
        unsure = [self.row(verdict="cannot be told apart")]
        assert told("alone", [*BELL, *POST], [CLOSURE, COST], differences=unsure) == []

    def test_among_three_it_is_what_no_other_tells(self):
        (found,) = told("alone", [*BELL, *POST, *QUILL], [CLOSURE], differences=[self.row()])
        assert "on what no other source here tells, Bell" in found.text


class TestOrder:
    def test_who_opens_with_a_point_that_another_tells_late(self):
        (found,) = told("order", [*BELL, *POST], [CLOSURE], differences=NOTHING)
        assert found.text == "Bell opens with “The closure”; Post comes to it after 90 % of its text."
        assert found.strength == pytest.approx(0.9 * 0.6)
        assert (found.first, found.second, found.measure) == (("Bell",), ("Post",), "first mention")
        assert (found.gap, found.low) == (pytest.approx(0.9), None)

    def test_a_point_that_nobody_opens_with_is_none(self):
        assert told("order", [*BELL, *POST], [COST], differences=NOTHING) == []


class TestTone:
    def test_a_gap_over_whole_articles(self):
        (found,) = told("tone", [*BELL, *POST], [], differences=[differ()], scores=SCORES)
        assert found.text == (
            "Bell is less favourable in tone than Post (difference 2.00 on a scale of 8, 1.50 to 2.50)."
        )
        assert (found.strength, found.point) == (pytest.approx(1.5 / 8), None)
        assert (found.first, found.second, found.scope) == (("Bell",), ("Post",), "all")
        assert (found.instrument, found.gap, found.low, found.high) == ("rated", 2.0, 1.5, 2.5)

    def test_its_evidence_is_the_colder_source_s_coldest_passages(self):
        (found,) = told("tone", [*BELL, *POST], [], differences=[differ()], scores=SCORES)
        assert found.passages == ("b2", "b1", "b3")

    def test_a_gap_on_one_point_names_it(self):
        row = differ(scope="cost", gap=1.0, low=0.5, high=1.5)
        (found,) = told("tone", [*BELL, *POST], [COST], differences=[row])
        assert found.text == (
            "On “The cost”, Post is less favourable in tone than Bell (difference 1.00 on a scale of 8, 0.50 to 1.50)."
        )
        assert (found.point, found.passages) == ("cost", ("b2", "p2"))

    @pytest.mark.parametrize(
        ("row", "text", "first", "second", "passages"),
        [
            (
                differ(right="all others"),
                "Bell is less favourable in tone than all others (difference 2.00 on a scale of 8, 1.50 to 2.50).",
                ("Bell",),
                ("Post", "Quill"),
                ("b2", "b1", "b3"),
            ),
            (
                differ(right="all others", gap=2.0, low=1.5, high=2.5),
                "All others together are less favourable in tone than Bell "
                "(difference 2.00 on a scale of 8, 1.50 to 2.50).",
                ("Post", "Quill"),
                ("Bell",),
                ("p3", "q1", "q2"),
            ),
            (
                differ(right="all others", scope="cost", gap=2.0, low=1.5, high=2.5),
                "On “The cost”, all others together are less favourable in tone than Bell "
                "(difference 2.00 on a scale of 8, 1.50 to 2.50).",
                ("Post", "Quill"),
                ("Bell",),
                ("b2", "p2"),
            ),
        ],
    )
    def test_all_others_are_named_one_by_one(self, row, text, first, second, passages):
        scores = SCORES | {"q1": 0.0, "q2": 0.0}
        (found,) = told("tone", [*BELL, *POST, *QUILL], [COST], differences=[row], scores=scores)
        assert (found.text, found.first, found.second) == (text, first, second)
        assert found.passages == passages


SCORES = {"b1": -1.0, "b2": -2.0, "b3": 0.5, "p1": 1.0, "p2": 1.0, "p3": -3.0}


class TestChoice:
    def test_the_strongest_comes_first(self):
        found = findings(comparison([*BELL, *POST], [CLOSURE, COST], differences=[share(), differ()]))
        assert [f.strength for f in found] == sorted((f.strength for f in found), reverse=True)
        assert [f.kind for f in found] == ["order", "share", "tone"]

    def test_no_more_than_asked_for(self):
        assert len(findings(comparison([*BELL, *POST], [CLOSURE], differences=[share(), differ()]), most=1)) == 1

    def test_one_kind_is_told_once_about_a_point(self):
        rows = [share(scope="cost"), share(scope="cost", right="Quill", low=0.1)]
        found = told("share", [*BELL, *POST, *QUILL], [COST], differences=rows)
        assert [f.strength for f in found] == [0.2]

    def test_nothing_sure_gives_no_finding(self):
        assert findings(comparison([*BELL, *POST], [], differences=NOTHING)) == []


@pytest.mark.parametrize(("share", "shown"), [(0, "0 %"), (0.314, "31 %"), (1, "100 %")])
def test_shares_are_shown_as_percentages(share, shown):
    assert percent(share) == shown
