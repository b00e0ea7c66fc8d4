"""An encoder that looks first whether a text's vector is at hand, and keeps the new ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from framing.embed import Encoder, vectors_of
from framing.records import Vectors


@dataclass(frozen=True, slots=True)
class KeptEncoder:
    """The vectors of another encoder, each computed once; its model is loaded only for a text that is new."""

    encoder: Encoder

    @property
    def name(self) -> str:
        """The other encoder's name."""
        return self.encoder.name

    @property
    def sha256(self) -> str:
        """The other encoder's weights."""
        return self.encoder.sha256

    @property
    def dtype(self) -> str:
        """The other encoder's type of number."""
        return self.encoder.dtype

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text: shape (texts, dimensions)."""
        vectors = vectors_of(texts, self.encoder)
        return np.array([vectors[text] for text in texts], dtype=np.float32)
