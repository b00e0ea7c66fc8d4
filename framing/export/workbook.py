"""Tables as a workbook (.xlsx), a sheet each; every text stays text, whatever it begins with."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from framing.export.dictionary import Tables, typed

# Two limits of the format, and what XML cannot hold.
LONGEST = 32_767
_ROWS = 1_048_576
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CUT = " … [cut: a cell holds no more]"


def workbook_bytes(made: Tables) -> bytes:
    """Return the workbook's content. Raises ValueError where a table has more rows than a sheet."""
    import xlsxwriter  # type: ignore[import-untyped]  # here, so that the first page does not wait for it

    if long := [name for name, table in made.items() if len(table) >= _ROWS]:
        raise ValueError(f"Table {long[0]} has more rows than a sheet holds; save as .parquet or a folder of CSV.")
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        bold = book.add_format({"bold": True})
        for name, table in made.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, list(table.columns), bold)
            for column, cells in enumerate(_cells(table)):
                for row, cell in enumerate(cells, 1):
                    if isinstance(cell, str):
                        sheet.write_string(row, column, cell)
                    elif cell is not None:
                        sheet.write_number(row, column, cell)
    return stream.getvalue()


def read_workbook(path: Path) -> Tables:
    """Read the tables back; numbers have 16 digits in a workbook, control characters have become "�"."""
    import openpyxl  # here, so that the first page does not wait for it

    book = openpyxl.load_workbook(path, read_only=True)
    try:
        return {name: typed(name, _sheet(book[name])) for name in book.sheetnames}
    finally:
        book.close()


def _cells(table: pd.DataFrame) -> Iterator[list[str | float | None]]:
    for column in table.columns:
        yield [None if pd.isna(cell) else _cell(cell) for cell in table[column].tolist()]


def _cell(cell: object) -> str | float:
    if isinstance(cell, int | float):
        return cell
    text = _UNWRITABLE.sub("�", str(cell).replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


def _sheet(sheet: object) -> pd.DataFrame:
    header, *rows = sheet.iter_rows(values_only=True)  # type: ignore[attr-defined]
    return pd.DataFrame([list(row) for row in rows], columns=list(header), dtype=object)
