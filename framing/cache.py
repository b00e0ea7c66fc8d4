"""Vectors that need not be computed again: those of the example events come with the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import numpy as np

from framing.records import Vectors, fingerprint
from framing.resources import DATA

EXAMPLE_VECTORS = DATA / "models" / "example_vectors.npz"


def known_vectors(texts: Iterable[str], sha256: str) -> dict[str, Vectors]:
    """Return the vectors at hand, shape (dimensions,) each, by text; only those of the model with this SHA-256."""
    rows = _examples(sha256)
    found = {text: rows.get(fingerprint(text)) for text in texts}
    return {text: row for text, row in found.items() if row is not None}


def save_example_vectors(vectors: Mapping[str, Vectors], sha256: str) -> None:
    """Write the file that comes with the program: texts by their fingerprints, never the texts themselves."""
    texts = sorted(vectors)
    keys = np.array([fingerprint(text) for text in texts])
    np.savez_compressed(EXAMPLE_VECTORS, keys=keys, rows=np.array([vectors[t] for t in texts]), sha256=np.array(sha256))
    _examples.cache_clear()


@lru_cache(maxsize=2)
def _examples(sha256: str) -> dict[str, Vectors]:
    if not EXAMPLE_VECTORS.is_file():
        return {}
    with np.load(EXAMPLE_VECTORS, allow_pickle=False) as file:
        return dict(zip(file["keys"].tolist(), file["rows"], strict=True)) if str(file["sha256"]) == sha256 else {}
