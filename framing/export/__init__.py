"""Write a comparison to files: the ending of the path says in which form."""

from __future__ import annotations

import json
from pathlib import Path

from framing.compare import Comparison
from framing.export.comparison_file import SCHEMA, to_json
from framing.export.tables import tables, write_csv

__all__ = ["SCHEMA", "check_target", "save", "tables", "to_json", "write_csv"]


def check_target(path: Path) -> None:
    """Raise ValueError when nothing can be written there: .json is known, and no ending for a folder of CSV."""
    if path.suffix.lower() not in (".json", ""):
        raise ValueError(
            f"{path.name}: nothing can be written as {path.suffix} yet. "
            "Name a file that ends in .json, or a folder for CSV tables."
        )
    if not path.suffix and path.is_file():
        raise ValueError(f"{path.name} is a file, not a folder: name a new folder for CSV tables.")


def save(comparison: Comparison, path: Path) -> list[Path]:
    """Write the comparison file (.json) or a folder of CSV tables (no ending); return what was written.

    Raises ValueError for another ending, OSError where the disk refuses.
    """
    check_target(path)
    if not path.suffix:
        return write_csv(comparison, path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(to_json(comparison), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return [path]
