"""Articles: read a table again with other columns, cut an export again in other places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from framing.read import Field, ReadError, Reading, resplit, table_reading
from framing.read.exported import export_reading
from pages import session


def read_again(number: int, mapping: Mapping[Field, str]) -> None:
    """Read a table of the visitor's again by other columns; what it cannot be read by is said."""
    mine = session.work()
    again = replace(mine.tables[number], mapping=mapping)
    try:
        reading = table_reading(again)
    except ReadError as error:
        mine.notes = (str(error),)
        return
    ids = _exchange(mine.table_ids[number], reading)
    mine.tables = tuple(again if n == number else table for n, table in enumerate(mine.tables))
    mine.table_ids = tuple(ids if n == number else old for n, old in enumerate(mine.table_ids))


def cut_again(number: int, boundaries: Sequence[int]) -> None:
    """Cut an export of the visitor's again at these lines."""
    mine = session.work()
    split = mine.splits[number]
    again = resplit(split.lines, boundaries, split.kind, file=split.file)
    if not again.articles:
        mine.notes = ("Cut like this, no article is left; tick the lines at which the articles begin.",)
        return
    ids = _exchange(mine.split_ids[number], export_reading(again))
    mine.splits = tuple(again if n == number else each for n, each in enumerate(mine.splits))
    mine.split_ids = tuple(ids if n == number else old for n, old in enumerate(mine.split_ids))


def _exchange(old: frozenset[str], reading: Reading) -> frozenset[str]:
    """Put what was read anew in the place of the articles that the same file gave before, and return the new ids.

    Other articles stay, whatever their texts.
    """
    mine = session.work()
    mine.event = replace(mine.event, articles=tuple(a for a in mine.event.articles if a.id not in old))
    kept = {a.id for a in mine.event.articles}
    session.add_articles(replace(reading, tables=(), splits=()))
    return frozenset(a.id for a in mine.event.articles) - kept
