"""Fit the tone towards somebody on NewsMTSC, whose targets are rated negative, neutral or positive."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from framing.embed import Encoder
from framing.measure.probe import Numbers
from framing.measure.quadratic import Predict, Rows, out_of_fold, rounded
from framing.measure.toward import CLASSES, Toward, toward_columns

_POLARITY = {2.0: 0, 4.0: 1, 6.0: 2}
_BLOCK = 40
"""Sentences of one article stand together in the file, so folds are made of blocks of neighbours."""


def read_targets(folder: Path) -> tuple[list[Toward], npt.NDArray[np.intp], list[str]]:
    """Read the targets, their classes (0 negative, 1 neutral, 2 positive) and the blocks to fold by."""
    mentions, classes, blocks = [], [], []
    lines = (folder / "target_tone.jsonl").read_text(encoding="utf-8").splitlines()
    for i, row in enumerate(json.loads(line) for line in lines if line.strip()):
        for target in row["targets"]:
            mentions.append(Toward(row["sentence"], target["from"], target["to"]))
            classes.append(_POLARITY[target["polarity"]])
            blocks.append(str(i // _BLOCK))
    return mentions, np.array(classes), blocks


def fit_toward(
    mentions: Sequence[Toward], classes: npt.NDArray[np.intp], blocks: Sequence[str], encoder: Encoder
) -> dict[str, Any]:
    """Fit the probe, and return what its file holds."""
    rows = toward_columns(mentions, encoder)
    model = _model().fit(rows, classes)
    return {
        "fitted_on": f"NewsMTSC, Hamborg & Donnay 2021 (MIT), {len(mentions):,} targets in news sentences",
        "classes": CLASSES,
        "out_of_fold": {"macro_f1": toward_out_of_fold(rows, classes, blocks)},
        "intercepts": rounded(model.intercept_),
        "weights": [[round(float(x), 3) for x in weights] for weights in model.coef_],
    }


def toward_out_of_fold(rows: Numbers, classes: npt.NDArray[np.intp], blocks: Sequence[str]) -> float:
    """Return the macro-F1 over the three classes, fitted without the block."""

    def fit(train: Rows) -> Predict:
        model = _model().fit(rows[train], classes[train])
        return lambda test: np.asarray(model.predict(rows[test]), dtype=np.float64)

    return round(float(f1_score(classes, out_of_fold(fit, blocks, folds=5), average="macro")), 4)


def _model() -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=500, class_weight="balanced")
