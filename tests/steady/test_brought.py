"""The visitors of `make load` differ, and nothing found for one's texts helps another."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from framing.segment import sentences
from tests.steady.brought import event_of, marker, plans, retold
from tests.steady.class_of import VISITORS


@pytest.fixture(scope="module")
def crowd():
    return plans(VISITORS)


def test_thirty_visitors_bring_two_to_eight_articles_of_ten_to_forty_passages_in_three_ways(crowd):
    assert {plan.articles for plan in crowd} == set(range(2, 9))
    assert min(plan.passages for plan in crowd) == 10
    assert max(plan.passages for plan in crowd) == 40
    ways = [plan.way for plan in crowd]
    assert {way: ways.count(way) for way in ways} == {"saved": 15, "pasted": 10, "file": 5}
    assert sum(plan.hides_names for plan in crowd) == 6
    assert sum(plan.reads_report for plan in crowd) == 6


def test_an_event_has_the_size_that_was_planned(crowd):
    for plan in crowd:
        assert [len(article.paragraphs) for article in plan.event.articles] == [plan.passages] * plan.articles


def test_every_sentence_holds_its_visitor_s_word_and_is_nobody_else_s(crowd):
    seen = {}
    for plan in crowd:
        for article in plan.event.articles:
            assert plan.word in article.title
            for passage in article.paragraphs:
                for sentence in sentences(passage.text):
                    assert plan.word in sentence.text
                    assert seen.setdefault(sentence.text, plan.number) == plan.number


def test_sentences_differ_by_more_than_the_word():
    one, other = (event_of(word, articles=2, passages=10) for word in ("Vaskaralan", "Vaskaralen"))
    texts = [{p.text.replace(word, "") for a in event.articles for p in a.paragraphs}
             for event, word in ((one, "Vaskaralan"), (other, "Vaskaralen"))]  # fmt: skip
    assert not texts[0] & texts[1]


def test_a_passage_that_is_retold_has_the_same_words_in_another_order():
    text = "The mayor closed the old bridge on Friday. Repairs will cost nine million crowns."
    told = retold(text, "Vask", random.Random(1))
    assert sorted(told.replace("in Vask ", "").split()) == sorted(text.split())
    assert text.split() != told.replace("in Vask ", "").split()


def test_no_marker_is_a_part_of_another():
    words = [marker(number) for number in range(VISITORS)]
    assert [(a, b) for a, b in combinations(words, 2) if a in b or b in a] == []
