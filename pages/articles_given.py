"""Articles: what a table or an export gave: reading it anew replaces these articles, and goes with them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from framing.read import ReadError, Reading, Split, Table, resplit, table_reading
from framing.records import Article

Given = tuple[frozenset[str], ...]
"""For each table, or each export, the ids of the articles it gave."""
File = TypeVar("File", Table, Split)


def given_ids(reading: Reading, new: Sequence[Article]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Return for each table of a reading, and for each export, the ids of those of the new articles that it gave."""
    tables = [tuple(_matched(_articles(table), new)) for table in reading.tables]
    splits = [tuple(_matched(split.articles, new)) for split in reading.splits]
    return [frozenset(ids) for ids in tables], [frozenset(ids) for ids in splits]


def parts_of(
    files: Sequence[File], given: Given, articles: Sequence[Article], *, unread: bool
) -> tuple[tuple[File, ...], Given]:
    """Return the files that gave some of these articles, without what gave others, and the ids of those they gave.

    With `unread`, files that gave none come along.
    """
    ids, texts = {a.id for a in articles}, {a.text for a in articles}
    found = [
        (file if its <= ids else _part_of(file, texts), its & ids)
        for file, its in zip(files, given, strict=True)
        if its & ids or (unread and not its)
    ]
    return tuple(file for file, _ in found), tuple(its for _, its in found)


def _part_of(file: File, texts: Container[str]) -> File:
    """Return the rows of a table, or the lines of an export, that gave these texts."""
    if isinstance(file, Table):
        rows = (replace(file, rows=(row,)) for row in file.rows)
        return replace(file, rows=tuple(row.rows[0] for row in rows if any(a.text in texts for a in _articles(row))))
    parts = [part for part in file.parts if part.article and part.article.text in texts]
    lines = [line for part in parts for line in file.lines[part.begin : part.end]]
    begins = list(accumulate((part.end - part.begin for part in parts), initial=0))[:-1]
    return resplit(lines, begins, file.kind, file=file.file)


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
