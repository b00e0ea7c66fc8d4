"""`framing compare`: print what was found, or write it to files."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from pathlib import Path
from typing import Any

import pandas as pd

from framing.cli_progress import progress, show_notes
from framing.cli_summary import summary
from framing.compare import check, conclude, prepare
from framing.comparison import Comparison
from framing.embed import Encoder, load_encoder
from framing.export import check_target, save, to_json, write_report
from framing.export.recorded import recorded
from framing.export.report import PARTS, check_parts
from framing.export.report_evidence import write_evidence_sheet
from framing.export.report_sections import ROBUSTNESS
from framing.findings import findings
from framing.read import Reading, gather
from framing.robustness import robustness
from framing.robustness import summary as in_how_many

_ABOUT = """Align the passages of articles about one event, and print where the sources differ.

PATH is an article's file, a folder of such files, an event file (.json) or a project (.framing). At least two articles
are needed. A project brings its settings along; one that was shared without the texts shows its numbers, and the texts,
too, where the same articles are named beside it."""
_EXAMPLES = f"""what --out writes is told by its ending:
  out.json      a comparison file (framing.comparison/1): settings, articles, passages, matches, story points and every
                table
  out.framing   a project: opens in the app, and `framing verify` computes it again
  out.html      a report to read in a browser, in one file that works offline; with --finding N a sheet of evidence for
                one finding, as the summary numbers them
  out.xlsx      a workbook, a sheet for each table
  out.parquet   a folder with a Parquet file for each table
  out           a folder with a CSV file for each table

parts of a report, in their usual order:
{textwrap.fill(", ".join(PARTS), 110, initial_indent="  ", subsequent_indent="  ")}

examples:
  framing compare left.txt right.txt
  framing compare articles/ --out tables
  framing compare event.json --cut 0.5 --json > event-compared.json
  framing compare articles/ --out shared.framing --without-texts
  framing compare articles/ --out report.html --parts findings,ribbon,points,methods --note "For Monday."
  framing compare articles/ --out sheet.html --finding 2
  framing compare articles/ --out tables.xlsx --robustness

exit status: 0, or 2 and one sentence on stderr where something could not be read or written"""


def add_compare(commands: Any) -> None:
    """Add `compare` to the command line."""
    compare = commands.add_parser(
        "compare",
        help="compare articles about one event",
        description=_ABOUT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    compare.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, a link or a project")
    compare.add_argument("--out", type=Path, metavar="FILE", help="write to a file or folder; see below")
    compare.add_argument("--without-texts", action="store_true", help="leave the texts out of the .framing file")
    compare.add_argument("--json", action="store_true", help="print the comparison file instead of the summary")
    compare.add_argument(
        "--robustness",
        action="store_true",
        help="ask every finding again under other cuts, instruments, voices and cleaning; takes seconds to minutes",
    )
    compare.add_argument("--parts", type=_parts, metavar="A,B,…", help="parts of the report (.html), in their order")
    compare.add_argument("--finding", type=int, metavar="N", help="write the evidence (.html) for finding number N")
    compare.add_argument("--note", default="", metavar="TEXT", help="your own words in the report or on the sheet")
    compare.add_argument("--cut", type=_probability, help="probability from which a match counts, 0 to 1")
    compare.add_argument("--model", help="name or folder of another sentence-transformers model")
    compare.set_defaults(run=_compare)


def _compare(options: argparse.Namespace) -> int:
    _check(options)
    reading = gather(options.paths)
    show_notes(reading.notes)
    encoder = load_encoder(options.model)
    comparison = _compared(reading, options, encoder)
    if options.finding is not None:
        _check_finding(options.finding, len(findings(comparison)))
    asked = _asked(comparison, encoder, options)
    if options.json:
        print(json.dumps(to_json(comparison, asked=asked), ensure_ascii=False))
    else:
        print(summary(comparison, None if asked is None else in_how_many(asked)))
    for path in _written(comparison, asked, options) if options.out else ():
        print(f"Written: {path}", file=sys.stderr)
    return 0


def _check(options: argparse.Namespace) -> None:
    """Raise ValueError, before any work, for options that do not go together."""
    if options.out:
        check_target(options.out)
    ending = options.out.suffix.lower() if options.out else ""
    if options.without_texts and ending != ".framing":
        raise ValueError("--without-texts is for projects: name one with --out, as in --out shared.framing.")
    if (options.parts is not None or options.finding is not None or options.note) and ending != ".html":
        raise ValueError("--parts, --finding and --note are for reports: name one with --out, as in --out report.html.")
    if options.parts is not None and not options.parts:
        raise ValueError(f"--parts names no part of a report; choose from {', '.join(PARTS)}.")
    if options.finding is not None:
        _check_sheet(options)
    check_parts(options.parts or ())


def _check_sheet(options: argparse.Namespace) -> None:
    """Raise ValueError where a sheet of evidence for one finding is asked for what it cannot hold."""
    if options.parts:
        raise ValueError("A sheet of evidence for one finding has no parts: leave out --parts or --finding.")
    if options.robustness:
        raise ValueError(
            "A sheet of evidence does not tell how firm a finding is: leave out --robustness or --finding."
        )
    if options.finding < 1:
        raise ValueError(f"There is no finding {options.finding}: they are numbered from 1.")


def _check_numbers(name: str, options: argparse.Namespace) -> None:
    """Raise ValueError for what a project without texts cannot give."""
    if options.cut is not None:
        raise ValueError(f"{name} holds numbers at one cut only: name the articles, too, for another.")
    if options.out and options.out.suffix.lower() == ".framing":
        raise ValueError(f"{name} holds no texts to save: name the same articles, too, or copy the file itself.")
    if _asks(options):
        raise ValueError(f"{name} holds no texts to ask again about: name the same articles, too.")


def _check_finding(number: int, count: int) -> None:
    if not 1 <= number <= count:
        told = f"give a number from 1 to {count}" if count else "the sources cannot be told apart with this much text"
        raise ValueError(f"There is no finding {number}: {told}.")


def _asked(comparison: Comparison, encoder: Encoder, options: argparse.Namespace) -> pd.DataFrame | None:
    if not _asks(options):
        return None
    print("Asking the findings again under other settings.", file=sys.stderr)
    return robustness(comparison, encoder, progress=progress())


def _asks(options: argparse.Namespace) -> bool:
    """Whether the findings are to be asked again under other settings."""
    return bool(options.robustness) or ROBUSTNESS in (options.parts or ())


def _written(comparison: Comparison, asked: pd.DataFrame | None, options: argparse.Namespace) -> list[Path]:
    if options.finding is not None:
        finding = findings(comparison)[options.finding - 1]
        return [write_evidence_sheet(comparison, finding, options.out, note=options.note)]
    if options.parts or options.note:
        held = None if asked is None else in_how_many(asked)
        parts = options.parts
        if parts and held is not None and ROBUSTNESS not in parts:
            parts = [*parts, ROBUSTNESS]  # what was asked for is told, though the parts do not name it
        return [write_report(comparison, options.out, parts=parts, note=options.note, held=held)]
    return save(comparison, options.out, texts=not options.without_texts, asked=asked)


def _compared(reading: Reading, options: argparse.Namespace, encoder: Encoder) -> Comparison:
    project = reading.project
    if project and project.withheld and not reading.event.articles:
        _check_numbers(project.name, options)
        return recorded(project)
    check(reading.event)
    print(f"Comparing {len(reading.event.articles)} articles.", file=sys.stderr)
    prepared = prepare(reading.event, encoder=encoder, progress=progress())
    chosen = project.cut if project else reading.event.cut
    return conclude(prepared, cut=chosen if options.cut is None else options.cut)


def _parts(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _probability(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not a probability: give a number from 0 to 1")
    return value
