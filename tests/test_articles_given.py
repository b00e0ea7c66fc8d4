from __future__ import annotations

from dataclasses import replace

from framing.read import Reading, read_bytes
from framing.records import Article, Event, Paragraph
from pages.articles_given import given_ids, parts_of
from pages.articles_undo import Before
from pages.works import Work
from tests.fixtures.exports import files, layouts

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
    done = Before((Work(Event("", (one, two)), None),), (), frozenset(("", "Bridge")), "Sorted.")
    assert done.holds(Work(Event("Bridge", (two, one)), None))
    assert not done.holds(Work(Event("Bridge", (one, new)), None))
    assert not done.holds(Work(Event("My bridge", (one,)), None))
    assert not done.holds(Work(Event("Bridge", (one,)), None, saved="key"))
    assert not done.holds(Work(Event("Bridge", (one,), rules_off=frozenset(("see also",))), None))
    assert not done.holds(Work(Event("Bridge", (one,), left_out=frozenset(((one.id, 0),))), None))


def test_events_put_together_are_held_while_nothing_was_added_and_its_saving_is_undone_too() -> None:
    one, two, new = (article(name, f"{name} wrote this.") for name in ("The Post", "The Bell", "The Courier"))
    works = (Work(Event("Bridge", (one,)), None, saved="key"), Work(Event("", (two,)), None))
    before = Before(works, (), frozenset(("", "Bridge")), "2 events were put together.")
    assert before.holds(Work(Event("Bridge", (one, two)), None, saved="key"))
    assert not before.holds(Work(Event("Bridge", (one, two, new)), None, saved="key"))


def test_a_part_gets_its_rows_of_the_table_and_the_lines_of_the_export_that_gave_it() -> None:
    found = read()
    post, bell = found.event.articles
    given, _ = given_ids(found, [post, bell])
    tables, ids = parts_of(found.tables, tuple(given), [bell], unread=False)
    assert ([row for table in tables for row in table.rows], ids) == (
        [found.tables[0].rows[1]],
        (frozenset({bell.id}),),
    )
    assert parts_of(found.tables, tuple(given), [post, bell], unread=False) == (found.tables, tuple(given))
    assert parts_of(found.tables, tuple(given), [], unread=False) == ((), ())


def test_a_part_gets_the_lines_of_the_export_that_gave_it() -> None:
    whole = read_bytes(files.docx(layouts.nexis_uni()), "export.docx")
    (split,) = whole.splits
    ids = frozenset(a.id for a in split.articles)
    chosen = split.articles[2:4]
    (part,), (its,) = parts_of((split,), (ids,), chosen, unread=False)
    assert ([a.text for a in part.articles], its) == ([a.text for a in chosen], {a.id for a in chosen})
    assert (part.file, part.kind) == (split.file, split.kind)


def test_a_table_that_gave_nothing_stays_with_one_part() -> None:
    found = read()
    assert parts_of(found.tables, (frozenset(),), [], unread=True) == (found.tables, (frozenset(),))
    assert parts_of(found.tables, (frozenset(),), [], unread=False) == ((), ())
