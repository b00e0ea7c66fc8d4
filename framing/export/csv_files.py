"""Tables as CSV that R and pandas read and a spreadsheet opens without running anything in it.

UTF-8, every text quoted, a missing cell empty. A text that a spreadsheet would take for a formula gets an apostrophe
before it, and so does one that looks as if it had got one already; taking one off again gives every text back.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from framing.export.dictionary import Tables, typed

# A cell that begins with one of these is a formula to a spreadsheet; a leading apostrophe makes it text.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")


def csv_parts(made: Tables) -> dict[str, bytes]:
    """Return each table as the content of a CSV file, by file name."""
    return {f"{name}.csv": _csv(table) for name, table in made.items()}


def read_csv(path: Path) -> pd.DataFrame:
    """Read a table back as it was before it was written; the file's name says which table it is."""
    table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8", lineterminator="\n")
    return typed(path.stem, table, text=unguarded)


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _csv(table: pd.DataFrame) -> bytes:
    columns = [[_cell(value) for value in table[column].tolist()] for column in table.columns]
    lines = [[_cell(str(column)) for column in table.columns], *zip(*columns, strict=True)]
    return "".join(f"{','.join(line)}\n" for line in lines).encode("utf-8")


def _cell(value: object) -> str:
    """Return a cell: a text quoted, a number as it is, and nothing where there is nothing, which `csv` would quote."""
    if isinstance(value, str):
        return '"' + guarded(value).replace('"', '""') + '"'
    return "" if pd.isna(value) else repr(value)  # type: ignore[call-overload]
