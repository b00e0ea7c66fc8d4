"""Fit the model to linked sentences: `python -m framing.align.fit FOLDER --date 2025-11-22`.

FOLDER holds parallel_docs.json, parallel_links.json and coreferent_docs.json (ABCD-Link, CC BY 4.0; of the last only
the words are counted). What is written to `data/models/` are coefficients and counts, never a text.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sklearn.metrics import average_precision_score

from framing.align.accuracy import CONTROL, accuracy_by_cut, best_cut, calibration_error, flat
from framing.align.gold import Docs, gold_pairs
from framing.align.library import Library
from framing.align.model import FILE, Linear, Steps
from framing.align.regression import fit_alone, fit_steps, out_of_fold
from framing.align.samples import Sample, cut_up, sample
from framing.align.words import FILE as WORDS_FILE
from framing.align.words import Background, background, count
from framing.embed import Encoder, load_encoder
from framing.resources import DATA

SOURCE = "ABCD-Link: the links of news_synth, the words of news_synth and news_ecb"
LICENCE = "CC BY 4.0"
COMMAND = "python -m framing.align.fit ../shared/data/alignment --date {date}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the links, fit, and write the model and the word counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--date", required=True, help="the day of the fit, kept beside the figures")
    options = parser.parse_args(arguments)
    docs, links = (read(options.folder, name) for name in ("parallel_docs", "parallel_links"))
    every = [*docs.values(), *read(options.folder, "coreferent_docs").values()]
    about = {"command": COMMAND.format(date=options.date), "source": SOURCE, "licence": LICENCE, "date": options.date}
    write(WORDS_FILE, about | as_stored(count(doc.values() for doc in every)))
    background.cache_clear()
    write(FILE, about | fitted(all_samples(docs, links, load_encoder())))


def all_samples(docs: Docs, links: Mapping[str, Mapping[str, Any]], encoder: Encoder) -> list[Sample]:
    """Embed the articles' sentences once and compute the features of every sample cut from them."""
    pieces = cut_up(gold_pairs(docs, links))
    library = Library.of((p for _, pair in pieces for p in (*pair.left, *pair.right)), encoder)
    return [sample(kind, pair, library.look_up([*pair.left, *pair.right]), background()) for kind, pair in pieces]


def fitted(samples: Sequence[Sample]) -> dict[str, Any]:
    """Return the models, the default cut and the accuracy out of fold, as they are stored."""
    chances = out_of_fold(samples)
    table = accuracy_by_cut(samples, chances)
    out = {}
    for kind in ("sentences", "paragraphs"):
        linked, said = flat(samples, chances, kind)
        out[kind] = {
            "average_precision": round(float(average_precision_score(linked, said)), 4),
            "calibration_error": round(calibration_error(linked, said), 4),
        }
    return {
        "default_cut": best_cut(table),
        "default_cut_is": f"the best mean F1 over sentences and paragraphs out of fold with a control up to {CONTROL}",
        "out_of_fold": out,
        "passages": _stored(fit_steps(samples)),
        "sentences": _stored(fit_alone(samples)),
        "accuracy_by_cut": table,
    }


def as_stored(words: Background) -> dict[str, Any]:
    """Return the counts by count, without stems of one article: they are as rare as unknown ones."""
    by_count: defaultdict[str, list[str]] = defaultdict(list)
    for stem, number in sorted(words.counts.items()):
        if number > 1:
            by_count[str(number)].append(stem)
    lines = {number: " ".join(by_count[number]) for number in sorted(by_count, key=int)}
    return {"articles": words.articles, "counts": lines}


def read(folder: Path, name: str) -> dict[str, Any]:
    """Read one of the folder's JSON files."""
    found: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return found


def write(name: str, content: Mapping[str, Any]) -> None:
    """Write a JSON file under `data/models/`."""
    text = json.dumps(content, indent=1, ensure_ascii=False)
    (DATA / "models" / name).write_text(text + "\n", encoding="utf-8")


def _stored(model: Linear | Steps) -> dict[str, Any]:
    if isinstance(model, Steps):
        return {step: _stored(getattr(model, step)) for step in ("spoken", "first", "second")}
    return {"weights": {k: float(f"{v:.6g}") for k, v in model.weights.items()}, "intercept": round(model.intercept, 6)}


if __name__ == "__main__":
    main()
