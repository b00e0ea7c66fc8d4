"""CSV, XLSX, JSON lines and Parquet -> Table. Formulas are read as what they last gave, links are not followed."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from framing.read import parquet_rows
from framing.read.columns import PROFILES, Mapped
from framing.read.errors import ReadError
from framing.read.limits import MAX_PART, opened
from framing.read.table import MAX_ROWS, Table, table_of
from framing.read.text import decode

_LONGEST_CELL = 2_000_000  # characters; what has more is no article
_DELIMITERS = ",;\t|"
_MAX_COLUMNS = 500
_SECONDS = 8  # for unpacking Parquet


def read_csv(content: bytes, name: str, mapping: Mapped | None = None) -> Table:
    """Read a table of separated values; the separator is the one that cuts its lines most evenly."""
    text, _ = decode(content, name)
    delimiter = "\t" if name.lower().endswith(".tsv") else _delimiter(text)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), MAX_ROWS + 2))
    except csv.Error as error:
        raise ReadError(name, f"it is no table that can be read ({error}); save it again as CSV") from None
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    return _with_header(rows, name, mapping)


def read_xlsx(content: bytes, name: str, mapping: Mapped | None = None) -> Table:
    """Read the first sheet of a workbook that holds more than its header."""
    archive = opened(content, name)
    if sum(i.file_size for i in archive.infolist() if i.filename.endswith(".xml")) > MAX_PART:
        raise ReadError(name, "the workbook holds far more text than an event; keep the rows of one event")
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = (_cells(sheet) for sheet in book.worksheets)
        rows = next((rows for rows in sheets if len(rows) > 1), [])
        book.close()
    except Exception:  # noqa: BLE001 - the library fails on damaged parts in as many ways as parts can be damaged
        raise ReadError(name, "the workbook is damaged; open it in a spreadsheet program and save it again") from None
    return _with_header(rows, name, mapping)


def read_jsonl(content: bytes, name: str, mapping: Mapped | None = None) -> Table:
    """Read a file with one JSON object a line."""
    text, _ = decode(content, name)
    objects: list[Any] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            objects.append(json.loads(line))
        except (ValueError, RecursionError):
            raise ReadError(name, f"its line {number} is not valid JSON; it needs one object on each line") from None
        if len(objects) > MAX_ROWS:
            break
    return table_of_objects(objects, name, mapping)


def read_parquet(content: bytes, name: str, mapping: Mapped | None = None) -> Table:
    """Read a Parquet file's columns of texts, numbers and dates, in a process of its own: see `parquet_rows`."""
    command = [sys.executable, parquet_rows.__file__, str(MAX_ROWS)]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603
        found = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise ReadError(name, "it takes too long to unpack; keep the rows of one event, or write it as CSV") from None
    except (subprocess.CalledProcessError, OSError, ValueError):
        raise ReadError(name, "the Parquet file is damaged; write it again where it came from") from None
    if "large" in found:
        raise ReadError(name, f"it is too large; keep at most {MAX_ROWS:,} rows, those of one event or of a few")
    return table_of(found["columns"], found["rows"], name, mapping)


def table_of_objects(objects: Iterable[Any], name: str, mapping: Mapped | None = None) -> Table:
    """Return a table with a row for each JSON object, a column for each key."""
    entries = [entry for entry in objects if isinstance(entry, Mapping)]
    columns = list(dict.fromkeys(key for entry in entries for key in entry))[:_MAX_COLUMNS]
    if not columns:
        raise ReadError(name, "it holds no JSON object with named values; it needs one object for each article")
    rows = [[_cell(entry.get(column)) for column in columns] for entry in entries]
    return table_of([str(column) for column in columns], rows, name, mapping)


def _cell(value: Any) -> str:
    """Return a value as text; lists of texts are paragraphs, what is nested otherwise is left out."""
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        value = "\n\n".join(value)
    if value is None or isinstance(value, Mapping | list | bytes):
        return ""
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return text.encode("utf-8", "replace").decode()[:_LONGEST_CELL]


def _cells(sheet: Any) -> list[list[str]]:
    rows = islice(sheet.iter_rows(values_only=True, max_col=_MAX_COLUMNS), MAX_ROWS + 2)
    texts = ([_cell(value) for value in row] for row in rows)
    return [row for row in texts if any(cell.strip() for cell in row)]


def _with_header(rows: list[list[str]], name: str, mapping: Mapped | None) -> Table:
    """Take the first row for the names of columns, unless it is a row of an export that has none."""
    if len(rows) < 1:
        raise ReadError(name, "the table is empty; it needs a row of names and a row for each article")
    known = next((p.unnamed for p in PROFILES if p.unnamed and len(p.unnamed) == len(rows[0])), None)
    if known and rows[0][0][:4].isdigit():
        return table_of(known, rows, name, mapping)
    if len(rows) < 2:
        raise ReadError(name, "the table has one row only; it needs a row of names and a row for each article")
    return table_of(rows[0], rows[1:], name, mapping)


def _delimiter(text: str) -> str:
    """Return the separator that gives the first row most columns, where later rows have as many."""
    best, most = ",", 0
    for mark in _DELIMITERS:
        try:
            rows = list(islice(csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=mark), 20))
        except csv.Error:
            continue
        full = [len(row) for row in rows if row]
        even = sum(width == full[0] for width in full) if full else 0
        if full and full[0] > 1 and even >= 0.6 * len(full) and full[0] * even > most:
            best, most = mark, full[0] * even
    return best
