"""Fit a quadratic form over embeddings: ridge regression with the kernel (x · y) + curve * (x · y)² + f · g.

On sentence embeddings it does as well as a Gaussian kernel, and unlike that it folds into a handful of directions, so
that a fitted probe is a short file and needs none of the texts it was fitted on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.model_selection import GroupKFold

from framing.measure.probe import Numbers


@dataclass(frozen=True, slots=True)
class Quadratic:
    """A fitted form: see `Probe` for the shapes; `extra` are the weights of the columns beside the embedding."""

    intercept: float
    weights: Numbers
    directions: Numbers
    curvature: Numbers
    extra: Numbers

    def __call__(self, rows: Numbers, extra: Numbers) -> Numbers:
        """Return one value a row of embeddings (rows, dimensions) and further columns (rows, columns)."""
        curved = (rows @ self.directions.T) ** 2 @ self.curvature
        return np.asarray(self.intercept + rows @ self.weights + curved + extra @ self.extra)


def fit_quadratic(
    rows: Numbers, target: Numbers, extra: Numbers, *, curve: float, ridge: float, rank: int = 20
) -> Quadratic:
    """Fit to a target (rows,) by kernel ridge regression, and keep the `rank` directions of strongest curvature."""
    products = rows @ rows.T
    kernel = products + curve * products**2 + extra @ extra.T
    mean = float(target.mean())
    dual = np.linalg.solve(kernel + ridge * np.eye(len(rows)), target - mean)
    values, vectors = np.linalg.eigh(curve * (rows.T * dual) @ rows)
    strongest = np.argsort(-np.abs(values))[:rank]
    return Quadratic(mean, rows.T @ dual, vectors[:, strongest].T, values[strongest], extra.T @ dual)


def out_of_fold(
    fit: Callable[[Numbers], Callable[[Numbers], Numbers]], groups: Sequence[str], *, folds: int = 10
) -> Numbers:
    """Return each row's prediction by a model fitted without its group: `fit(train)` gives `predict(test)`.

    `train` and `test` are row numbers. Which group falls in which fold depends on the sizes and names of groups alone.
    """
    predicted = np.full(len(groups), np.nan)
    for train, test in GroupKFold(folds, shuffle=True, random_state=0).split(np.zeros(len(groups)), groups=groups):
        predicted[test] = fit(train)(test)
    return predicted
