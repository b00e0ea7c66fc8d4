"""Articles: the ids of the articles that a table or an export gave: reading it anew replaces these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.read import ReadError, Reading, Table, table_reading
from framing.records import Article


def given_ids(reading: Reading, new: Sequence[Article]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Return for each table of a reading, and for each export, the ids of those of the new articles that it gave."""
    tables = [tuple(_matched(_articles(table), new)) for table in reading.tables]
    splits = [tuple(_matched(split.articles, new)) for split in reading.splits]
    return [frozenset(ids) for ids in tables], [frozenset(ids) for ids in splits]


def _articles(table: Table) -> Sequence[Article]:
    try:
        return table_reading(table).event.articles
    except ReadError:
        return ()


def _matched(given: Sequence[Article], new: Sequence[Article]) -> Iterator[str]:
    ids, given_ids = {article.id for article in new}, {article.id for article in given}
    for article in given:
        if article.id in ids:
            yield article.id
        else:  # a source that was typed beside a pasted table has changed the id
            yield from (a.id for a in new if a.text == article.text and a.id not in given_ids)
