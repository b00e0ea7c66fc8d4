"""What a figure tells those who have it read to them: its most telling values, in words."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from framing.measure.differences import ALIKE, DIFFERS
from framing.plots.told import (
    alternative,
    cells,
    extremes,
    most_heard,
    omissions_told,
    ribbon_told,
    tone_told,
    typical,
    widest,
)
from framing.records import StoryPoint
from tests.handmade import comparison, passage


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"Bell": 0.31, "Post": -0.2, "Star": 0.1}, "Highest: Bell, +0.31. Lowest: Post, −0.20."),
        ({"Bell": math.nan, "Post": 0.1, "Star": 0.2}, "Highest: Star, +0.20. Lowest: Post, +0.10."),
        ({"Bell": 0.1, "Post": 0.1}, "All are at +0.10."),
        ({"Bell": 0.1, "Post": math.nan}, "Bell is at +0.10."),
        ({"Bell": math.nan}, ""),
        ({}, ""),
    ],
)
def test_the_highest_and_the_lowest_are_named(values, told):
    assert extremes(values, values.values()) == told


def test_an_alternative_says_what_is_drawn_what_it_shows_and_where_the_rest_is():
    assert alternative("Bars", "Highest: Bell, 3.", "") == "Bars. Highest: Bell, 3. The table below holds the same."
    assert alternative("Bars", rest="Press T for a table.") == "Bars. Press T for a table."


def test_the_widest_gap_is_named_and_those_apart_are_counted():
    table = pd.DataFrame({"gap": [0.1, -0.4, math.nan], "verdict": [ALIKE, DIFFERS, ALIKE]})
    told = widest(table, ["A against B", "A against C", "B against C"])
    assert told == "The widest is A against C, −0.40. 1 of 3 can be told apart from chance."


def test_tone_is_told_of_whole_articles_and_of_story_points():
    means = pd.DataFrame(
        [("all", "A", 0.1), ("all", "B", 0.2), ("p", "A", -0.5), ("p", "B", 0.4)], columns=["point", "source", "mean"]
    )
    assert tone_told(means, {"p": "The cost"}) == (
        "Whole articles: highest: B, +0.20. Lowest: A, +0.10. "
        "Story points: highest: B on “The cost”, +0.40. Lowest: A on “The cost”, −0.50."
    )
    assert cells(means, {})[0] == "A on “all”"


def test_of_omissions_it_is_counted_how_many_each_source_has():
    rows = [("p", 2, "A", "told"), ("p", 2, "B", "told"), ("p", 2, "C", "not told"), ("q", 1, "C", "told")]
    table = pd.DataFrame(rows, columns=["point", "tellers", "source", "state"])
    told = "Things that several tell and a source does not, of 1: highest: C, 1. Lowest: A, 0."
    assert omissions_told(table, ["A", "B", "C"]) == told
    assert omissions_told(table.iloc[3:], ["A", "B", "C"]) == ""


def test_terms_and_speakers():
    terms = pd.DataFrame([("A", "cost", 2.0), ("A", "tax", 3.04), ("B", "jobs", 2.5)], columns=["source", "term", "z"])
    assert typical(terms) == "First of each: A: “tax”, z +3.0; B: “jobs”, z +2.5."
    rows = [("A", "Lee", 0.2), ("B", "Lee", 0.5), ("A", "", 0.8)]
    assert most_heard(pd.DataFrame(rows, columns=["source", "speaker", "share"])) == "Largest: Lee in B, 50\xa0%."
    assert most_heard(pd.DataFrame(rows[2:], columns=["source", "speaker", "share"])) == ""


def test_the_ribbon_says_how_much_is_shared_and_who_stands_most_alone():
    passages = [
        passage("a", "A", "The bridge fell."),
        passage("b", "B", "The bridge fell."),
        passage("c", "B", "It rained.", index=1),
    ]
    made = comparison(passages, [StoryPoint("p", "bridge", ("a", "b"))])
    assert ribbon_told(made) == (
        "1 story point joins 2 of 3 passages. Share of words that no other source here tells: "
        "highest: B, 40\xa0%. Lowest: A, 0\xa0%."
    )
