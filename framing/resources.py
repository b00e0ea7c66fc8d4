"""Where the data that comes with the program lies: in the repository, or inside the installed package."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_bundle"  # the wheel puts data/, app.py and pages/ here; see pyproject.toml
ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent
DATA = ROOT / "data"
EVENTS = DATA / "events"


def home() -> Path:
    """Return the user's data folder: `~/.framing`, or where FRAMING_HOME says."""
    return Path(os.environ.get("FRAMING_HOME") or Path.home() / ".framing")


def make_private(path: Path) -> None:
    """Make a file of the data folder that no other user of this computer can read. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        path.touch(mode=0o600)


def load_json(*parts: str) -> Any:
    """Read a JSON file under `data/`, e.g. `load_json("models", "match.json")`."""
    return json.loads(DATA.joinpath(*parts).read_text(encoding="utf-8"))


def example_events() -> list[str]:
    """Return the names of the example events that come with the program."""
    return sorted(path.parent.name for path in EVENTS.glob("*/event.json"))
