from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from framing.clean import clean
from framing.segment import segment, sentences
from tests.handmade import BELL, article, bell

PINNED = ["e35715981a-927786ba", "e35715981a-50a1c434", "e35715981a-c61f4752", "e35715981a-0bc57eb7"]


def split(text):
    return [s.text for s in sentences(text)]


class TestSentences:
    def test_each_sentence_carries_its_offsets(self):
        text = "It fell.  Nobody was hurt. Why?"
        assert [(s.text, s.start, s.end) for s in sentences(text)] == [
            ("It fell.", 0, 8),
            ("Nobody was hurt.", 10, 26),
            ("Why?", 27, 31),
        ]

    @pytest.mark.parametrize(
        "sentence",
        [
            "She met Ms. O'Neil at the bridge.",
            "Dr. Ann Lee and Prof. Roe agreed with Gov. Hask.",
            "J. R. Doe wrote the report.",
            "It opens at 5 p.m. Monday.",
            "It opens at 9 a.m. EST.",
            "It opened at 5 p.m. on Friday.",
            "It cost $1.2m. on paper.",
            "Corvane Inc. Chairman Roe bought it.",
            "It fell on Oct. 14 at noon.",
            "The U.S. Army came.",
            "He asked for No. 9 of the list.",
        ],
    )
    def test_an_abbreviation_ends_no_sentence(self, sentence):
        assert split(f"{sentence} Nobody was hurt.") == [sentence, "Nobody was hurt."]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("It fell at 5 p.m. The mayor came.", ["It fell at 5 p.m.", "The mayor came."]),
            ("“It fell!” she said. He left.", ["“It fell!” she said.", "He left."]),
            ("“It fell.” Nobody came.", ["“It fell.”", "Nobody came."]),
            ("He left. “It fell. Nobody came.", ["He left.", "“It fell.", "Nobody came."]),
            ('He left. "It fell. Nobody came.', ["He left.", '"It fell.', "Nobody came."]),
            ("Did it fall? Yes! It did.", ["Did it fall?", "Yes!", "It did."]),
            ("One", ["One"]),
            ("", []),
            ("   ", []),
        ],
    )
    def test_sentences_end_where_a_reader_ends_them(self, text, expected):
        assert split(text) == expected

    @given(st.text(alphabet=st.sampled_from("abcAB .!?…“”\"'’\n\u00a0$1,")))
    @example("Mr. ")
    @example(" . . ")
    @example("😀. A“")
    def test_slices_give_back_the_text_and_only_white_space_lies_between(self, text):
        found = sentences(text)
        assert all(text[s.start : s.end] == s.text and s.text.strip() == s.text != "" for s in found)
        edges = [0, *(offset for s in found for offset in (s.start, s.end)), len(text)]
        assert edges == sorted(edges)
        assert all(text[a:b].strip() == "" for a, b in list(pairwise(edges))[::2])

    def test_the_sentences_of_the_examples_hold_their_articles_whole(self, example):
        for article_ in example.articles:
            for passage in segment(clean(article_)):
                assert " ".join(s.text for s in passage.sentences) == " ".join(passage.text.split())


class TestSegment:
    def test_the_headline_comes_first_and_passages_are_counted(self):
        passages = segment(clean(bell()))
        assert [(p.index, p.kind, p.text) for p in passages] == [
            (0, "headline", "Old bridge is closed"),
            *((i, "body", text) for i, text in enumerate(BELL, 1)),
        ]
        assert {(p.article, p.source) for p in passages} == {(bell().id, "Bell")}

    def test_without_a_title_the_first_paragraph_is_number_0(self):
        passages = segment(clean(article("Bell", *BELL)))
        assert [(p.index, p.kind) for p in passages] == [(0, "body"), (1, "body"), (2, "body")]

    @pytest.mark.parametrize(
        ("kind", "aligned"), [("headline", False), ("heading", False), ("caption", False), ("body", True)]
    )
    def test_only_what_tells_takes_part_in_matches(self, kind, aligned):
        texts = {"heading": "Who is going to pay", "caption": "Photo: The old bridge in March"}
        long = " ".join(BELL)
        made = article("Bell", long, texts.get(kind, BELL[0]), long + " Again.", title="Old bridge is closed")
        assert {p.aligned for p in segment(clean(made)) if p.kind == kind} == {aligned}

    def test_ids_stay_when_a_paragraph_is_put_back(self):
        furnished = article("Bell", BELL[0], "Share", BELL[1], title="T")
        before = {p.text: p.id for p in segment(clean(furnished))}
        after = {p.text: p.id for p in segment(clean(furnished, restored={(furnished.id, 1)}))}
        assert before.items() < after.items()
        assert set(after) - set(before) == {"Share"}

    def test_passages_with_the_same_words_have_different_ids(self):
        made = article("Bell", "It rained.", BELL[0], "It rained.", title="It rained.")
        passages = segment(clean(made, off={"doubled title"}))
        assert [p.text for p in passages].count("It rained.") == 3
        assert len({p.id for p in passages}) == len(passages) == 4

    def test_ids_come_from_content_and_never_change(self):
        # The comparison files of other people hold these ids: a change here breaks theirs.
        assert [p.id for p in segment(clean(bell()))] == PINNED

    def test_the_same_text_in_another_outlet_has_other_ids(self):
        ids = [{p.id for p in segment(clean(article(s, *BELL)))} for s in ("Bell", "Post")]
        assert not ids[0] & ids[1]
