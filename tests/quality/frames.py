"""How often the frame that a sentence was written in is the one it stands closest to, beside the frame's bare name.

The 175 sentences of `gold/frames.jsonl` were written before the anchors and on other topics, each topic once in every
policy frame, so that no topic tells the frame. They speak plainly in their frame, which news seldom does: the figures
say what the method can do at best.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pandas as pd
from sklearn.metrics import roc_auc_score

from framing.embed import Encoder
from framing.measure.frames import (
    Axis,
    Directions,
    FrameSet,
    axis_directions,
    background,
    frame_directions,
    frame_scores,
    load_frames,
    scale_of,
)
from framing.measure.probe import Numbers
from framing.measure.tone import sentence_table
from framing.records import Passage, Sentence

GOLD = Path(__file__).parent / "gold" / "frames.jsonl"
OTHER = "Other"
Gold = Sequence[dict[str, str]]


def frames(encoder: Encoder) -> dict[str, dict[str, Any]]:
    """Return the figures of each set of frames and of axes."""
    lines = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    found = {f"frames_{kind}": _found(kind, lines, encoder) for kind in get_args(FrameSet)}
    return found | {"frames_axes": _axes([x for x in lines if x["set"] == "policy"], encoder)}


def _found(kind: FrameSet, lines: Gold, encoder: Encoder) -> dict[str, Any]:
    gold = [line for line in lines if line["set"] == kind]
    framed = [line for line in gold if line["frame"] != OTHER]
    known = load_frames(kind)
    anchors = _scores(gold, frame_directions(known, encoder), encoder)
    named = dict(zip([f.name for f in known], encoder.encode([f.name for f in known]), strict=True))
    figures: dict[str, Any] = {
        "on": "gold/frames.jsonl",
        "sentences": len(framed),
        **_ranked(anchors, framed),
        "baselines": {"the frame's name alone": _ranked(_scores(gold, named, encoder), framed)},
    }
    if len(framed) < len(gold):
        closest = anchors.max(axis=1)
        is_framed = [line["frame"] != OTHER for line in gold]
        figures["auc_none"] = round(float(roc_auc_score(is_framed, closest)), 4)
    return figures


def _axes(gold: Gold, encoder: Encoder) -> dict[str, Any]:
    """How well an axis between two frames' names tells the sentences of the one from those of the other: mean AUC."""
    names = [frame.name for frame in load_frames("policy")]
    axes = [Axis(left, right) for left, right in combinations(names, 2)]
    scores = _scores(gold, axis_directions(axes, encoder), encoder)
    areas = []
    for axis in axes:
        chosen = [line for line in gold if line["frame"] in (axis.left, axis.right)]
        right = [line["frame"] == axis.right for line in chosen]
        areas.append(roc_auc_score(right, scores.loc[[line["text"] for line in chosen], axis.name]))
    return {"on": "gold/frames.jsonl", "axes": len(axes), "auc": float(np.mean(areas)), "auc_worst": float(min(areas))}


def _scores(gold: Gold, directions: Directions, encoder: Encoder) -> pd.DataFrame:
    """Return closeness as the page shows it: one row a sentence, by its text, and one column a direction."""
    passages = [Passage(x["text"], "", "", 0, "body", x["text"], (Sentence(x["text"], 0),)) for x in gold]
    vectors = {p.id: encoder.encode([p.text]) for p in passages}
    sentences, elsewhere = sentence_table(passages), background(encoder)
    table = frame_scores(sentences, vectors, directions, scale_of(*elsewhere, directions))
    return table.pivot(index="passage", columns="instrument", values="score").loc[
        [x["text"] for x in gold], list(directions)
    ]


def _ranked(scores: pd.DataFrame, gold: Gold) -> dict[str, float]:
    places: list[int] = []
    for line in gold:
        row: Numbers = scores.loc[line["text"]].to_numpy(dtype=np.float64)
        places.append(int((row > scores.loc[line["text"], line["frame"]]).sum()))
    return {"top_1": float(np.mean([p < 1 for p in places])), "top_3": float(np.mean([p < 3 for p in places]))}
