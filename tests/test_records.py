from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from framing.records import Article, Paragraph, Sentence, by_id, fingerprint
from tests.handmade import article, bell, passage


class TestFingerprint:
    def test_it_is_the_beginning_of_a_sha_256_and_never_changes(self):
        # sha256 of "1:a2:bc"; the ids in other people's files are made of it.
        assert fingerprint("a", "bc") == "5310a58788"

    @pytest.mark.parametrize(("left", "right"), [(("ab", "c"), ("a", "bc")), (("a",), ("a", "")), ((), ("",))])
    def test_no_two_lists_of_texts_share_a_spelling(self, left, right):
        assert fingerprint(*left) != fingerprint(*right)

    def test_it_is_as_long_as_asked_for(self):
        assert fingerprint("a", digits=15).startswith(fingerprint("a", digits=8))
        assert len(fingerprint("a", digits=15)) == 15

    def test_half_a_surrogate_pair_does_no_harm(self):
        assert len(fingerprint("\ud800")) == 10


class TestArticle:
    @pytest.mark.parametrize(
        "change", [{"source": "Post"}, {"title": "Another"}, {"paragraphs": (Paragraph("Another."),)}]
    )
    def test_its_id_changes_with_its_source_title_and_words(self, change):
        assert replace(bell(), **change).id != bell().id

    @pytest.mark.parametrize("change", [{"author": "Ann"}, {"published": "2025"}, {"url": "u"}, {"extra": {"lean": 1}}])
    def test_its_id_stays_whatever_else_is_known(self, change):
        assert replace(bell(), **change).id == bell().id

    def test_words_are_those_of_its_paragraphs(self):
        assert article("Bell", "One two.", "Three", title="Four five six").words == 3

    def test_it_can_be_hashed_with_extra_keys(self):
        assert len({Article("Bell", (), extra={"lean": [1]}), Article("Bell", (), extra={"lean": [1]})}) == 1

    def test_it_cannot_be_changed(self):
        with pytest.raises(dataclasses.FrozenInstanceError):
            bell().source = "Post"


def test_a_sentence_ends_behind_its_last_character():
    assert Sentence("It fell.", 10).end == 18


def test_passages_are_found_by_their_ids():
    left, right = passage("b", "Bell", "It fell."), passage("p", "Post", "It stands.")
    assert by_id([left, right]) == {"b": left, "p": right}
