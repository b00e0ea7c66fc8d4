"""The command line: `framing compare`, `framing serve`, `framing evaluate`.

Results go to stdout, progress and notes to stderr. Bad input is one sentence on stderr and exit status 2.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path

from framing.cli_evaluate import add_evaluate
from framing.compare import Comparison, check, conclude, prepare
from framing.embed import load_encoder
from framing.export import check_target, save, to_json
from framing.findings import findings
from framing.read import gather
from framing.resources import ROOT

BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status: 0, or 2 for bad input."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except (ValueError, OSError) as error:
        print(f"framing: {' '.join(str(error).split())}", file=sys.stderr)
        return BAD_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="framing", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    compare = commands.add_parser(
        "compare",
        help="compare articles about one event",
        description="Align the articles' passages and print where the sources differ.",
    )
    compare.add_argument("paths", nargs="+", metavar="PATH", help="a .txt file, an event file (.json) or a folder")
    compare.add_argument("--out", type=Path, metavar="FILE", help="write a comparison (.json) or a folder of CSV")
    compare.add_argument("--json", action="store_true", help="print the comparison file instead of the summary")
    compare.add_argument("--cut", type=_probability, help="probability from which a match counts, 0 to 1")
    compare.add_argument("--model", help="name or folder of another sentence-transformers model")
    compare.set_defaults(run=_compare)
    serve = commands.add_parser("serve", help="open the app in a browser")
    serve.add_argument("--port", type=int, default=8501, help="default: 8501")
    serve.add_argument("--model", help="name or folder of another sentence-transformers model")
    serve.set_defaults(run=_serve)
    add_evaluate(commands)
    return parser


def _compare(options: argparse.Namespace) -> int:
    if options.out:
        check_target(options.out)
    reading = gather(options.paths)
    for note in reading.notes:
        print(f"Note: {note}", file=sys.stderr)
    check(reading.event)
    print(f"Comparing {len(reading.event.articles)} articles.", file=sys.stderr)
    prepared = prepare(reading.event, encoder=load_encoder(options.model), progress=_progress())
    comparison = conclude(prepared, cut=options.cut)
    if options.json:
        print(json.dumps(to_json(comparison), ensure_ascii=False))
    else:
        print(summary(comparison))
    for path in save(comparison, options.out) if options.out else ():
        print(f"Written: {path}", file=sys.stderr)
    return 0


def _serve(options: argparse.Namespace) -> int:
    if options.model:
        os.environ["FRAMING_MODEL"] = options.model
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(options.port)]
    try:
        return subprocess.call(command, cwd=ROOT)  # noqa: S603  (no shell; only the port comes from outside, as a number)
    except KeyboardInterrupt:
        return 0


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


def _progress() -> Callable[[float, str], None] | None:
    """Report progress on one line where a person watches, and not at all where stderr goes to a file."""
    if not sys.stderr.isatty():
        return None

    def report(share: float, doing: str) -> None:
        print(f"\r\033[K{share:4.0%}  {doing}", end="\n" if share >= 1 else "", file=sys.stderr, flush=True)

    return report
