"""What the pages Emphasis and Wording say in words, and how they share out their room."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from framing.measure.disagreement import agreement
from pages.emphasis_agreement import _main as agreement_told
from pages.emphasis_omission_words import main_omission
from pages.tone_closest import surest
from pages.tone_instruments import silent
from pages.wording_reading import share_out


def omitted(point, tellers, source, state="not told", share=0.0, common=0.0):
    named = {"point": point, "label": f"The {point}", "tellers": tellers, "source": source, "state": state}
    return named | {"share": share, "common": common}


class TestMainOmission:
    def test_the_example_is_one_that_the_source_named_leaves_out(self):
        rows = [omitted("a", 3, "Post"), omitted("b", 2, "Quill"), omitted("c", 2, "Quill")]
        comparison = SimpleNamespace(sources=["Bell", "Herald", "Post", "Quill"], points=[])
        assert main_omission(comparison, pd.DataFrame(rows)) == (
            "Of 3 things that at least half the sources tell, Quill leaves out most: 2. "
            "For one, 2 tell “The b”, Quill does not."
        )

    def test_of_two_sources_each_is_said_to_spend_its_words_on_what_the_other_does_not_tell(self):
        rows = [omitted("a", 1, "Bell", "told", 0.32), omitted("b", 1, "Post", "told", 0.34)]
        comparison = SimpleNamespace(sources=["Bell", "Post"], points=[1, 2, 3])
        assert main_omission(comparison, pd.DataFrame(rows)) == (
            "Both tell 3 story points. Post spends 34 % of its words on what Bell does not tell or tells only perhaps, "
            "Bell 32 % on what Post does not."
        )


def agreed(left, right, points, tau, p, q):
    unknown = float("nan")
    return {"left": left, "right": right, "points": points, "tau": tau, "low": unknown, "high": unknown} | {
        "p": p,
        "q": q,
    }


class TestAgreement:
    def test_where_nothing_stands_out_the_pair_that_shares_most_is_told_and_no_p_passes_for_sure(self):
        rows = [agreed("Bell", "Post", 3, 1.0, 0.33, 0.5), agreed("Bell", "Quill", 7, 0.7, 0.04, 0.12)]
        told = agreement_told(pd.DataFrame(rows)).replace("\\", "")
        assert told.startswith("None of 2 pairs agrees or disagrees more than chance")
        assert "Bell and Quill: tau +0.70 over 7 things; p = 0.040, but among so many pairs" in told
        assert "Post" not in told

    def test_the_most_and_the_least_alike_are_told_of_those_that_stand_out(self):
        rows = [
            agreed("Bell", "Post", 3, 1.0, 0.33, 0.5),
            agreed("Bell", "Quill", 9, 0.8, 0.01, 0.02),
            agreed("Post", "Quill", 9, -0.8, 0.01, 0.02),
        ]
        first, last = agreement_told(pd.DataFrame(rows)).replace("\\", "").split("  \n")
        assert first == "Bell and Quill: tau +0.80 over 9 things; q = 0.020."
        assert last.startswith("Post and Quill: tau −0.80")


@pytest.mark.parametrize(
    ("wanted", "most", "given"),
    [
        ({"A": 50, "B": 50, "C": 50}, 30, {"A": 10, "B": 10, "C": 10}),
        ({"A": 50, "B": 2, "C": 0}, 30, {"A": 28, "B": 2, "C": 0}),
        ({"A": 1, "B": 2}, 30, {"A": 1, "B": 2}),
        ({"A": 5, "B": 5}, 3, {"A": 2, "B": 1}),
    ],
)
def test_every_source_gets_its_share_of_the_sentences(wanted, most, given):
    assert share_out(wanted, most) == given


class TestFramesOfManySources:
    @pytest.mark.parametrize(
        ("also", "drawn"), [(None, ["a", "c", "d", "e", "f"]), ("b", list("abcdef")), ("a", ["a", "c", "d", "e", "f"])]
    )
    def test_those_are_drawn_on_which_sources_stand_apart_most_surely_and_what_was_asked_for(self, also, drawn):
        sure = {"a": 0.01, "b": 0.9, "c": 0.02, "d": 0.03, "e": 0.04, "f": 0.05, "g": 0.8}
        rows = [{"frame": frame, "q": q, "p": q, "source": source} for frame, q in sure.items() for source in "xy"]
        found = SimpleNamespace(sources=pd.DataFrame(rows), frames=list("abcdefg"))
        assert surest(found, also) == drawn


class TestSilentInstruments:
    @pytest.mark.parametrize(
        ("scores", "told"),
        [
            (
                {"rated": [1.0, 2.0, 3.0], "vader": [1.0, 3.0, 2.0], "attribution": [None, 1.0, None]},
                "Attribution scores",
            ),
            ({"rated": [1.0, 2.0, 3.0], "vader": [1.0, 3.0, 2.0], "certainty": [0.0, 0.0, 0.0]}, "Certainty scores"),
            ({"rated": [1.0, 2.0, 3.0], "vader": [1.0, 3.0, 2.0]}, ""),
        ],
    )
    def test_an_instrument_with_nothing_but_dashes_is_named(self, scores, told):
        said = silent(agreement(pd.DataFrame(scores, dtype=float)))
        assert told in said
        assert bool(said) is bool(told)
