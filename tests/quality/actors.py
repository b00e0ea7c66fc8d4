"""How well the rules find and join actors, on the project's gold paragraphs, beside a naive way.

Half of the articles were held out while the rules were made. A mention is found when its span is exact. The identities
are scored by B-cubed (Bagga & Baldwin 1998) over all mentions of an article, where a mention that only one side has
counts for that side alone: precision is the mean over the program's mentions, recall the mean over those of the gold,
and one that the other side lacks scores 0.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.align.words import STOP
from framing.measure.actors import actors
from framing.records import Passage
from framing.segment import sentences

GOLD = Path(__file__).parent / "gold" / "actors.jsonl"
FLOORS = {
    "tuning.f1": 0.985,
    "tuning.bcubed": 0.98,
    "held_out.f1": 0.93,
    "held_out.kind": 0.93,
    "held_out.bcubed": 0.885,
}
"""Dotted names of figures in `measure`'s answer and the least each may be."""

Spot = tuple[str, int, int]
Found = Mapping[Spot, tuple[str, str]]  # where -> identity and kind


def measure(shared: Path | None) -> dict[str, Any]:  # noqa: ARG001  (the gold set comes with the project)
    """Return the figures of both halves."""
    lines = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    found: dict[str, Any] = {}
    for half in ("tuning", "held out"):
        part = [line for line in lines if line["half"] == half]
        plain = {name: value for name, value in figures(part, naive).items() if name != "kind"}  # it knows no kinds
        paragraphs = sum(len(line["paragraphs"]) for line in part)
        about = {"on": "gold/actors.jsonl", "paragraphs": paragraphs, **figures(part, program)}
        found[half.replace(" ", "_")] = {**about, "baselines": {"capitals and equal spelling": plain}}
    return found


def figures(lines: Sequence[Mapping[str, Any]], find: Callable[[Sequence[Passage]], Found]) -> dict[str, float]:
    """Return F1 of spans, of spans with their kind, and B-cubed, over the articles given."""
    spans, kinds, precisions, recalls = [0, 0, 0], 0, [], []
    for line in lines:
        passages = as_passages(line)
        ours, theirs = find(passages), gold(line)
        both = ours.keys() & theirs.keys()
        spans = [a + b for a, b in zip(spans, (len(both), len(ours), len(theirs)), strict=True)]
        kinds += sum(ours[spot][1] == theirs[spot][1] for spot in both)
        precisions += [_overlap(spot, ours, theirs) for spot in ours]
        recalls += [_overlap(spot, theirs, ours) for spot in theirs]
    precision, recall = sum(precisions) / max(len(precisions), 1), sum(recalls) / max(len(recalls), 1)
    return {
        "mentions": spans[2],
        "precision": round(spans[0] / max(spans[1], 1), 4),
        "recall": round(spans[0] / max(spans[2], 1), 4),
        "f1": round(2 * spans[0] / (spans[1] + spans[2]), 4),
        "kind": round(kinds / max(spans[0], 1), 4),
        "bcubed_precision": round(precision, 4),
        "bcubed_recall": round(recall, 4),
        "bcubed": round(2 * precision * recall / (precision + recall), 4),
    }


def program(passages: Sequence[Passage]) -> Found:
    """Return what the rules find."""
    return {(m.passage, m.start, m.end): (a.name, a.kind) for a in actors(passages) for m in a.mentions}


def naive(passages: Sequence[Passage]) -> Found:
    """Return runs of capitalised words, without words that tell nothing, joined where they are spelled alike."""
    found = {}
    for passage in passages:
        for run in re.finditer(r"[^\W\d_a-z][\w’'.-]*\w(?: [^\W\d_a-z][\w’'.-]*\w)*", passage.text):
            text = re.sub(r"['’]s$", "", run.group())
            if text[0].isupper() and text.lower() not in STOP:
                found[(passage.id, run.start(), run.start() + len(text))] = (text, "person")
    return found


def gold(line: Mapping[str, Any]) -> Found:
    """Return what the gold says of one article."""
    return {
        (f"{line['id']}.{i}", start, end): (entity, kind)
        for i, paragraph in enumerate(line["paragraphs"])
        for start, end, entity, kind, _ in paragraph["mentions"]
    }


def as_passages(line: Mapping[str, Any]) -> list[Passage]:
    """Return an article of the gold set as passages."""
    texts = (paragraph["text"] for paragraph in line["paragraphs"])
    return [Passage(f"{line['id']}.{i}", line["id"], "", i, "body", t, sentences(t)) for i, t in enumerate(texts)]


def _overlap(spot: Spot, ours: Found, theirs: Found) -> float:
    """Return the share of a mention's companions on one side that are its companions on the other, too."""
    if spot not in theirs:
        return 0.0
    mine = {s for s, (name, _) in ours.items() if name == ours[spot][0]}
    other = {s for s, (name, _) in theirs.items() if name == theirs[spot][0]}
    return len(mine & other) / len(mine)
