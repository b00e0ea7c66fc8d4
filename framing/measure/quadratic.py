"""Fit a quadratic form over embeddings: ridge regression with the kernel (x · y) + curve * (x · y)² + f · g.

On sentence embeddings it does as well as a Gaussian kernel, and unlike that it folds into a handful of directions, so
that a fitted probe is a short file and needs none of the texts it was fitted on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.model_selection import GroupKFold

from framing.measure.probe import Numbers

Rows = npt.NDArray[np.intp]
"""Row numbers."""
Predict = Callable[[Rows], Numbers]


@dataclass(frozen=True, slots=True)
class Quadratic:
    """A fitted form: see `Probe` for the shapes; `extra` are the weights of the columns beside the embedding."""

    intercept: float
    weights: Numbers
    directions: Numbers
    curvature: Numbers
    extra: Numbers

    def __call__(self, rows: Numbers, extra: Numbers | None = None) -> Numbers:
        """Return one value a row of embeddings (rows, dimensions) and further columns (rows, columns)."""
        curved = (rows @ self.directions.T) ** 2 @ self.curvature
        beside = 0.0 if extra is None else extra @ self.extra
        return np.asarray(self.intercept + rows @ self.weights + curved + beside)

    def scaled(self, factor: float, shift: float = 0.0) -> Quadratic:
        """Return the form times a factor, plus a shift."""
        parts = (self.weights * factor, self.directions, self.curvature * factor, self.extra * factor)
        return Quadratic(self.intercept * factor + shift, *parts)

    def written(self) -> dict[str, Any]:
        """Return the form as a file under `data/models/` holds it, without the columns beside the embedding."""
        return {
            "intercept": round(self.intercept, 4),
            "curvature": rounded(self.curvature),
            "weights": rounded(self.weights),
            "directions": [rounded(direction) for direction in self.directions],
        }


def fit_quadratic(
    rows: Numbers, target: Numbers, extra: Numbers | None = None, *, curve: float, ridge: float, rank: int = 20
) -> Quadratic:
    """Fit to a target (rows,) by kernel ridge regression, and keep the `rank` directions of strongest curvature."""
    extra = np.zeros((len(rows), 0)) if extra is None else extra
    products = rows @ rows.T
    kernel = products + curve * products**2 + extra @ extra.T
    mean = float(target.mean())
    dual = np.linalg.solve(kernel + ridge * np.eye(len(rows)), target - mean)
    values, vectors = np.linalg.eigh(curve * (rows.T * dual) @ rows)
    strongest = np.argsort(-np.abs(values))[:rank]
    return Quadratic(mean, rows.T @ dual, vectors[:, strongest].T, values[strongest], extra.T @ dual)


def out_of_fold(fit: Callable[[Rows], Predict], groups: Sequence[str], *, folds: int = 10) -> Numbers:
    """Return each row's prediction by a model fitted without its group: `fit(train)` gives `predict(test)`."""
    predicted = np.full(len(groups), np.nan)
    split = GroupKFold(folds, shuffle=True, random_state=0)
    for train, test in split.split(np.zeros(len(groups)), groups=np.asarray(groups)):
        predicted[test] = fit(train)(test)
    return predicted


def rounded(numbers: Numbers) -> list[float]:
    """Return the numbers to four decimals."""
    return [round(float(x), 4) for x in numbers]
