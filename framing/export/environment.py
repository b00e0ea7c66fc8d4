"""What numbers depend on beside the texts: versions, the files of fitted coefficients and words, the processor type."""

from __future__ import annotations

import hashlib
import platform
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np

from framing.read.project import Versions
from framing.resources import DATA

# What takes part in a number: change one of these and a number may change.
LIBRARIES = (
    "framing", "numpy", "pandas", "scikit-learn", "scipy", "sentence-transformers", "sentencex", "tokenizers", "torch",
    "transformers", "vadersentiment",
)  # fmt: skip


def made_with() -> Versions:
    """Return what this program would make numbers with: `versions`, `data` (SHA-256 by file) and `machine`."""
    return {
        "versions": {"python": platform.python_version()} | {name: _version(name) for name in LIBRARIES},
        "data": dict(data_hashes()),
        "machine": {"processor": processor()},
    }


@lru_cache(maxsize=1)
def data_hashes() -> dict[str, str]:
    """Return the SHA-256 of every fitted model, word list and stored vector, by its path under `data/`."""
    files = [p for folder in ("models", "lexicons") for p in sorted((DATA / folder).iterdir()) if p.is_file()]
    return {p.relative_to(DATA).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


@lru_cache(maxsize=1)
def processor() -> str:
    """Return the type of this processor, as far as it matters to sums of floating point numbers."""
    config: Any = np.show_config(mode="dicts")
    found = [str(name) for name in config.get("SIMD Extensions", {}).get("found", [])]
    return " ".join([platform.machine() or "unknown", *found])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
