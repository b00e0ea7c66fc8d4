"""The fitted model: coefficients a person can read, the default cut, and the accuracy measured at each cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from framing.align.context import standing_out
from framing.align.features import Evidence, Table
from framing.align.sides import Numbers
from framing.resources import load_json

FILE = "match.json"


@dataclass(frozen=True)
class Linear:
    """A logistic regression: weights by feature name, on the features' own scales, and the intercept."""

    weights: Mapping[str, float]
    intercept: float

    def logits(self, table: Table) -> Numbers:
        """Return the log-odds, in the shape of the features. Raises ValueError when a feature is absent."""
        if missing := sorted(set(self.weights) - set(table)):
            raise ValueError(f"The model needs the feature {missing[0]!r}, which is absent.")
        features = iter(self.weights.items())
        name, weight = next(features)
        total = self.intercept + weight * table[name]
        term = np.empty_like(total)
        for name, weight in features:  # in place: new tables would take longer than the sums
            total += np.multiply(table[name], weight, out=term)
        return total


@dataclass(frozen=True)
class Steps:
    """The model of passages in their articles.

    First the log-odds of their sentences, of which the best pair is kept; then the passages' own; then how the pair
    stands out by these.
    """

    spoken: Linear
    first: Linear
    second: Linear

    def probabilities(self, found: Evidence) -> Numbers:
        """Return the probability, 0 to 1, that each pair of passages tells the same thing, in the tables' shape."""
        return probability(self.second.logits(self.tables(found)))

    def tables(self, found: Evidence) -> dict[str, Numbers]:
        """Return every feature the second step reads."""
        table = {**found.whole, "best_sentences": found.best(self.spoken.logits(found.spoken))}
        return {**table, **standing_out(self.first.logits(table), found.firsts)}


class Expected(NamedTuple):
    """Precision and recall measured out of fold at a cut, 0 to 1 each."""

    precision: float
    recall: float


def probability(logits: Numbers) -> Numbers:
    """Return log-odds as probabilities, 0 to 1."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -40, 40))))


@lru_cache(maxsize=1)
def passage_model() -> Steps:
    """Return the model of passages in their articles."""
    stored = stored_model()["passages"]
    return Steps(*(_linear(stored[step]) for step in ("spoken", "first", "second")))


@lru_cache(maxsize=1)
def sentence_model() -> Linear:
    """Return the model of two sentences without their articles."""
    return _linear(stored_model()["sentences"])


def default_cut() -> float:
    """Return the cut with the best F1 out of fold that the negative control allows."""
    return float(stored_model()["default_cut"])


def expected(cut: float) -> Expected:
    """Return the precision and recall measured out of fold at the cut, between the table's rows by interpolation."""
    rows = stored_model()["accuracy_by_cut"]
    cuts = [row["cut"] for row in rows]
    precision, recall = (float(np.interp(cut, cuts, [row[key] for row in rows])) for key in ("precision", "recall"))
    return Expected(precision, recall)


@lru_cache(maxsize=1)
def stored_model() -> Mapping[str, Any]:
    """Read the fitted model with all that is said about it: command, source, licence, date, accuracy."""
    stored: Mapping[str, Any] = load_json("models", FILE)
    return stored


def _linear(stored: Mapping[str, Any]) -> Linear:
    return Linear({name: float(w) for name, w in stored["weights"].items()}, float(stored["intercept"]))
