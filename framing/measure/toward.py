"""Measure the tone of what is said of somebody: the sentence and the clause round a mention, the name masked.

A multinomial logistic regression on their embeddings and VADER, fitted on NewsMTSC (Hamborg & Donnay 2021, MIT; see
`fit_toward`). The name is masked, so that the tone is that of the words and not of who is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from framing.embed import Encoder
from framing.measure.features import vader
from framing.measure.probe import Numbers
from framing.resources import DATA, load_json

MASK = "this person"
CLASSES = ("negative", "neutral", "positive")
_BREAK = re.compile(
    r"[;:—–]|, (?:but|while|who|and|which|as|although)\b|\b(?:but|while|because|although|after|before)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Toward:
    """A sentence that mentions somebody, from `start` up to `end` in characters."""

    sentence: str
    start: int
    end: int

    @property
    def masked(self) -> str:
        """The sentence with the mention masked."""
        return f"{self.sentence[: self.start]}{MASK}{self.sentence[self.end :]}"

    @property
    def clause(self) -> str:
        """The clause round the mention, the mention masked."""
        before = [m.end() for m in _BREAK.finditer(self.sentence, 0, self.start)]
        after = _BREAK.search(self.sentence, self.end)
        first, last = (before or [0])[-1], after.start() if after else len(self.sentence)
        return f"{self.sentence[first : self.start]}{MASK}{self.sentence[self.end : last]}"


def toward(mentions: Sequence[Toward], encoder: Encoder) -> pd.DataFrame | None:
    """Return one row a mention: negative, neutral, positive (probabilities) and score, -1 negative … +1 positive.

    None where the vectors are not those of the model that it was fitted on, or where it has not been fitted.
    """
    model = _coefficients()
    rows = toward_columns(mentions, encoder)
    if model is None or rows.shape[1] != model[0].shape[1]:
        return None
    weights, intercepts = model
    odds = rows @ weights.T + intercepts
    odds = np.exp(odds - odds.max(axis=1, keepdims=True))
    table = pd.DataFrame(odds / odds.sum(axis=1, keepdims=True), columns=list(CLASSES))
    return table.assign(score=table["positive"] - table["negative"])


def toward_columns(mentions: Sequence[Toward], encoder: Encoder) -> Numbers:
    """Return embeddings of sentence and clause, and VADER of both: shape (mentions, 2 * dimensions + 2)."""
    sentences, clauses = [m.masked for m in mentions], [m.clause for m in mentions]
    rows = encoder.encode([*sentences, *clauses]).astype(np.float64)
    valence = np.array([[vader(a)[0], vader(b)[0]] for a, b in zip(sentences, clauses, strict=True)]).reshape(-1, 2)
    return np.column_stack([rows[: len(mentions)], rows[len(mentions) :], valence])


@lru_cache
def _coefficients() -> tuple[Numbers, Numbers] | None:
    if not (DATA / "models" / "tone_toward.json").is_file():
        return None
    fitted = load_json("models", "tone_toward.json")
    return np.array(fitted["weights"], dtype=np.float64), np.array(fitted["intercepts"], dtype=np.float64)
