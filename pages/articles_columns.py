"""Articles: the tables that articles came from, and which of their columns holds what."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from framing.read import FIELDS, Field, Table
from pages import articles_links, session
from pages.articles_again import read_again
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
    """Show each table's columns, to change them and read it again; one that was half understood is open at once."""
    for number, table in enumerate(session.work().tables):
        unread = "text" not in table.mapping
        with st.expander(
            plain(f"Columns of {table.name}"),
            expanded=unread or bool(table.unseen),
            key=f"table-{number}",
            icon=":material/table:",
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
    read_again(number, {field: table.columns[place - 1] for field, place in chosen.items() if place})
