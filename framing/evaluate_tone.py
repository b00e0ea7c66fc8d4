"""Hold a user's own ratings or labels against an instrument."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.stats import spearmanr
from sklearn.metrics import f1_score, roc_auc_score

from framing.embed import Encoder, embed
from framing.measure.instruments import INSTRUMENTS
from framing.measure.probe import Numbers
from framing.measure.tone import scores as measure
from framing.records import Passage, Sentence, Vectors

CUTS = {"rated": 0.0, "vader": 0.05, "vader_neutral": 0.05, "loaded": 0.5, "certainty": 0.0, "attribution": 0.0}
"""From where on an instrument says 1 against a label; VADER's is its authors', the others the middle of their range."""


def evaluate_tone(
    texts: Sequence[str],
    *,
    encoder: Encoder,
    instrument: str = "rated",
    scores: Sequence[float] | None = None,
    labels: Sequence[int] | None = None,
) -> dict[str, float]:
    """Return how an instrument agrees with ratings (`pearson`, `spearman`) or labels 1 and 0 (`auc`, `macro_f1`).

    A text of several sentences counts as one. Raises ValueError, with what to mend, for an unknown instrument, for
    texts and judgements of different number, for judgements that are not numbers or do not vary.
    """
    if instrument not in INSTRUMENTS:
        raise ValueError(f"There is no instrument {instrument!r}; choose one of {', '.join(INSTRUMENTS)}.")
    if (scores is None) == (labels is None):
        raise ValueError("Give either scores or labels to hold the instrument against.")
    given = _judgements(texts, scores if scores is not None else labels)
    measured = _measured(texts, instrument, encoder)
    if labels is not None:
        if set(np.unique(given)) != {0.0, 1.0}:
            raise ValueError("Labels must be 1 or 0, and both must occur.")
        cut = measured > CUTS[instrument]
        return {"auc": float(roc_auc_score(given, measured)), "macro_f1": float(f1_score(given, cut, average="macro"))}
    if len(given) < 3 or np.ptp(given) == 0:
        raise ValueError("At least three texts with scores that differ are needed.")
    if np.ptp(measured) == 0:
        return {"pearson": 0.0, "spearman": 0.0}  # the instrument found nothing in any text, so it agrees by no means
    pearson = float(np.corrcoef(given, measured)[0, 1])
    return {"pearson": pearson, "spearman": float(spearmanr(given, measured).statistic)}


def _judgements(texts: Sequence[str], given: Sequence[float] | Sequence[int] | None) -> Numbers:
    try:
        numbers = np.asarray(given, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError("Scores and labels must be numbers.") from error
    if not len(texts):
        raise ValueError("There are no texts to evaluate.")
    if len(numbers) != len(texts):
        raise ValueError(f"Number of scores or labels ({len(numbers)}) must match number of texts ({len(texts)}).")
    if not np.isfinite(numbers).all():
        raise ValueError("Scores and labels must be numbers; some are empty or infinite.")
    return numbers


def _measured(texts: Sequence[str], instrument: str, encoder: Encoder) -> Numbers:
    """Return the instrument's score of each text, 0 where it has nothing to measure."""
    passages = [Passage(str(i), "", "", i, "body", text, (Sentence(text, 0),)) for i, text in enumerate(texts)]
    vectors = embed(passages, encoder)
    rows: Vectors = np.concatenate([vectors[p.id] for p in passages])
    found = measure(texts, rows).get(instrument)
    if found is None:
        raise ValueError(f"The instrument {instrument!r} needs the model it was fitted on, not {encoder.name!r}.")
    return np.asarray(np.nan_to_num(found), dtype=np.float64)
