"""`framing compare`: print what was found, or write it to files."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from pathlib import Path
from typing import Any

from framing.cli_progress import progress, show_notes
from framing.compare import check, conclude, prepare
from framing.comparison import Comparison
from framing.embed import load_encoder
from framing.export import check_target, save, to_json
from framing.export.recorded import recorded
from framing.findings import findings
from framing.read import Reading, gather

_ABOUT = """Align the passages of articles about one event, and print where the sources differ.

PATH is an article's file, a folder of such files, an event file (.json) or a project (.framing). At least two articles
are needed. A project brings its settings along; one that was shared without the texts shows its numbers, and the texts,
too, where the same articles are named beside it."""
_EXAMPLES = """what --out writes is told by its ending:
  out.json      a comparison file (framing.comparison/1): settings, articles, passages, matches, story points, tone,
                emphasis, differences and judgements; the other tables stand in a workbook or a folder
  out.framing   a project: opens in the app, and `framing verify` computes it again
  out.html      a report to read in a browser, in one file that works offline
  out.xlsx      a workbook, a sheet for each table
  out.parquet   a folder with a Parquet file for each table
  out           a folder with a CSV file for each table

examples:
  framing compare left.txt right.txt
  framing compare articles/ --out tables
  framing compare event.json --cut 0.5 --json > event-compared.json
  framing compare articles/ --out shared.framing --without-texts

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
    compare.add_argument("--cut", type=_probability, help="probability from which a match counts, 0 to 1")
    compare.add_argument("--model", help="name or folder of another sentence-transformers model")
    compare.set_defaults(run=_compare)


def _compare(options: argparse.Namespace) -> int:
    if options.out:
        check_target(options.out)
    if options.without_texts and (not options.out or options.out.suffix.lower() != ".framing"):
        raise ValueError("--without-texts is for projects: name one with --out, as in --out shared.framing.")
    reading = gather(options.paths)
    show_notes(reading.notes)
    comparison = _compared(reading, options)
    if options.json:
        print(json.dumps(to_json(comparison), ensure_ascii=False))
    else:
        print(summary(comparison))
    for path in save(comparison, options.out, texts=not options.without_texts) if options.out else ():
        print(f"Written: {path}", file=sys.stderr)
    return 0


def _compared(reading: Reading, options: argparse.Namespace) -> Comparison:
    project = reading.project
    if project and project.withheld and not reading.event.articles:
        if options.cut is not None:
            raise ValueError(f"{project.name} holds numbers at one cut only: name the articles, too, for another.")
        return recorded(project)
    check(reading.event)
    print(f"Comparing {len(reading.event.articles)} articles.", file=sys.stderr)
    prepared = prepare(reading.event, encoder=load_encoder(options.model), progress=progress())
    return conclude(prepared, cut=project.cut if project and options.cut is None else options.cut)


def summary(comparison: Comparison) -> str:
    """Return a readable summary: articles, story points with who tells them, and the strongest findings."""
    lines = [comparison.event.title or "Comparison", ""]
    for article in comparison.articles:
        passages = [p for p in comparison.passages if p.article == article.id and p.aligned]
        words = sum(p.words for p in passages)
        lines.append(f"  {passages[0].source if passages else article.source}: {article.title}")
        lines.append(f"    {words} words in {len(passages)} passages, {len(article.removed)} removed as page furniture")
    lines += ["", f"{len(comparison.points)} story points, {len(comparison.alignment.matches)} matches:", ""]
    by_id = comparison.by_id
    for point in comparison.points:
        sources = dict.fromkeys(by_id[id].source for id in point.passages)
        lines.append(f"  {point.label} ({', '.join(sources)})")
    lines += ["", "Findings:", ""]
    found = findings(comparison)
    lines += [textwrap.fill(f.text, 96, initial_indent="  - ", subsequent_indent="    ") for f in found]
    if not found:
        lines.append("  The sources cannot be told apart with this much text.")
    return "\n".join(lines)


def _probability(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not a probability: give a number from 0 to 1")
    return value
