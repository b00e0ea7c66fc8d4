"""The README's table of figures, written from `data/accuracy.json`: `python -m tests.quality.readme`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from framing.resources import ROOT, load_json

README = ROOT / "README.md"
_BLOCK = re.compile(r"(<!-- figures: begin -->\n).*?(<!-- figures: end -->)", re.DOTALL)

# What is measured, the figure's name, where it lies in accuracy.json, and where that of the best usual way lies.
_ROWS = [
    (
        "matches, on links people set between sentences of two articles (258 pairs, out of fold)",
        "average precision",
        ("alignment", "sentences", "average_precision"),
        ("MiniLM", ("alignment", "sentences", "baselines", "minilm", "average_precision")),
    ),
    (
        "the same",
        "F1 at the default cut",
        ("alignment", "sentences", "f1"),
        ("MiniLM at its best cut", ("alignment", "sentences", "baselines", "minilm", "best_f1")),
    ),
    (
        "the same, calibration (0 is perfect)",
        "expected calibration error",
        ("alignment", "sentences", "calibration_error"),
        None,
    ),
    (
        "ranking, on natural news about the same happenings (fitted without them)",
        "mean reciprocal rank",
        ("alignment", "ranking", "mrr"),
        ("MiniLM", ("alignment", "ranking", "baselines", "minilm", "mrr")),
    ),
    (
        "story points, on the planted example events",
        "F1 over pairs of passages",
        ("alignment", "planted", "f1"),
        ("MiniLM", ("alignment", "planted", "baselines", "minilm", "f1")),
    ),
    (
        "negative control: passages matched with another event",
        "share",
        ("alignment", "control", "matched"),
        None,
    ),
    (
        "rated tone, on editorial sentences rated by 20 people (folds by article)",
        "Pearson's r",
        ("tone", "rated", "pearson"),
        ("VADER", ("tone", "rated", "baselines", "vader", "pearson")),
    ),
    (
        "loaded wording, on news sentences marked by experts (never fitted to)",
        "AUC",
        ("tone", "loaded", "auc"),
        ("VADER's strength", ("tone", "loaded", "baselines", "vader, strength", "auc")),
    ),
    (
        "own voice or quoted, on paragraphs kept back from the rules",
        "F1 over words",
        ("tone", "voice", "f1_held_out"),
        ("quotation marks alone", ("tone", "voice", "baselines", "quotation marks alone", "f1")),
    ),
    (
        "names of people, bodies and places, on paragraphs kept back from the rules",
        "F1 over mentions",
        ("actors", "held_out", "f1"),
        ("capitals", ("actors", "held_out", "baselines", "capitals and equal spelling", "f1")),
    ),
    (
        "the same, who is who",
        "B-cubed F1",
        ("actors", "held_out", "bcubed"),
        ("equal spelling", ("actors", "held_out", "baselines", "capitals and equal spelling", "bcubed")),
    ),
    (
        "quotations in marks, on paragraphs kept back from the rules",
        "F1 over spans",
        ("voices", "held_out", "direct_f1"),
        ("marks", ("voices", "held_out", "baselines", "marks and the nearest name", "direct_f1")),
    ),
    (
        "the same and reported clauses: who speaks",
        "share right",
        ("voices", "held_out", "speaker"),
        ("nearest name", ("voices", "held_out", "baselines", "marks and the nearest name", "speaker")),
    ),
    (
        "omissions planted in the example events (thresholds chosen on them)",
        "share found",
        ("emphasis", "omissions", "found"),
        ("no matched passage", ("emphasis", "omissions", "baselines", "no passage in the story point", "found")),
    ),
    (
        "real articles of 17 events in one pile, sorted into events",
        "B-cubed F1",
        ("grouping", "real", "bcubed"),
        None,
    ),
]


def table(accuracy: Mapping[str, Any]) -> str:
    """Return the figures as a Markdown table."""
    lines = ["| measured | figure | Framing | a usual way |", "|---|---|---|---|"]
    for what, figure, place, usual in _ROWS:
        beside = f"{_at(accuracy, usual[1])} ({usual[0]})" if usual else "–"
        lines.append(f"| {what} | {figure} | **{_at(accuracy, place)}** | {beside} |")
    return "\n".join(lines) + "\n"


def with_figures(readme: str, accuracy: Mapping[str, Any]) -> str:
    """Return the README with the table between its two marks."""
    return _BLOCK.sub(lambda match: match[1] + table(accuracy) + match[2], readme)


def update() -> None:
    """Write the table into the README."""
    README.write_text(with_figures(README.read_text("utf-8"), load_json("accuracy.json")), "utf-8")


def _at(accuracy: Mapping[str, Any], place: tuple[str, ...]) -> str:
    found: Any = accuracy
    for key in place:
        found = found.get(key) if isinstance(found, Mapping) else None
    return f"{found:.3f}" if isinstance(found, float | int) else "not measured"


if __name__ == "__main__":
    update()
