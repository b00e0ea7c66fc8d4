"""Fit logistic regressions to linked passages, and apply them out of fold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from framing.align.context import standing_out
from framing.align.model import Linear, Steps
from framing.align.samples import FOLDS, Sample
from framing.align.sides import Numbers

# Whole articles are full of unrelated pairs, so links alone teach to trust shared words: of pairs that somebody chose
# because they are alike, that says little. These proportions hold for both, for SemEval's news pairs (AUC .85 of a
# rating of 3.5 or more; cosine alone .82; all features fitted to the links .80) and for the links.
ALONE = {"cosine": 1.0, "cover_less": 0.18, "figures_differ": -0.3}


def fit_steps(samples: Sequence[Sample]) -> Steps:
    """Fit the three steps, each on what the step before found."""
    single = [s for s in samples if s.kind in ("sentences", "other event") and s.single]
    spoken = fit_linear(list(single[0].found.spoken), [s.found.spoken for s in single], single)
    tables = [{**s.found.whole, "best_sentences": s.found.best(spoken.logits(s.found.spoken))} for s in samples]
    first = fit_linear(list(tables[0]), tables, samples)
    tables = [{**table, **standing_out(first.logits(table))} for table in tables]
    return Steps(spoken, first, fit_linear(list(tables[0]), tables, samples))


def fit_alone(samples: Sequence[Sample]) -> Linear:
    """Fit the model of two sentences without their articles: `ALONE` gives the proportions, the fit the scale."""
    single = [s for s in samples if s.kind in ("sentences", "other event") and s.single]
    fitted = fit_linear(["alike"], [{"alike": Linear(ALONE, 0.0).logits(s.found.whole)} for s in single], single)
    scale = fitted.weights["alike"]
    return Linear({name: scale * weight for name, weight in ALONE.items()}, fitted.intercept)


def fit_linear(names: Sequence[str], tables: Sequence[Mapping[str, Numbers]], samples: Sequence[Sample]) -> Linear:
    """Fit a logistic regression on standardised features and return it on the features' own scales."""
    linked = np.concatenate([s.gold.linked.ravel() for s in samples])
    weights = np.concatenate([np.full(s.gold.linked.size, s.weight) for s in samples])
    rows = np.stack([np.concatenate([table[name].ravel() for table in tables]) for name in names], axis=1)
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    fitted = LogisticRegression(C=1.0, max_iter=2000).fit((rows - middle) / spread, linked, sample_weight=weights)
    slopes = fitted.coef_[0] / spread
    return Linear(dict(zip(names, slopes.tolist(), strict=True)), float(fitted.intercept_[0] - slopes @ middle))


def out_of_fold(samples: Sequence[Sample]) -> list[Numbers]:
    """Return each sample's probabilities from a model fitted without its fold."""
    models = [fit_steps([s for s in samples if s.fold != fold]) for fold in range(FOLDS)]
    return [models[s.fold].probabilities(s.found) for s in samples]
