"""The numbers of a comparison as columns of plain values: what a project file keeps, and what `verify` computes again.

No text of an article is among them: passages are offsets and hashes, sources are the ids of their articles.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from framing.comparison import Comparison
from framing.read.project_numbers import Column, Numbers
from framing.read.project_parts import digest

_SIDES = ("left", "right")


def numbers(comparison: Comparison) -> Numbers:
    """Return the tables as lists by column; `intervals` are those of emphasis."""
    article = {label: id for id, label in comparison.labels.items()}
    intervals = comparison.emphasis_intervals
    return {
        "removed": _removed(comparison),
        "passages": _passages(comparison),
        "matches": _matches(comparison),
        "story_points": {
            "point": [p.id for p in comparison.points],
            "passages": [list(p.passages) for p in comparison.points],
        },
        "tone": columns(comparison.tone.drop(columns="source")),
        "emphasis": columns(comparison.emphasis.drop(columns="source")),
        "intervals": columns(
            intervals.assign(article=[article[label] for label in intervals["source"]]).drop(columns="source")
        ),
        "omissions": columns(_omissions(comparison, article)),
        "differences": columns(_with_ids(comparison.differences, article)),
    }


def columns(table: pd.DataFrame) -> dict[str, Column]:
    """Return a table's columns as lists of what JSON knows; what was not measured is None."""
    return {str(name): [_plain(value) for value in table[name].tolist()] for name in table.columns}


def _removed(comparison: Comparison) -> dict[str, Column]:
    removed = [(a.id, removal) for a in comparison.articles for removal in a.removed]
    return {
        "article": [id for id, _ in removed],
        "paragraph": [removal.index for _, removal in removed],
        "rule": [removal.rule for _, removal in removed],
    }


def _passages(comparison: Comparison) -> dict[str, Column]:
    passages = comparison.passages
    return {
        "passage": [p.id for p in passages],
        "article": [p.article for p in passages],
        "index": [p.index for p in passages],
        "kind": [p.kind for p in passages],
        "words": [p.words for p in passages],
        "sha256": [digest(p.text) for p in passages],
        "starts": [[s.start for s in p.sentences] for p in passages],
        "ends": [[s.end for s in p.sentences] for p in passages],
    }


def _matches(comparison: Comparison) -> dict[str, Column]:
    matches = comparison.alignment.matches
    return {
        "left": [m.left for m in matches],
        "right": [m.right for m in matches],
        "probability": [m.probability for m in matches],
        "relation": [m.relation for m in matches],
        "sentences": [list(m.sentences) for m in matches],
    }


def _omissions(comparison: Comparison, article: Mapping[str, str]) -> pd.DataFrame:
    """Return what each source tells and leaves out, without the labels and names that are texts."""
    table = comparison.omissions
    named = table.assign(article=[article[label] for label in table["source"]])
    return named.drop(columns=["source", "label", "missing"])


def _with_ids(table: pd.DataFrame, article: Mapping[str, str]) -> pd.DataFrame:
    """Name the sides of a comparison by their articles' ids; "all others" stays."""
    return table.assign(**{side: [article.get(name, name) for name in table[side]] for side in _SIDES})


def _plain(value: Any) -> Any:
    if value is None or value is pd.NA or (isinstance(value, float) and not math.isfinite(value)):
        return None
    return value
