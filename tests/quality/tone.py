"""How well the instruments of tone do on human judgements, out of fold, beside the usual baselines.

`measure(shared)` returns the figures for `data/accuracy.json`; `FLOORS` are what they must not fall under. What is
fitted here is fitted without the article it is tried on; what is only evaluated (loaded language, subjectivity) was
never fitted to. The gold set of quotation was written for this project, half of it held out while the rules were made.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sklearn.metrics import f1_score, roc_auc_score

from framing.embed import Encoder, load_encoder
from framing.evaluate_tone import CUTS
from framing.measure.features import features
from framing.measure.fit import read_rated
from framing.measure.fit_rated import agreement, rated_columns, rated_out_of_fold
from framing.measure.fit_toward import read_targets, toward_out_of_fold
from framing.measure.subjective import subjective
from framing.measure.tone import scores
from framing.measure.toward import toward_columns
from framing.measure.voice import WORD, speech
from framing.quotation import quotations
from framing.records import Passage
from framing.resources import load_json
from framing.segment import sentences
from tests.quality.frames import frames
from tests.quality.planted_tone import planted

GOLD = Path(__file__).parent / "gold" / "voice.jsonl"
FLOORS = {
    "rated.pearson": 0.65,
    "rated.pearson_articles": 0.785,
    "loaded.auc": 0.78,
    "subjectivity.auc": 0.77,
    "toward.macro_f1": 0.65,
    "voice.f1": 0.96,
    "voice.f1_held_out": 0.95,
    "planted_loaded.share": 0.69,
    "planted_loaded.share_of_planted": 0.8,
    "frames_policy.top_1": 0.88,
    "frames_policy.top_3": 0.97,
    "frames_generic.top_1": 0.85,
    "frames_axes.auc": 0.96,
}
"""Dotted names of figures in `measure`'s answer and the least each may be."""


def measure(shared: Path | None, encoder: Encoder | None = None) -> dict[str, Any]:
    """Return every figure; without the shared folder only what needs none of its data."""
    encoder = encoder or load_encoder()
    found: dict[str, Any] = {"voice": voice(), "planted_loaded": planted(encoder), **frames(encoder)}
    if shared is not None:
        folder = shared / "data" / "tone"
        found |= {"rated": rated(folder, encoder), "loaded": loaded(folder, encoder)}
        found |= {"subjectivity": subjectivity(folder, encoder), "toward": towards(folder, encoder)}
    return found


def rated(folder: Path, encoder: Encoder) -> dict[str, Any]:
    """Rated tone against 20 raters of newspaper editorials, folds by article, beside VADER and one human rater."""
    table = read_rated(folder)
    target, articles = table["score"].to_numpy(dtype=np.float64), list(table["article"])
    # The helpers come from other data, so the stored ones serve; everything else is fitted anew in every fold.
    helpers = np.array(load_json("models", "tone_rated.json")["helpers"])
    rows, columns = rated_columns(list(table["text"]), helpers, encoder)
    named = features(list(table["text"]))
    return {
        "on": "editorial_snippets",
        "sentences": len(table),
        **agreement(target, rated_out_of_fold(rows, columns, target, articles), articles),
        "baselines": {
            "vader": agreement(target, named["vader"], articles),
            "vader_neutral": agreement(target, named["vader_neutral"], articles),
            "one human rater": {"pearson": 0.71},
        },
    }


def loaded(folder: Path, encoder: Encoder) -> dict[str, Any]:
    """Loaded wording against experts' labels, beside VADER's strength and the lexicon alone."""
    table = pd.read_csv(folder / "loaded_language.tsv", sep="\t")
    table = table[table["label_bias"].isin(["Biased", "Non-biased"])]
    texts, labels = list(table["text"].astype(str)), (table["label_bias"] == "Biased").to_numpy(dtype=int)
    measured = scores(texts, encoder.encode(texts))["loaded"]
    named = features(texts)
    return {
        "on": "loaded_language",
        "sentences": len(texts),
        "auc": _auc(labels, measured),
        "macro_f1": _macro_f1(labels, measured > CUTS["loaded"]),
        "baselines": {
            "vader, strength": {"auc": _auc(labels, np.abs(named["vader"]))},
            "clue list": {"auc": 0.66},
            "own lexicon alone": {"auc": _auc(labels, named["loaded_words"])},
        },
    }


def subjectivity(folder: Path, encoder: Encoder) -> dict[str, Any]:
    """Loaded wording, certainty and own voice together against labels of subjectivity."""
    table = pd.read_csv(folder / "subjectivity.tsv", sep="\t")
    texts, labels = list(table["text"].astype(str)), (table["label"] == "SUBJ").to_numpy(dtype=int)
    measured = scores(texts, encoder.encode(texts))
    together = subjective(texts, measured["loaded"])
    return {
        "on": "subjectivity",
        "sentences": len(texts),
        "auc": _auc(labels, together),
        "baselines": {
            "vader, strength": {"auc": _auc(labels, np.abs(measured["vader"]))},
            "textblob": {"auc": 0.59},
            "loaded wording alone": {"auc": _auc(labels, measured["loaded"])},
            "certainty, strength": {"auc": _auc(labels, np.abs(measured["certainty"]))},
        },
    }


def towards(folder: Path, encoder: Encoder) -> dict[str, Any]:
    """Tone towards a named actor, fitted without the block of neighbouring sentences, beside VADER of the sentence."""
    mentions, classes, blocks = read_targets(folder)
    rows = toward_columns(mentions, encoder)
    valence = features([mention.sentence for mention in mentions])["vader"]
    said = 1 + (valence > CUTS["vader"]).astype(int) - (valence < -CUTS["vader"]).astype(int)
    return {
        "on": "target_tone",
        "targets": len(mentions),
        "macro_f1": toward_out_of_fold(rows, classes, blocks),
        "baselines": {"vader": {"macro_f1": _macro_f1(classes, said)}},
    }


def voice() -> dict[str, Any]:
    """Own voice and quoted, over words, on the project's gold paragraphs; half were held out while rules were made."""
    lines = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    halves = {"f1": lines, "held_out": [x for x in lines if x["half"] == "held out"]}
    found = {name: _f1([_found(item) for item in items]) for name, items in halves.items()}
    marks = _f1([_found(item, rules=False) for item in lines])
    paragraphs = sum(len(item["paragraphs"]) for item in lines)
    return {
        "on": "gold/voice.jsonl",
        "paragraphs": paragraphs,
        "f1": found["f1"],
        "f1_held_out": found["held_out"],
        "baselines": {"quotation marks alone": {"f1": marks}},
    }


def _found(item: dict[str, Any], *, rules: bool = True) -> tuple[int, int, int]:
    """Return words quoted in both, only by the program, only in the gold."""
    texts = [paragraph["text"] for paragraph in item["paragraphs"]]
    passages = [Passage(str(i), "", "", i, "body", text, sentences(text)) for i, text in enumerate(texts)]
    spoken = speech(passages)
    both = extra = missed = 0
    for passage, paragraph in zip(passages, item["paragraphs"], strict=True):
        spans = [(s.start, s.end) for s in spoken[passage.id]] if rules else list(quotations(passage.text))
        gold = [(start, end) for start, end, _ in paragraph["spans"]]
        for word in WORD.finditer(passage.text):
            middle = (word.start() + word.end()) / 2
            ours, theirs = (any(a <= middle < b for a, b in side) for side in (spans, gold))
            both, extra, missed = (
                both + (ours and theirs),
                extra + (ours and not theirs),
                missed + (theirs and not ours),
            )
    return both, extra, missed


def _f1(counts: Sequence[tuple[int, int, int]]) -> float:
    both, extra, missed = (sum(column) for column in zip(*counts, strict=True))
    return round(2 * both / (2 * both + extra + missed), 4)


def _auc(labels: Any, values: Any) -> float:
    return round(float(roc_auc_score(labels, values)), 4)


def _macro_f1(labels: Any, said: Any) -> float:
    return round(float(f1_score(labels, said, average="macro")), 4)
