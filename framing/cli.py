"""The command line of Framing: compare articles about one event, open the app, replay a project, test the instruments.

Results go to stdout, progress and notes to stderr. Bad input is one sentence on stderr and exit status 2.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version

from framing.cli_compare import add_compare
from framing.cli_evaluate import add_evaluate
from framing.cli_verify import add_verify
from framing.resources import ROOT

BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status: 0, 1 where `verify` finds a change, 2 for bad input."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except (ValueError, OSError) as error:
        print(f"framing: {' '.join(str(error).split())}", file=sys.stderr)
        return BAD_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="framing", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"framing {version('framing')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_compare(commands)
    serve = commands.add_parser("serve", help="open the app in a browser")
    serve.add_argument("--port", type=int, default=8501, help="default: 8501")
    serve.add_argument("--model", help="name or folder of another sentence-transformers model")
    serve.set_defaults(run=_serve)
    add_verify(commands)
    add_evaluate(commands)
    return parser


def _serve(options: argparse.Namespace) -> int:
    if options.model:
        os.environ["FRAMING_MODEL"] = options.model
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    command += ["--server.fileWatcherType", "none"]  # what is served does not change while it is served
    command += ["--server.port", str(options.port)]
    try:
        return subprocess.call(command, cwd=ROOT)  # noqa: S603  (no shell; only the port comes from outside, as a number)
    except KeyboardInterrupt:
        return 0
