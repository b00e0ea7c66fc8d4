import math

import pytest

from framing.measure import explain
from framing.measure.attribution import attribution, reporting

NOBODY = [
    "Rain fell.",
    "The figures are good.",
    "The claim was paid on Monday.",
    "He was correctly dressed.",
    "The crow sat on the roof of the bash.",
    "The union claimed its members' back pay.",
    "The report shows the new uniforms from behind.",
    "The so-called “peace deal” failed.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_where_nobody_is_reported_nothing_is_measured(text):
    assert math.isnan(attribution(text))
    assert explain(text, "attribution") == []


@pytest.mark.parametrize(
    ("text", "words", "score"),
    [
        ("The mayor said that the bridge was safe.", ["said"], 0.0),
        ("The mayor claimed that the bridge was safe.", ["claimed"], -1.0),
        ("The mayor claimed the bridge was safe.", ["claimed"], -1.0),
        ("The bridge is safe, the mayor claims.", ["claims"], -1.0),
        ("The bridge is safe, according to the mayor.", ["according to"], 0.0),
        ("Officials pointed out that the bridge was safe.", ["pointed out"], 0.3),
        ("“The bridge is safe,” the mayor claimed.", ["claimed"], -1.0),
        ("“The bridge is safe,” claimed the mayor, Ann Lee.", ["claimed"], -1.0),
        ("“The bridge is safe,” the town's mayor, Ann Lee, claimed.", ["claimed"], -1.0),
        ("Ann Lee claimed on Friday: “The bridge is safe for all of us.”", ["claimed"], -1.0),
        ('She slammed it as "a disgrace to the whole town".', ["slammed"], -0.5),
        ("The mayor reluctantly admitted that the bridge was shut.", ["reluctantly", "admitted"], -0.6),
        ("The mayor rightly noted that the bridge was shut.", ["rightly", "noted"], 0.5),
        ("The mayor said the bridge was safe and claimed that nobody had asked.", ["said", "claimed"], -0.5),
        ("The mayor said that her critics had claimed that it was shut.", ["said"], 0.0),
        ("“He claimed that it was shut,” she said.", ["said"], 0.0),
        ("“The bridge is safe,” said the chief, who reported the theft.", ["said"], 0.0),
        ("It is safe,” the mayor claimed.", ["claimed"], -1.0),
    ],
)
def test_the_verbs_that_report_are_scored_by_their_mean(text, words, score):
    assert [text[hit.start : hit.end] for hit in reporting(text)] == words
    assert attribution(text) == pytest.approx(score)
