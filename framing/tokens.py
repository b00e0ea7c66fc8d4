"""Word pieces as the model sees them in their sentence, made small enough to keep.

Two sentences can tell the same thing in other words: "the vessel ran aground", "the ship hit the rocks". Their vectors
blur that; the pieces' own vectors, each beside the most similar one of the other sentence, do not. A projection fitted
to openly licensed news keeps 64 of the model's dimensions and says how much each piece matters.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from framing.records import Vectors
from framing.resources import DATA, load_json

Tokens = npt.NDArray[np.int8]
"""Word pieces of a text: shape (pieces, 65), 64 columns of direction and, last, how much the piece matters."""

FILE = "match_tokens.json"


@dataclass(frozen=True, slots=True)
class Projection:
    """How the pieces of one model are made small.

    `matrix` has shape (dimensions, 65): 64 columns of direction and one of importance, the log of a factor on the
    piece's rarity; `rarities` holds 10 times the log rarity of each piece of the model's vocabulary.
    """

    sha256: str
    matrix: Vectors
    rarities: npt.NDArray[np.uint8]

    def small(self, pieces: npt.NDArray[np.int64], vectors: Vectors) -> Tokens:
        """Return a text's pieces made small; `pieces` are their numbers in the vocabulary, `vectors` have length 1."""
        rows = vectors @ self.matrix
        weights = np.clip(self.rarities[pieces] * np.exp(rows[:, -1]), 1, 127)
        rows *= 127 / np.maximum(np.abs(rows[:, :-1]).max(axis=1, keepdims=True), 1e-9)
        rows[:, -1] = weights
        return rows.round().astype(np.int8)


@lru_cache(maxsize=1)
def projection() -> Projection | None:
    """Read the fitted projection; None where it is not there (before it is fitted)."""
    if not (DATA / "models" / FILE).is_file():
        return None
    stored = load_json("models", FILE)
    matrix = np.frombuffer(base64.b64decode(stored["matrix"]), dtype="<f2").astype(np.float32).reshape(stored["shape"])
    return Projection(
        stored["model_sha256"], matrix, np.frombuffer(base64.b64decode(stored["rarities"]), dtype=np.uint8)
    )


@dataclass(frozen=True, slots=True)
class Embedded(Mapping[str, Vectors]):
    """Sentence vectors by passage id, and beside them the passages' word pieces where the encoder gives them."""

    vectors: Mapping[str, Vectors]
    tokens: Mapping[str, Tokens]

    def __getitem__(self, id: str) -> Vectors:
        return self.vectors[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.vectors)

    def __len__(self) -> int:
        return len(self.vectors)


def together(parts: Sequence[Mapping[str, Vectors]]) -> Mapping[str, Vectors]:
    """Join several mappings of sentence vectors into one, with their word pieces when all have them."""
    vectors = {id: rows for part in parts for id, rows in part.items()}
    if all(isinstance(part, Embedded) for part in parts):
        return Embedded(vectors, {id: t for p in parts if isinstance(p, Embedded) for id, t in p.tokens.items()})
    return vectors
