"""What numbers depend on beside the texts: versions, the program's own code, fitted files and words, the processor."""

from __future__ import annotations

import hashlib
import platform
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np

from framing.read.project import Versions
from framing.resources import DATA

# What takes part in a number: change one of these and a number may change.
LIBRARIES = (
    "framing", "numpy", "pandas", "scikit-learn", "scipy", "sentence-transformers", "sentencex", "tokenizers", "torch",
    "transformers", "vadersentiment",
)  # fmt: skip
# The parts of the package that take part in a number: folders, or modules.
CODE = (
    "align", "cache", "clean", "compare", "comparison", "embed", "measure", "mentions", "packed", "quotation",
    "records", "segment",
)  # fmt: skip
_PACKAGE = Path(__file__).parent.parent


def made_with() -> Versions:
    """Return what this program would make numbers with: `versions`, `data` and `machine`.

    `data` holds the SHA-256 of every file by its name, and of each part of the program's own code as `code/PART`.
    """
    return {
        "versions": {"python": platform.python_version()} | {name: _version(name) for name in LIBRARIES},
        "data": {**data_hashes(), **code_hashes()},
        "machine": {"processor": processor()},
    }


@lru_cache(maxsize=1)
def data_hashes() -> dict[str, str]:
    """Return the SHA-256 of every fitted model, word list and stored vector, by its path under `data/`."""
    files = [p for folder in ("models", "lexicons") for p in sorted((DATA / folder).iterdir()) if p.is_file()]
    return {p.relative_to(DATA).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


@lru_cache(maxsize=1)
def code_hashes() -> dict[str, str]:
    """Return the SHA-256 over the Python files of each part of the package that takes part in a number."""
    return {f"code/{part}": _code_hash(part) for part in CODE}


@lru_cache(maxsize=1)
def processor() -> str:
    """Return the type of this processor, as far as it matters to sums of floating point numbers."""
    config: Any = np.show_config(mode="dicts")
    found = [str(name) for name in config.get("SIMD Extensions", {}).get("found", [])]
    return " ".join([platform.machine() or "unknown", *found])


def _code_hash(part: str) -> str:
    module = _PACKAGE / f"{part}.py"
    files = [module] if module.is_file() else sorted((_PACKAGE / part).rglob("*.py"))
    whole = hashlib.sha256()
    for file in files:
        # Where the lines end differs between systems, and changes no number.
        content = file.read_bytes().replace(b"\r\n", b"\n")
        whole.update(f"{file.relative_to(_PACKAGE).as_posix()}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
