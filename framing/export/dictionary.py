"""What every column of the tables says: the data dictionary, read from `data/schemas/tables.csv`."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Literal, get_args

import pandas as pd

from framing.resources import DATA

Type = Literal["text", "integer", "number"]
Tables = dict[str, pd.DataFrame]
FILE = DATA / "schemas" / "tables.csv"


@lru_cache(maxsize=1)
def dictionary() -> pd.DataFrame:
    """Return one row a column: table, column, type, missing (when a cell may be empty, else ""), description."""
    return pd.read_csv(FILE, dtype=str, keep_default_na=False, encoding="utf-8")


def typed(name: str, table: pd.DataFrame, *, text: Callable[[str], str] = str) -> pd.DataFrame:
    """Return a table with its columns in the types that the dictionary says; `text` is applied to texts."""
    forms = forms_of(name)
    found = {c: _column(table[c], *forms[c], text) if c in forms else table[c] for c in table.columns}
    return pd.DataFrame(found, columns=list(table.columns))


def forms_of(name: str) -> dict[str, tuple[Type, bool]]:
    """Return each column's type and whether a cell may be missing."""
    rows = dictionary()[lambda all_: all_["table"] == name]
    forms: dict[str, tuple[Type, bool]] = {}
    for column, form, missing in zip(rows["column"], rows["type"], rows["missing"], strict=True):
        if form not in get_args(Type):
            raise ValueError(f"Type {form!r} of column {column!r} is none of text, integer, number.")
        forms[column] = (form, bool(missing))
    return forms


def _column(values: pd.Series, form: Type, missing: bool, text: Callable[[str], str]) -> pd.Series:
    if form == "integer":
        return pd.to_numeric(values).astype("int64")
    if form == "number":
        return pd.to_numeric(values).astype("float64")
    cells = ["" if pd.isna(v) else text(str(v)) for v in values]
    return pd.Series([None if missing and not c else c for c in cells], index=values.index, dtype="str")
