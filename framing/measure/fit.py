"""Fit the probes of tone: `python -m framing.measure.fit FOLDER --date DAY`, FOLDER being `data/tone` of the shared data.

Writes `data/models/tone_rated.json` and `tone_loaded.json`, each with the data it was fitted on, their licence, the
command and the out-of-fold figures. Only openly licensed texts are read, and nothing of a text is kept.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import roc_auc_score

from framing.embed import Encoder, load_encoder
from framing.measure.features import analyzer, features, loaded_words
from framing.measure.probe import Numbers
from framing.measure.quadratic import Quadratic, fit_quadratic, out_of_fold
from framing.resources import DATA

VADER = ("vader", "vader_positive", "vader_negative")
# Chosen by out-of-fold correlation on the editorials; neighbouring values change the figures in the third decimal.
RATED = {"curve": 4.0, "ridge": 6.0}
LOADED = {"curve": 8.0, "ridge": 2.0}
SLOPE, PRIOR = 1.5, 0.25
"""How steeply loaded wording rises per standard deviation in news, and the share of sentences taken to be loaded."""
SPREAD, WORDS = 0.4, 1.5
"""Weights of the lexicon spread over embeddings and of the lexicon itself beside the pairs' probe, in its deviations."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the data, fit both probes and write them."""
    parser = argparse.ArgumentParser(prog="python -m framing.measure.fit", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with editorial_snippets.tsv and target_tone.jsonl")
    parser.add_argument("--date", required=True, help="the day of the fit, for the record")
    options = parser.parse_args(arguments)
    encoder = load_encoder()
    record = {"date": options.date, "command": f"python -m framing.measure.fit data/tone --date {options.date}"}
    record |= {"model": encoder.name, "model_sha256": encoder.sha256}
    news = read_news(options.folder)
    for name, fitted in (
        ("rated", fit_rated(read_rated(options.folder), news, encoder)),
        ("loaded", fit_loaded(read_pairs(), [*news["text"], *read_rated(options.folder)["text"]], encoder)),
    ):
        path = DATA / "models" / f"tone_{name}.json"
        path.write_text(json.dumps(record | fitted, indent=1) + "\n", encoding="utf-8")


def read_rated(folder: Path) -> pd.DataFrame:
    """Read the rated editorial sentences: columns text, score (-4 to 4) and article."""
    table = pd.read_csv(folder / "editorial_snippets.tsv", sep="\t", dtype={"id": str}, quoting=csv.QUOTE_NONE)
    return pd.DataFrame(
        {"text": table["text"], "score": table["mean_sentiment"], "article": table["id"].str.split("_").str[0]}
    )


def read_news(folder: Path) -> pd.DataFrame:
    """Read the news sentences of NewsMTSC: columns text and score, the mean polarity of their targets, -2 to 2."""
    lines = (folder / "target_tone.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return pd.DataFrame(
        [(row["sentence"], np.mean([t["polarity"] - 4.0 for t in row["targets"]])) for row in rows],
        columns=["text", "score"],
    )


def read_pairs() -> pd.DataFrame:
    """Read the sentence pairs written for this project: columns topic, plain and loaded."""
    return pd.read_csv(DATA / "lexicons" / "loaded_pairs.csv")


def fit_rated(rated: pd.DataFrame, news: pd.DataFrame, encoder: Encoder) -> dict[str, Any]:
    """Fit rated tone, and return what its file holds."""
    helpers = helper_directions(news, encoder)
    rows, extra, scale = rated_columns(rated["text"], helpers, encoder)
    target = rated["score"].to_numpy(dtype=np.float64)
    fitted = fit_quadratic(rows, target, extra, **RATED)
    predicted = rated_out_of_fold(rows, extra, target, rated["article"])
    return {
        "fitted_on": "Hutto & Gilbert 2014, 3,197 newspaper editorial sentences, mean of 20 raters (MIT); helped by "
        "NewsMTSC, Hamborg & Donnay 2021 (MIT), and the VADER lexicon (MIT)",
        "link": "identity",
        "low": -4.0,
        "high": 4.0,
        "out_of_fold": agreement(target, predicted, rated["article"]),
        "helpers": [[round(float(x), 4) for x in direction] for direction in helpers],
    } | _written(fitted, scale, helpers)


def rated_columns(texts: Sequence[str], helpers: Numbers, encoder: Encoder) -> tuple[Numbers, Numbers, Numbers]:
    """Return embeddings (texts, dimensions), further columns (texts, 3 of VADER + helpers) and what scaled these."""
    rows = np.asarray(encoder.encode(list(texts)), dtype=np.float64)
    named = features(list(texts))
    columns = np.column_stack([*(named[name] for name in VADER), rows @ helpers.T])
    scale = np.array([0.1] * len(VADER) + [0.2] * len(helpers)) / columns.std(axis=0)
    return rows, columns * scale, scale


def rated_out_of_fold(rows: Numbers, extra: Numbers, target: Numbers, articles: Sequence[str]) -> Numbers:
    """Return each sentence's rated tone from a fit without its article."""

    def fit(train: Numbers) -> Any:
        fitted = fit_quadratic(rows[train], target[train], extra[train], **RATED)
        return lambda test: fitted(rows[test], extra[test])

    return out_of_fold(fit, list(articles))


def helper_directions(news: pd.DataFrame, encoder: Encoder) -> Numbers:
    """Return directions of favour and disfavour from other data, shape (2, dimensions): news sentences, VADER's words."""
    words = {word: score for word, score in analyzer(neutral=False).lexicon.items() if word.isalpha() and len(word) > 2}
    found = []
    for texts, scores in ((list(news["text"]), list(news["score"])), (list(words), list(words.values()))):
        found.append(Ridge(alpha=2.0).fit(encoder.encode(texts), np.asarray(scores)).coef_)
    return np.array(found, dtype=np.float64).round(4)


def fit_loaded(pairs: pd.DataFrame, news: Sequence[str], encoder: Encoder) -> dict[str, Any]:
    """Fit loaded wording on the pairs, and return what its file holds.

    Three parts: a probe on the pairs; the lexicon's score regressed on embeddings of unlabelled news, which carries it
    over to words that it lacks; and the lexicon itself. None saw a sentence that anybody marked as loaded or not.
    """
    texts, labels, topics = _sides(pairs)
    rows = np.asarray(encoder.encode(texts), dtype=np.float64)
    around = np.asarray(encoder.encode(list(news)), dtype=np.float64)
    words = np.array([loaded_words(text) for text in texts])
    spread = Ridge(alpha=3.0).fit(around, np.array([loaded_words(text) for text in news])).coef_
    spread = SPREAD * spread / (around @ spread).std()
    none = np.zeros((len(rows), 0))

    def parts(train: Numbers) -> Quadratic:
        fitted = fit_quadratic(rows[train], labels[train] * 2 - 1, none[train], **LOADED)
        size = fitted(around, np.zeros((len(around), 0))).std()
        return Quadratic(
            fitted.intercept / size, fitted.weights / size + spread, fitted.directions, fitted.curvature / size, none[0]
        )

    def held_out(train: Numbers) -> Any:
        fitted = parts(train)
        return lambda test: fitted(rows[test], none[test]) + WORDS * words[test]

    predicted = out_of_fold(held_out, topics, folds=5)
    # Platt's shift puts the middle where a sentence is as like the loaded half of the pairs as the plain one. His slope
    # would press news to the ends, because the pairs lie further apart than news does, so that is set; and fewer
    # sentences of news are loaded than of the pairs.
    platt = LogisticRegression(C=1e6).fit(predicted[:, None], labels)
    slope, shift = SLOPE, SLOPE * float(platt.intercept_[0] / platt.coef_[0, 0]) + math.log(PRIOR / (1 - PRIOR))
    whole = parts(np.arange(len(rows)))
    scaled = Quadratic(
        whole.intercept * slope + shift, whole.weights * slope, whole.directions, whole.curvature * slope, none[0]
    )
    return (
        {
            "fitted_on": f"{len(pairs)} sentence pairs written for this project (data/lexicons/loaded_pairs.csv) and its own "
            "lexicon; unlabelled news from NewsMTSC and Hutto & Gilbert 2014 (both MIT)",
            "link": "logistic",
            "low": 0.0,
            "high": 1.0,
            "out_of_fold": {"auc_on_pairs_of_other_topics": round(float(roc_auc_score(labels, predicted)), 3)},
        }
        | _written(scaled, np.zeros(0), np.zeros((0, rows.shape[1])))
        | {"features": {"loaded_words": round(WORDS * slope, 4)}}
    )


def agreement(target: Numbers, predicted: Numbers, articles: Sequence[str]) -> dict[str, float]:
    """Return Pearson's r over sentences and over means of articles."""
    means = pd.DataFrame({"article": list(articles), "a": target, "b": predicted}).groupby("article").mean()
    return {
        "pearson": round(float(np.corrcoef(target, predicted)[0, 1]), 4),
        "pearson_articles": round(float(np.corrcoef(means["a"], means["b"])[0, 1]), 4),
    }


def _sides(pairs: pd.DataFrame) -> tuple[list[str], Numbers, list[str]]:
    labels = np.repeat([0.0, 1.0], len(pairs))
    return [*pairs["plain"], *pairs["loaded"]], labels, [*pairs["topic"], *pairs["topic"]]


def _written(fitted: Quadratic, scale: Numbers, helpers: Numbers) -> dict[str, Any]:
    """Return a fit as numbers for a file: helpers fold into the weights, what scaled a column into its weight."""
    extra = fitted.extra * scale
    named: Mapping[str, float] = dict(zip(VADER, (round(float(x), 4) for x in extra), strict=False))
    weights = fitted.weights + extra[len(VADER) :] @ helpers
    return {
        "intercept": round(fitted.intercept, 4),
        "features": named if len(extra) else {},
        "curvature": [round(float(x), 4) for x in fitted.curvature],
        "weights": [round(float(x), 4) for x in weights],
        "directions": [[round(float(x), 4) for x in direction] for direction in fitted.directions],
    }


if __name__ == "__main__":
    main()
