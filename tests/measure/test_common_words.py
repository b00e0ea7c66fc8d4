from __future__ import annotations

import pytest

from framing.measure.common_words import Vocabulary, common_words, missing_facts
from tests.handmade import passage

BELL = passage("b", "Bell", "Engineers put the repairs at 61.7 million crowns, said Ann Lee.")
POST = passage("p", "Post", "Repairs would cost almost 62 million crowns, engineers told Ann Lee.")
QUILL = passage("q", "Quill", "Engineers say the repairs are dear.")


def test_common_words_are_those_of_half_the_sources_and_of_two_at_least():
    words = common_words([BELL, POST, QUILL])
    assert {"engineer", "repair", "crown"} <= words
    assert not {"cost", "dear"} & words


def test_of_one_source_all_words_are_common():
    assert "dear" in common_words([QUILL])


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("Quill", "", ("61.7 million crowns", "Ann Lee")),
        ("Quill", "It comes to 61,700,000 crowns.", ("Ann Lee",)),
        ("Quill", "Nearly 62 million, said Ms Lee.", ()),
        ("Bell", "", ()),  # what one other alone has is no fact of most
    ],
)
def test_facts_that_most_others_give_and_one_nowhere(source, text, expected):
    more = passage("q2", "Quill", text)
    own = {"Quill": [QUILL, more], "Bell": [BELL]}[source]
    found = missing_facts([BELL, POST, QUILL, more], source, own)
    assert tuple(f.removesuffix(" crowns") for f in found) == tuple(f.removesuffix(" crowns") for f in expected)


def test_small_numbers_days_and_abbreviations_are_no_facts():
    told = [passage(s, s, "On Tuesday at 5 p.m. three men left the U.S. for good.") for s in ("Bell", "Post")]
    assert missing_facts([*told, QUILL], "Quill", [QUILL]) == ()


def test_the_share_of_common_words_that_a_source_has_is_weighted_by_how_telling_they_are():
    vocabulary = Vocabulary.count([BELL, POST, QUILL, passage("x", "Xer", "Swimmers love the river.")])
    common = common_words([BELL, POST])
    assert vocabulary.held(common, vocabulary.of["Bell"]) == pytest.approx(1.0)
    assert 0 < vocabulary.held(common, vocabulary.of["Quill"]) < 1
    assert vocabulary.held(common, vocabulary.of["Xer"]) == 0
    assert vocabulary.held([], vocabulary.of["Bell"]) == 0
