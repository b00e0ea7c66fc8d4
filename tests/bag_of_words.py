"""An encoder that can be checked by hand: one dimension a word of a fixed list, and one for texts without any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from framing.records import Vectors

WORDS = (
    "bridge mayor closed engineers cracks repairs cost nine million crowns council shops winter river swimmers summer "
    "ferry storm harbour rescue children school"
).split()


@dataclass(frozen=True)
class BagOfWords:
    """Counts the words of `words`, whatever their case; a text without any of them gets the last dimension."""

    words: tuple[str, ...] = tuple(WORDS)
    name: str = "bag-of-words"
    sha256: str = "0" * 64
    dtype: str = "float32"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 a text: shape (texts, words + 1)."""
        rows = np.zeros((len(texts), len(self.words) + 1), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            said = [word.strip(".,;:!?“”\"'()").lower() for word in text.split()]
            row[:-1] = [said.count(word) for word in self.words]
            row[-1] = not row.any()
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
