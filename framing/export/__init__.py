"""Write a comparison to files: the ending of the path says in which form."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import pandas as pd

from framing.comparison import Comparison
from framing.export.comparison_file import SCHEMA, to_json
from framing.export.csv_files import csv_parts, read_csv
from framing.export.dictionary import Tables, dictionary
from framing.export.parquet_files import parquet_parts, read_parquet
from framing.export.project_file import project_bytes
from framing.export.report import report_html, write_report
from framing.export.tables import tables
from framing.export.workbook import read_workbook, workbook_bytes
from framing.robustness import summary

__all__ = [
    "ENDINGS",
    "SCHEMA",
    "as_bytes",
    "check_target",
    "dictionary",
    "project_bytes",
    "read_tables",
    "report_html",
    "save",
    "tables",
    "to_json",
    "write_report",
]

Form = Literal["json", "framing", "shared", "html", "xlsx", "csv", "parquet"]
FOLDERS = {"": "csv", ".parquet": "parquet"}
"""Endings that name a folder with a file a table; no ending is CSV."""
ENDINGS: dict[str, Form] = {".json": "json", ".framing": "framing", ".html": "html", ".xlsx": "xlsx"}
"""Endings that name one file."""
_KNOWN = (
    "Name a file that ends in .json, .framing, .html or .xlsx, "
    "or a folder: with the ending .parquet, or without for CSV."
)


def check_target(path: Path) -> None:
    """Raise ValueError, with what to do, when nothing can be written there."""
    ending = path.suffix.lower()
    if ending not in ENDINGS | FOLDERS:
        raise ValueError(f"{path.name}: nothing can be written as {ending}. {_KNOWN}")
    if ending in FOLDERS and path.is_file():
        raise ValueError(f"{path.name} is a file, not a folder: name a new folder for the tables.")
    if ending in ENDINGS and path.is_dir():
        raise ValueError(f"{path.name} is a folder: name a file in it.")
    for parent in path.parents:
        if parent.is_file():
            raise ValueError(f"{parent.name} is a file, not a folder: name another place for {path.name}.")


def save(comparison: Comparison, path: Path, *, texts: bool = True, asked: pd.DataFrame | None = None) -> list[Path]:
    """Write what the path's ending asks for and return the files.

    `.json` the comparison file, `.framing` the project, `.html` the report, `.xlsx` a workbook; `.parquet`, and no
    ending for CSV, a folder with a file a table. With `texts` False the project holds no text of the articles. `asked`,
    what `framing.robustness.robustness` returned, goes along in all forms but the project. In a folder of an earlier
    export, tables that are not written now are removed. Raises ValueError for
    another ending, or another one than a project's without texts, OSError where the disk refuses.
    """
    check_target(path)
    ending = path.suffix.lower()
    if not texts and ending != ".framing":
        raise ValueError(
            f"{path.name}: only a project can be written without the texts; name a file ending in .framing."
        )
    if ending in ENDINGS:
        path.parent.mkdir(parents=True, exist_ok=True)
        return [_put(path, as_bytes(comparison, ENDINGS[ending] if texts else "shared", asked=asked))]
    path.mkdir(parents=True, exist_ok=True)
    made = _parts(comparison, FOLDERS[ending], asked)
    stale = _stale(path, made)
    written = [_put(path / name, content) for name, content in made.items()]
    for file in stale:
        file.unlink()
    return written


def as_bytes(comparison: Comparison, form: Form, *, asked: pd.DataFrame | None = None) -> bytes:
    """Return the content of a file in a form; `csv` and `parquet` are a zip of the folder, `shared` has no texts.

    `asked` as in `save`.
    """
    match form:
        case "json":
            return (json.dumps(to_json(comparison, asked=asked), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
        case "framing" | "shared":
            return project_bytes(comparison, texts=form == "framing")
        case "html":
            return report_html(comparison, held=None if asked is None else summary(asked)).encode("utf-8")
        case "xlsx":
            return workbook_bytes(tables(comparison, asked=asked))
        case _:
            return _zipped(_parts(comparison, form, asked))


def read_tables(path: Path) -> Tables:
    """Read back the tables that `save` wrote: a folder of CSV or Parquet, or a workbook."""
    if path.suffix.lower() == ".xlsx":
        return read_workbook(path)
    found = {file.stem: read_csv(file) for file in sorted(path.glob("*.csv"))}
    return found | {file.stem: read_parquet(file) for file in sorted(path.glob("*.parquet"))}


def _put(path: Path, content: bytes) -> Path:
    """Write a file beside its place and move it there, so that no half of one is left where the disk is full."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def _stale(folder: Path, made: Mapping[str, bytes]) -> list[Path]:
    """Return the tables of an earlier export in a folder that are not written now."""
    ending = Path(next(iter(made))).suffix
    if not (folder / f"dictionary{ending}").is_file():
        return []  # no export: what has the name of a table is somebody's own
    known = {f"{table}{ending}" for table in dictionary()["table"]}
    return [folder / name for name in sorted(known - made.keys()) if (folder / name).is_file()]


def _parts(comparison: Comparison, form: str, asked: pd.DataFrame | None) -> dict[str, bytes]:
    made = tables(comparison, asked=asked)
    return csv_parts(made) if form == "csv" else parquet_parts(made)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
