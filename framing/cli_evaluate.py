"""`framing evaluate`: hold the instruments against one's own gold data. Prints figures, with `--json` only JSON."""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from framing.embed import load_encoder
from framing.evaluate import evaluate_alignment, evaluate_pairs
from framing.evaluate_tone import evaluate_tone
from framing.measure import INSTRUMENTS


def add_evaluate(commands: Any) -> None:
    """Add `evaluate` and its three kinds of gold data to the command line."""
    evaluate = commands.add_parser("evaluate", help="hold the instruments against your own gold data")
    kinds = evaluate.add_subparsers(required=True, metavar="KIND")
    alignment = kinds.add_parser(
        "alignment", help="links between the sentences of article pairs", description=evaluate_alignment.__doc__
    )
    alignment.add_argument("docs", type=Path, metavar="DOCS.json", help="{doc: {sentence id: text}}")
    alignment.add_argument(
        "links", type=Path, metavar="LINKS.json", help='{pair: {"doc1", "doc2", "links": {id: [id, …]}}}'
    )
    alignment.set_defaults(run=_alignment)
    pairs = kinds.add_parser(
        "pairs", help="pairs of sentences, 1 the same and 0 not", description=evaluate_pairs.__doc__
    )
    _add_table(pairs, "left", "right", "label")
    pairs.set_defaults(run=_pairs)
    tone = kinds.add_parser("tone", help="rated or labelled sentences", description=evaluate_tone.__doc__)
    _add_table(tone, "text")
    judged = tone.add_mutually_exclusive_group(required=True)
    judged.add_argument("--score", metavar="COL", help="column of ratings: pearson, spearman")
    judged.add_argument("--label", metavar="COL", help="column of 1 and 0: auc, macro_f1")
    tone.add_argument("--instrument", choices=list(INSTRUMENTS), default="rated", help="default: rated")
    tone.set_defaults(run=_tone)
    for kind in (alignment, pairs, tone):
        kind.formatter_class = argparse.RawDescriptionHelpFormatter
        kind.add_argument("--json", action="store_true", help="print only JSON")
        kind.add_argument("--model", help="name or folder of another sentence-transformers model")


def _add_table(parser: argparse.ArgumentParser, *columns: str) -> None:
    parser.add_argument("table", type=Path, metavar="FILE", help="a .csv file, or .tsv with tabs")
    for column in columns:
        parser.add_argument(f"--{column}", required=True, metavar="COL", help=f"the column of the {column}")


def _alignment(options: argparse.Namespace) -> int:
    docs, links = _read_json(options.docs), _read_json(options.links)
    return _show(evaluate_alignment(docs, links, load_encoder(options.model)), options)


def _pairs(options: argparse.Namespace) -> int:
    table = _read_table(options.table, [options.left, options.right, options.label])
    left, right = table[options.left].tolist(), table[options.right].tolist()
    labels = _numbers(table, options.label, options.table)
    return _show(evaluate_pairs(left, right, [int(n) for n in labels], load_encoder(options.model)), options)


def _tone(options: argparse.Namespace) -> int:
    judged = options.score or options.label
    table = _read_table(options.table, [options.text, judged])
    numbers = _numbers(table, judged, options.table)
    found = evaluate_tone(
        table[options.text].tolist(),
        encoder=load_encoder(options.model),
        instrument=options.instrument,
        scores=numbers if options.score else None,
        labels=None if options.score else [int(n) for n in numbers],
    )
    return _show(found, options)


def _show(figures: Mapping[str, float], options: argparse.Namespace) -> int:
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name.replace('_', ' '):<20} {value:.3f}")
    return 0


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: it is not valid JSON ({error}).") from None


def _read_table(path: Path, columns: Sequence[str]) -> pd.DataFrame:
    """Read a table as text. Tabs separate plain fields: a quotation mark in a .tsv is part of the sentence."""
    tabs = path.suffix.lower() in (".tsv", ".tab")
    quoting: Literal[0, 3] = csv.QUOTE_NONE if tabs and not _is_quoted(path) else csv.QUOTE_MINIMAL
    try:
        table: pd.DataFrame = pd.read_csv(
            path, sep="\t" if tabs else ",", quoting=quoting, dtype=str, keep_default_na=False
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: it is not a table in UTF-8 ({' '.join(str(error).split())}).") from None
    if missing := [name for name in columns if name not in table.columns]:
        raise ValueError(f"{path}: there is no column {missing[0]!r}; there are {', '.join(map(repr, table.columns))}.")
    return table


def _is_quoted(path: Path) -> bool:
    """Whether a .tsv file was written with quoted fields: then a quotation mark inside a field is doubled."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    fields = [field for line in lines[:2000] for field in line.split("\t")]
    return any(f.startswith('"') and f.endswith('"') and '""' in f[1:-1] for f in fields if len(f) > 2)


def _numbers(table: pd.DataFrame, column: str, path: Path) -> list[float]:
    values = pd.to_numeric(table[column], errors="coerce")
    if values.isna().any():
        row = int(values.isna().to_numpy().argmax())
        raise ValueError(f"{path}: {table[column].iloc[row]!r} in column {column!r}, row {row + 2}, is not a number.")
    return [float(value) for value in values]
