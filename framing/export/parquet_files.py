"""Tables as Parquet, a file each: typed, small, read by pandas, DuckDB, Polars and R's arrow."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd

from framing.export.dictionary import Tables, typed


def parquet_parts(made: Tables) -> dict[str, bytes]:
    """Return each table as the content of a Parquet file, by file name."""
    return {f"{name}.parquet": _parquet(table) for name, table in made.items()}


def read_parquet(path: Path) -> pd.DataFrame:
    """Read a table back; the file's name says which table it is."""
    return typed(path.stem, pd.read_parquet(path))


def _parquet(table: pd.DataFrame) -> bytes:
    stream = io.BytesIO()
    table.to_parquet(stream, index=False)
    return stream.getvalue()
