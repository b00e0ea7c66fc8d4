"""Tables as CSV that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd

from framing.compare import Comparison

# A cell that begins with one of these is a formula to a spreadsheet; a leading apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def tables(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """Return the tables by name: passages, matches, story_points, tone, emphasis, differences."""
    passages = [(p.id, p.source, p.article, p.index, p.kind, p.words, p.text) for p in comparison.passages]
    points = [(p.id, p.label, id) for p in comparison.points for id in p.passages]
    return {
        "passages": pd.DataFrame(passages, columns=["id", "source", "article", "index", "kind", "words", "text"]),
        "matches": comparison.matches,
        "story_points": pd.DataFrame(points, columns=["id", "label", "passage"]),
        "tone": comparison.tone,
        "emphasis": comparison.emphasis,
        "differences": comparison.differences,
    }


def write_csv(comparison: Comparison, folder: Path) -> list[Path]:
    """Write each table to a CSV file in the folder, UTF-8 with every text quoted, and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, table in tables(comparison).items():
        path = folder / f"{name}.csv"
        table.map(_as_text).to_csv(path, index=False, encoding="utf-8", quoting=csv.QUOTE_NONNUMERIC)
        written.append(path)
    return written


def _as_text(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
