from __future__ import annotations

import random
from dataclasses import replace

import pytest

from framing.clean import clean
from framing.group import Group, group, likenesses, told
from framing.read import article_from_text, open_example
from framing.records import Article, Event, Paragraph
from framing.resources import example_events


def pile() -> list[tuple[str, Article]]:
    return [(name, article) for name in example_events() for article in open_example(name).articles]


def test_the_examples_in_one_pile_come_apart() -> None:
    found = {frozenset(a.id for a in g.articles) for g in group([a for _, a in pile()])}
    assert found == {frozenset(a.id for a in open_example(name).articles) for name in example_events()}


def test_the_order_of_import_changes_nothing() -> None:
    articles = [a for _, a in pile()]
    shuffled = random.Random(1).sample(articles, len(articles))
    assert group(articles) == group(shuffled)


def test_an_empty_pile_and_a_single_article() -> None:
    assert group([]) == ()
    alone = open_example("ferry-terminal").articles[0]
    assert [g.articles for g in group([alone])] == [(alone,)]


def test_the_title_is_a_headline_of_the_group() -> None:
    articles = open_example("nurses-strike").articles
    (found,) = group(articles)
    assert found.title in {clean(a).title for a in articles}


def test_what_a_person_decided_on_the_cleaning_counts() -> None:
    furniture = "Download the Dockers app for news of dockers, cranes and quays"
    plain, other = (
        Article(s, (Paragraph(t),), title="") for s, t in (("A", "Rain fell on the hills."), ("B", furniture))
    )
    dockers = Article("C", (Paragraph("Dockers left the cranes and the quays."), Paragraph("Dockers sang.")))
    assert len(group([plain, dockers, other])) == 3
    put_back = Event("", (), rules_off=frozenset({"newsletter"}))
    assert [len(g.articles) for g in group([plain, dockers, other], decided=put_back)] == [2, 1]


@pytest.mark.parametrize(
    ("sizes", "sentence"),
    [
        ([3, 2], "These 5 articles seem to be about 2 events (of 3 and 2 articles)"),
        ([3, 2, 1], "These 6 articles seem to be about 2 events (of 3 and 2 articles); 1 fits nowhere"),
        ([4, 3, 2], "These 9 articles seem to be about 3 events (of 4, 3 and 2 articles)"),
        ([3, 1], "Of these 4 articles, 3 seem to be about one event; 1 fits nowhere"),
        ([2, 1, 1], "Of these 4 articles, 2 seem to be about one event; 2 fit nowhere"),
        ([1, 1, 1], "These 3 articles seem to be about 3 different events"),
    ],
)
def test_how_a_pile_would_be_sorted_is_told(sizes: list[int], sentence: str) -> None:
    made = article_from_text("It rained.", "A", "a")
    assert told([Group("", (made,) * size) for size in sizes]) == sentence


@pytest.mark.parametrize(("day", "factor"), [("2025-03-20", 1.0), ("2025-04-20", 0.6), ("", 1.0), ("in spring", 1.0)])
def test_dates_far_apart_make_two_articles_less_alike(day: str, factor: float) -> None:
    one = replace(
        article_from_text("Strike at Port Ellery\n\nDockers walked out at noon.", "A", "a"), published="2025-03-11"
    )
    other = replace(article_from_text("Port Ellery strike\n\nThe dockers walked out.", "B", "b"), published=None)
    plain = likenesses([clean(one), clean(other)])[0, 1]
    dated = likenesses([clean(one), clean(replace(other, published=day))])[0, 1]
    assert plain > 0.3
    assert dated == pytest.approx(plain * factor)
