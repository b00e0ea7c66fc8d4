from __future__ import annotations

from dataclasses import replace

from framing.read import Reading, read_bytes
from framing.records import Article, Event, Paragraph
from pages.articles_given import given_ids
from pages.articles_pile import Sorted
from pages.session import Work

TABLE = (
    b"source,text\nThe Post,The bridge was closed on Monday after a crack was found.\nThe Bell,It reopened at noon.\n"
)


def article(source: str, text: str) -> Article:
    return Article(source, (Paragraph(text),))


def read() -> Reading:
    return read_bytes(TABLE, "table.csv")


def test_a_table_gave_its_own_articles_and_not_another_with_the_same_text() -> None:
    found = read()
    post, bell = found.event.articles
    twin = replace(post, source="The Courier")
    assert given_ids(found, [twin, post, bell]) == ([{post.id, bell.id}], [])


def test_an_article_that_was_here_before_is_not_the_tables() -> None:
    found = read()
    bell = found.event.articles[1]
    assert given_ids(found, [bell])[0] == [{bell.id}]


def test_an_article_with_a_typed_source_is_the_tables_all_the_same() -> None:
    found = read()
    named = replace(found.event.articles[0], source="The Courier")
    assert given_ids(found, [named])[0] == [{named.id}]


def test_what_was_added_since_sorting_is_kept_when_it_is_undone() -> None:
    one, two, new = (article(name, f"{name} wrote this.") for name in ("The Post", "The Bell", "The Courier"))
    done = Sorted(Work(Event("", (one, two)), None), (), frozenset(("", "Bridge")))
    assert done.holds(Work(Event("Bridge", (two, one)), None))
    assert not done.holds(Work(Event("Bridge", (one, new)), None))
    assert not done.holds(Work(Event("My bridge", (one,)), None))
    assert not done.holds(Work(Event("Bridge", (one,)), None, saved="key"))
    assert not done.holds(Work(Event("Bridge", (one,), rules_off=frozenset(("see also",))), None))
