"""Articles: the tables that articles came from, and which of their columns holds what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from framing.read import FIELDS, Field, ReadError, Reading, Table, table_reading
from pages import articles_links, session
from pages.reading import plain

NAMES: Mapping[Field, str] = {
    "text": "Column of texts",
    "title": "Column of headlines",
    "source": "Column of sources",
    "author": "Column of authors",
    "published": "Column of dates",
    "url": "Column of links",
}
_NONE = "– none –"
_ROWS, _CELL = 3, 60  # of the table, to recognise its columns by


def show_tables() -> None:
    """Show each table's columns, to change them and read it again; one without texts is open at once."""
    for number, table in enumerate(session.work().tables):
        unread = "text" not in table.mapping
        with st.expander(
            plain(f"Columns of {table.name}"), expanded=unread, key=f"table-{number}", icon=":material/table:"
        ):
            rows = [dict(zip(table.columns, (cell[:_CELL] for cell in row), strict=True)) for row in table.rows[:_ROWS]]
            st.dataframe(rows, hide_index=True, height="content")
            _show_fields(table, number)
            if unread and table.links:
                count = len(table.links)
                st.button(
                    "Open its link" if count == 1 else f"Open its {count} links", key=f"table-links-{number}",
                    on_click=articles_links.ask, args=(table.links,), icon=":material/link:",
                )  # fmt: skip


def _show_fields(table: Table, number: int) -> None:
    options = [_NONE, *table.columns]
    with st.form(f"columns-{number}", border=False):
        places = st.columns(3)
        for place, field in enumerate(FIELDS):
            column = table.mapping.get(field, _NONE)
            places[place % 3].selectbox(
                NAMES[field], range(len(options)), options.index(column) if column in options else 0,
                key=f"column-{number}-{field}", format_func=options.__getitem__,
            )  # fmt: skip
        st.form_submit_button("Read it again", on_click=_read_again, args=(table, number))
    st.caption("Reading it again replaces the table's articles, and what you changed in them.")


def _read_again(table: Table, number: int) -> None:
    chosen = {field: st.session_state[f"column-{number}-{field}"] for field in FIELDS}
    mapping = {field: table.columns[place - 1] for field, place in chosen.items() if place}
    again = replace(table, mapping=mapping)
    try:
        reading = table_reading(again)
    except ReadError as error:
        session.work().notes = (str(error),)
        return
    mine = session.work()
    ids = exchange(mine.table_ids[number], reading)
    mine.tables = tuple(again if n == number else t for n, t in enumerate(mine.tables))
    mine.table_ids = tuple(ids if n == number else old for n, old in enumerate(mine.table_ids))


def exchange(old: frozenset[str], reading: Reading) -> frozenset[str]:
    """Put what was read anew in the place of the articles that the same file gave before, and return the new ids.

    Other articles stay, whatever their texts.
    """
    mine = session.work()
    mine.event = replace(mine.event, articles=tuple(a for a in mine.event.articles if a.id not in old))
    kept = {a.id for a in mine.event.articles}
    session.add_articles(replace(reading, tables=(), splits=()))
    return frozenset(a.id for a in mine.event.articles) - kept
