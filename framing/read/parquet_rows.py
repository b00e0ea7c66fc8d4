"""Parquet -> rows, run as a process of its own: a damaged file can end the process that reads it.

The library that decodes Parquet gives up by aborting on some damaged files, which no `except` catches. This file is
therefore started by its path, imports nothing of Framing, and answers on its standard output in JSON.
"""

from __future__ import annotations

import io
import json
import sys
from typing import Any

# Cells can share bytes, so a small file can hold gigabytes: rows are decoded a few at a time and counted.
_BATCH = 16
_MAX_BYTES = 200_000_000
_MAX_COLUMNS = 500


def rows_of(content: bytes, most: int) -> dict[str, Any]:
    """Return {"columns", "rows"} with cells as texts, or {"large": true} for a table beyond `most` rows or 200 MB."""
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import parquet

    file = parquet.ParquetFile(io.BytesIO(content))
    meta = file.metadata
    groups = [meta.row_group(n) for n in range(meta.num_row_groups)]
    size = sum(group.column(n).total_uncompressed_size for group in groups for n in range(group.num_columns))
    if size > _MAX_BYTES or meta.num_rows > most:
        return {"large": True}
    columns = [f.name for f in file.schema_arrow if not pa.types.is_nested(f.type)][:_MAX_COLUMNS]
    rows: list[list[str]] = []
    size = 0
    for batch in file.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False):
        size += batch.nbytes
        if size > _MAX_BYTES:
            return {"large": True}
        rows += [[_cell(row[column]) for column in columns] for row in batch.to_pylist()]
    return {"columns": columns, "rows": rows}


def _cell(value: Any) -> str:
    if value is None or isinstance(value, bytes):
        return ""
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return text.encode("utf-8", "replace").decode()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(rows_of(sys.stdin.buffer.read(), int(sys.argv[1]))))
