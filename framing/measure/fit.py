"""Fit the probes of tone: `python -m framing.measure.fit FOLDER --date DAY`.

FOLDER holds `editorial_snippets.tsv` and `target_tone.jsonl`. Writes `tone_rated.json`, `tone_loaded.json` and
`tone_toward.json` in `data/models/`, each with the data it was fitted on, their licence, the command and the
out-of-fold figures. Only openly licensed texts are read, and nothing of a text is kept.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from framing.embed import load_encoder
from framing.measure.fit_loaded import fit_loaded
from framing.measure.fit_rated import fit_rated
from framing.measure.fit_toward import fit_toward, read_targets
from framing.resources import DATA


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the data, fit the probes and write them."""
    parser = argparse.ArgumentParser(prog="python -m framing.measure.fit", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with editorial_snippets.tsv and target_tone.jsonl")
    parser.add_argument("--date", required=True, help="the day of the fit, for the record")
    options = parser.parse_args(arguments)
    encoder = load_encoder()
    record = {
        "date": options.date,
        "command": f"python -m framing.measure.fit {'/'.join(options.folder.parts[-2:])} --date {options.date}",
        "model": encoder.name,
        "model_sha256": encoder.sha256,
    }
    rated, news = read_rated(options.folder), read_news(options.folder)
    _write("tone_rated", record | fit_rated(rated, news, encoder))
    _write("tone_loaded", record | fit_loaded(read_pairs(), [*news["text"], *rated["text"]], encoder))
    _write("tone_toward", record | fit_toward(*read_targets(options.folder), encoder))


def read_rated(folder: Path) -> pd.DataFrame:
    """Read the rated editorial sentences: columns text, score (-4 to 4) and article."""
    table = pd.read_csv(folder / "editorial_snippets.tsv", sep="\t", dtype={"id": str}, quoting=csv.QUOTE_NONE)
    article = table["id"].str.split("_").str[0]
    return pd.DataFrame({"text": table["text"], "score": table["mean_sentiment"], "article": article})


def read_news(folder: Path) -> pd.DataFrame:
    """Read the news sentences of NewsMTSC: columns text and score, the mean polarity of their targets, -2 to 2."""
    lines = (folder / "target_tone.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    scores = [float(np.mean([t["polarity"] - 4.0 for t in row["targets"]])) for row in rows]
    return pd.DataFrame({"text": [row["sentence"] for row in rows], "score": scores})


def read_pairs() -> pd.DataFrame:
    """Read the sentence pairs written for this project: columns topic, plain and loaded."""
    return pd.read_csv(DATA / "lexicons" / "loaded_pairs.csv")


def _write(name: str, fitted: dict[str, object]) -> None:
    path = DATA / "models" / f"{name}.json"
    lines = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in fitted.items())
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
