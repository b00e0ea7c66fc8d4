"""Sentence vectors by text, for articles that are cut up in several ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framing.embed import Encoder, embed
from framing.records import Passage, Sentence, Vectors


@dataclass(frozen=True)
class Library:
    """The vector of every sentence, by its text: shape (1, dimensions) each."""

    vectors: Mapping[str, Vectors]

    @classmethod
    def of(cls, passages: Iterable[Passage], encoder: Encoder) -> Library:
        """Embed every sentence of the passages once."""
        texts = sorted({s.text for p in passages for s in p.sentences})
        return cls(embed([Passage(t, "", "", 0, "body", t, (Sentence(t, 0),)) for t in texts], encoder))

    def look_up(self, passages: Sequence[Passage]) -> Mapping[str, Vectors]:
        """Return what `embed` would: sentence vectors by passage id."""
        return {p.id: np.concatenate([self.vectors[s.text] for s in p.sentences]) for p in passages}
