"""The quality gate: `python -m tests.quality.gate [PART …]`, or `make quality` for all parts.

Measures every instrument against human judgements, writes `data/accuracy.json` and the README's figures, and exits with
1 when a figure is worse than its pinned bound in `floors.json`. A floor rises freely and falls only with a reason,
written beside it. The judgements lie in the folder that FRAMING_SHARED names, or in ../shared; where that is absent the
gate says so and measures the rest.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from framing.resources import DATA, ROOT
from tests.quality import actors, alignment, emphasis, extraction, grouping, readme, tone, voices

BOUNDS = Path(__file__).with_name("floors.json")
TARGET = DATA / "accuracy.json"
COMMAND = "python -m tests.quality.gate"
DIGITS = 4
MEASURES = {
    "alignment": alignment.measure,
    "tone": tone.measure,
    "emphasis": emphasis.measure,
    "actors": actors.measure,
    "voices": voices.measure,
    "extraction": extraction.measure,
    "grouping": grouping.measure,
}
BESIDE = {
    "tone": {"floors": tone.FLOORS},
    "emphasis": {"floors": emphasis.FLOORS, "ceilings": emphasis.CEILINGS},
    "actors": {"floors": actors.FLOORS},
    "voices": {"floors": voices.FLOORS},
    "extraction": {"floors": extraction.FLOORS},
    "grouping": {"floors": grouping.FLOORS},
}
"""The bounds that stand beside what measures them; those of the alignment are in `floors.json`."""


def main(asked: Sequence[str] = ()) -> int:
    """Measure the parts asked for, all without any, write, and compare with the bounds; 1 when one does not hold."""
    shared = shared_folder()
    if shared is None:
        print("The shared folder is absent (FRAMING_SHARED, ../shared): only what needs none of its data is measured.")
    stored = json.loads(TARGET.read_text("utf-8")) if TARGET.is_file() else {}
    bounds = json.loads(BOUNDS.read_text("utf-8")) | BESIDE
    failures = []
    for name in asked or MEASURES:
        found = rounded(MEASURES[name](shared))
        # Without the shared folder a part is measured: the other figures stay, with the day they are from.
        stored[name] = stored.get(name, {}) | dated(found)
        failures += [f"{name}.{line}" for line in broken(found, bounds[name], complete=shared is not None)]
        TARGET.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", "utf-8")
        print(json.dumps({name: found}, indent=1, ensure_ascii=False))
    readme.update()
    for line in failures:
        print(f"FAILED {line}")
    print(f"Written: {TARGET.relative_to(ROOT)}; {len(failures)} figures out of bounds.")
    return 1 if failures else 0


def shared_folder() -> Path | None:
    """Return the folder of judgements, or None where it is not there."""
    folder = Path(os.environ.get("FRAMING_SHARED") or ROOT.parent / "shared")
    return folder if (folder / "data").is_dir() else None


def broken(found: Mapping[str, Any], bounds: Mapping[str, Any], *, complete: bool) -> Iterator[str]:
    """Yield a line for each figure under its floor or over its ceiling, and for those that are missing."""
    for sign, kind in ((1, "floors"), (-1, "ceilings")):
        for name, bound in bounds.get(kind, {}).items():
            value = at(found, name)
            if value is None and not complete:
                continue
            if value is None or sign * (value - bound) < 0:
                yield f"{name} is {value}, pinned {'at least' if sign > 0 else 'at most'} {bound}"


def at(found: Mapping[str, Any], name: str) -> float | None:
    """Return a figure by its dotted name, or None."""
    value: Any = found
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def dated(found: Mapping[str, Any]) -> dict[str, Any]:
    """Put the day and the command beside each group of figures."""
    about = {"date": datetime.now(UTC).date().isoformat(), "command": COMMAND}
    return {name: {**about, **value} if isinstance(value, Mapping) else value for name, value in found.items()}


def rounded(value: Any) -> Any:
    """Round every figure, so that the file changes when something has."""
    if isinstance(value, Mapping):
        return {key: rounded(part) for key, part in value.items()}
    return round(float(value), DIGITS) if isinstance(value, float) else value


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
