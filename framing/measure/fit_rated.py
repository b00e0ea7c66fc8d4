"""Fit rated tone: how negative or positive people find a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

from framing.embed import Encoder
from framing.measure.features import analyzer, features
from framing.measure.probe import Numbers
from framing.measure.quadratic import Predict, Rows, fit_quadratic, out_of_fold, rounded

VADER = ("vader", "vader_positive", "vader_negative")
# Chosen by out-of-fold correlation on the editorials; neighbouring values change the figures in the third decimal.
CURVE, RIDGE = 4.0, 6.0
BESIDE = (0.1, 0.1, 0.1, 0.2, 0.2)
"""Deviation that VADER's columns and the helpers are brought to beside the embedding, whose rows have length 1."""


def fit_rated(rated: pd.DataFrame, news: pd.DataFrame, encoder: Encoder) -> dict[str, Any]:
    """Fit rated tone, and return what its file holds.

    `rated` has the columns text, score (-4 to 4) and article; `news` text and score.
    """
    helpers = helper_directions(news, encoder)
    rows, columns = rated_columns(list(rated["text"]), helpers, encoder)
    scale = np.array(BESIDE) / columns.std(axis=0)
    target = rated["score"].to_numpy(dtype=np.float64)
    fitted = fit_quadratic(rows, target, columns * scale, curve=CURVE, ridge=RIDGE)
    predicted = rated_out_of_fold(rows, columns, target, list(rated["article"]))
    extra = fitted.extra * scale
    # Helpers are linear in the embedding, so they fold into its weights.
    written = fitted.written() | {"weights": rounded(fitted.weights + extra[len(VADER) :] @ helpers)}
    return {
        "fitted_on": f"Hutto & Gilbert 2014, {len(rated):,} newspaper editorial sentences, mean of 20 raters (MIT); "
        "helped by NewsMTSC, Hamborg & Donnay 2021 (MIT), and the VADER lexicon (MIT)",
        "link": "identity",
        "low": -4.0,
        "high": 4.0,
        "out_of_fold": agreement(target, predicted, list(rated["article"])),
        "features": dict(zip(VADER, rounded(extra), strict=False)),
        "helpers": [rounded(direction) for direction in helpers],
        **written,
    }


def rated_columns(texts: list[str], helpers: Numbers, encoder: Encoder) -> tuple[Numbers, Numbers]:
    """Return embeddings (texts, dimensions) and the columns beside them (texts, 3 of VADER + helpers)."""
    rows = np.asarray(encoder.encode(texts), dtype=np.float64)
    named = features(texts)
    return rows, np.column_stack([*(named[name] for name in VADER), rows @ helpers.T])


def rated_out_of_fold(rows: Numbers, columns: Numbers, target: Numbers, articles: Sequence[str]) -> Numbers:
    """Return each sentence's rated tone from a fit without its article."""

    def fit(train: Rows) -> Predict:
        scale = np.array(BESIDE) / columns[train].std(axis=0)
        fitted = fit_quadratic(rows[train], target[train], columns[train] * scale, curve=CURVE, ridge=RIDGE)
        return lambda test: fitted(rows[test], columns[test] * scale)

    return out_of_fold(fit, articles)


def helper_directions(news: pd.DataFrame, encoder: Encoder) -> Numbers:
    """Return directions of favour and disfavour learned elsewhere, shape (2, dimensions): news, VADER's words."""
    words = {word: score for word, score in analyzer(neutral=False).lexicon.items() if word.isalpha() and len(word) > 2}
    sets = ((list(news["text"]), list(news["score"])), (list(words), list(words.values())))
    found = [Ridge(alpha=2.0).fit(encoder.encode(texts), np.asarray(scores)).coef_ for texts, scores in sets]
    return np.array(found, dtype=np.float64).round(4)


def agreement(target: Numbers, predicted: Numbers, articles: Sequence[str]) -> dict[str, float]:
    """Return Pearson's r over sentences and over means of articles."""
    means = pd.DataFrame({"article": articles, "a": target, "b": predicted}).groupby("article").mean()
    return {
        "pearson": round(float(np.corrcoef(target, predicted)[0, 1]), 4),
        "pearson_articles": round(float(np.corrcoef(means["a"], means["b"])[0, 1]), 4),
    }
