"""Fit loaded wording on sentence pairs written for this project: the same fact told plainly and told loaded.

Three parts add up: a quadratic probe on the pairs; the lexicon's score regressed on embeddings of unlabelled news,
which carries the lexicon over to words that it lacks; and the lexicon itself. None saw a sentence of somebody else's
that anybody had marked as loaded.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import roc_auc_score

from framing.embed import Encoder
from framing.measure.features import loaded_words
from framing.measure.probe import Numbers
from framing.measure.quadratic import Predict, Quadratic, Rows, fit_quadratic, out_of_fold

CURVE, RIDGE = 8.0, 2.0
SPREAD, WORDS = 0.4, 3.5
"""Weights beside the pairs' probe, in its deviations: the lexicon spread over embeddings, and the lexicon itself.

The lexicon weighs most, so that one planted word shows in a passage that is otherwise plain.
"""
SLOPE, PRIOR = 1.5, 0.2
"""How steeply the score rises per deviation in news, and the share of its sentences that are taken to be loaded."""


def fit_loaded(pairs: pd.DataFrame, news: Sequence[str], encoder: Encoder) -> dict[str, Any]:
    """Fit loaded wording, and return what its file holds; `pairs` has the columns topic, plain and loaded."""
    texts = [*pairs["plain"], *pairs["loaded"]]
    labels = np.repeat([0.0, 1.0], len(pairs))
    rows = np.asarray(encoder.encode(texts), dtype=np.float64)
    words = np.array([loaded_words(text) for text in texts])
    around = np.asarray(encoder.encode(list(news)), dtype=np.float64)
    spread = _spread(around, news)

    def fit(train: Rows) -> Quadratic:
        probe = fit_quadratic(rows[train], labels[train] * 2 - 1, curve=CURVE, ridge=RIDGE)
        probe = probe.scaled(1 / float(probe(around).std()))
        return Quadratic(probe.intercept, probe.weights + spread, probe.directions, probe.curvature, probe.extra)

    def held_out(train: Rows) -> Predict:
        probe = fit(train)
        return lambda test: probe(rows[test]) + WORDS * words[test]

    predicted = out_of_fold(held_out, [*pairs["topic"], *pairs["topic"]], folds=5)
    shift = SLOPE * _middle(predicted, labels) + math.log(PRIOR / (1 - PRIOR))
    return {
        "fitted_on": f"{len(pairs)} sentence pairs written for this project (data/lexicons/loaded_pairs.csv) and its "
        "lexicon (loaded.csv); unlabelled sentences of NewsMTSC and Hutto & Gilbert 2014 (both MIT)",
        "link": "logistic",
        "low": 0.0,
        "high": 1.0,
        "out_of_fold": {"auc_on_pairs_of_other_topics": round(float(roc_auc_score(labels, predicted)), 3)},
        "features": {"loaded_words": WORDS * SLOPE},
        **fit(np.arange(len(rows))).scaled(SLOPE, shift).written(),
    }


def _spread(around: Numbers, news: Sequence[str]) -> Numbers:
    """Return the direction in which sentences with words of the lexicon lie, shape (dimensions,)."""
    direction = Ridge(alpha=3.0).fit(around, np.array([loaded_words(text) for text in news])).coef_
    return np.asarray(SPREAD * direction / (around @ direction).std())


def _middle(predicted: Numbers, labels: Numbers) -> float:
    """Return what to add so that 0 stands where a sentence is as like the loaded half of the pairs as the plain one.

    Platt's slope is not used: the pairs lie further apart than news does, and it would press news to the ends.
    """
    platt = LogisticRegression(C=1e6).fit(predicted[:, None], labels)
    return float(platt.intercept_[0] / platt.coef_[0, 0])
