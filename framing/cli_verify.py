"""`framing verify`: compute a project again, and say which numbers changed and why."""

from __future__ import annotations

import argparse
import json
import math
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from framing.cli_progress import progress
from framing.embed import load_encoder
from framing.export.verify import Change, Verification, verify
from framing.read import Project, gather

CHANGED = 1
_ABOUT = """Compute the numbers of a project (.framing) again with this program, and say which of them changed and why:
another version of Framing or of a library, another model, word list or fitted file, another type of processor or of
number.

A project that was shared without the texts needs the same articles beside it."""
_STATUS = """examples:
  framing verify study.framing
  framing verify shared.framing articles/

exit status: 0 the numbers are the same; 1 numbers changed; 2 the file could not be read"""


def add_verify(commands: Any) -> None:
    """Add `verify` to the command line."""
    command = commands.add_parser(
        "verify",
        help="compute a project again and say what changed",
        description=_ABOUT,
        epilog=_STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("project", type=Path, metavar="FILE.framing", help="the project")
    command.add_argument("paths", nargs="*", metavar="PATH", help="the articles of a project shared without texts")
    command.add_argument("--json", action="store_true", help="print only JSON")
    command.add_argument("--model", help="name or folder of the sentence-transformers model it was made with")
    command.set_defaults(run=_verify)


def _verify(options: argparse.Namespace) -> int:
    reading = gather([options.project, *options.paths])
    project = reading.project
    if project is None:
        raise ValueError(f"{options.project.name} is no project: name a .framing file that Framing saved.")
    project = _with_texts(project, reading.event.articles, options.paths)
    found = verify(project, load_encoder(options.model), progress=progress())
    print(json.dumps(_as_json(found)) if options.json else told(found, project))
    return 0 if found.same else CHANGED


def _with_texts(project: Project, articles: Any, paths: list[str]) -> Project:
    """Return the project with the event to compute; of texts that were named beside it only its own are taken."""
    if not project.withheld:
        return project
    own = {outline.id for outline in project.outlines}
    found = tuple(a for a in articles if a.id in own)
    if len(found) < len(own):
        missing = "name the same articles after it" if not paths else "the articles named with it are not the same"
        raise ValueError(f"{project.name} holds no texts to compute from: {missing}.")
    event = replace(
        project.event,
        articles=found,
        restored=project.restored,
        judgements=project.judgements,
        rules_off=project.rules_off,
        left_out=project.left_out,
    )
    return replace(project, event=event)


def told(found: Verification, project: Project) -> str:
    """Return in words what was found."""
    if not found.changes:
        lines = [f"The same: all {found.counted:,} numbers of {project.name} came out as they were saved."]
    elif found.same:
        lines = [f"The same within the tolerance: {project.name}."]
    elif found.crossed:
        lines = [f"Changed: a match at the cut came or went, and with it only what follows from it in {project.name}."]
    else:
        lines = [f"Changed: not all numbers of {project.name} came out as they were saved."]
    for change in found.changes:
        lines += ["", f"  {_what(change)}", *(f"    because {why}" for why in change.why)]
        if not change.why:
            lines.append("    and nothing that the file records explains it: its numbers were changed after saving, or")
            lines.append("    they hang on something that is not recorded")
    others = [text for text in found.differs if not any(text in change.why for change in found.changes)]
    if others:
        lines += ["", "Different since it was saved, without a change in the numbers:", *(f"  {t}" for t in others)]
    if found.astray:
        names = "1 judgement names" if found.astray == 1 else f"{found.astray} judgements name"
        lines += ["", f"Without effect: {names} a passage that is not in the project."]
    return "\n".join(lines)


def _what(change: Change) -> str:
    name = f"{change.table.replace('_', ' ')} ({change.instrument})" if change.instrument else change.table
    parts = []
    if change.changed:
        step = f", by {change.largest:.2g} at most" if math.isfinite(change.largest) else ""
        parts.append(f"{change.changed} of {change.rows} rows changed{step}")
    parts += [f"{change.gone} are gone"] * bool(change.gone) + [f"{change.new} are new"] * bool(change.new)
    within = " (within the tolerance)" if change.tolerable else ""
    return f"{name.replace('_', ' ')}: {', '.join(parts)}{within}"


def _as_json(found: Verification) -> dict[str, Any]:
    changes = [asdict(change) for change in found.changes]
    for change in changes:
        change["largest"] = change["largest"] if math.isfinite(change["largest"]) else None
    head = {"same": found.same, "crossed": found.crossed, "numbers": found.counted, "astray": found.astray}
    return head | {"differs": list(found.differs), "changes": changes}
