"""Apply a fitted probe: sentence embeddings and a few named features in, one score a sentence out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from framing.records import Vectors
from framing.resources import DATA, load_json

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Probe:
    """A quadratic form over embeddings with named features beside it, clipped or squashed to `low` … `high`.

    score = intercept + weights · x + sum of curvature * (directions · x)² + sum of named weight * feature

    Shapes: weights (dimensions,), directions (rank, dimensions), curvature (rank,).
    """

    intercept: float
    weights: Numbers
    directions: Numbers
    curvature: Numbers
    named: Mapping[str, float]
    low: float
    high: float
    logistic: bool

    def score(self, vectors: Vectors, features: Mapping[str, Numbers]) -> Numbers:
        """Return one score a sentence from vectors (sentences, dimensions) and named features (sentences,) each."""
        total = self.unbounded(vectors, features)
        if self.logistic:
            total = 1.0 / (1.0 + np.exp(-total))
        return np.clip(total, self.low, self.high)

    def unbounded(self, vectors: Vectors, features: Mapping[str, Numbers]) -> Numbers:
        """Return the sums before they are clipped or squashed; for a logistic probe these are log-odds."""
        rows = vectors.astype(np.float64)
        total: Numbers = self.intercept + rows @ self.weights + (rows @ self.directions.T) ** 2 @ self.curvature
        for name, weight in self.named.items():
            total = total + weight * features[name]
        return total

    def fits(self, vectors: Vectors) -> bool:
        """Whether the vectors have the size that the probe was fitted on."""
        return bool(vectors.shape[1] == len(self.weights))


@lru_cache
def load_probe(name: str) -> Probe | None:
    """Read `data/models/NAME.json`, or return None where it has not been fitted."""
    if not (DATA / "models" / f"{name}.json").is_file():
        return None
    return probe_of(load_json("models", f"{name}.json"))


def probe_of(fitted: Mapping[str, Any]) -> Probe:
    """Return the probe that a file under `data/models/` describes."""
    return Probe(
        float(fitted["intercept"]),
        np.array(fitted["weights"], dtype=np.float64),
        np.array(fitted["directions"], dtype=np.float64).reshape(-1, len(fitted["weights"])),
        np.array(fitted["curvature"], dtype=np.float64),
        dict(fitted["features"]),
        float(fitted["low"]),
        float(fitted["high"]),
        fitted["link"] == "logistic",
    )
