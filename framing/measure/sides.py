"""What one side of a comparison says: its passages, whole and by story point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from framing.measure.in_voice import in_voice
from framing.measure.resample import Group
from framing.measure.voice import Voice
from framing.records import ALIGNED, StoryPoint

ONLY = "only here"
"""The category of passages that stand in no story point."""


@dataclass(frozen=True, slots=True)
class Side:
    """One source, or several taken together: all its passages, and those of each category (see `sides`)."""

    name: str
    whole: Group
    cells: Mapping[str, Group]
    sentences: Mapping[str, int]

    @property
    def words(self) -> float:
        """The words measured."""
        return self.whole.total


def sides(tone: pd.DataFrame, points: Sequence[StoryPoint], voice: Voice | None = None) -> dict[str, Side]:
    """Return each source of one instrument's tone table as a side, by name.

    Every word stands in exactly one category: a story point's id, where a passage in several points is shared between
    them in equal parts; the passage's kind, for headlines, headings and captions, which take no part in matches; or
    "only here". With a voice, only the sentences count that `in_voice` counts to it, with all their words.
    """
    passages = _passages(tone, voice)
    homes: dict[str, list[str]] = {}
    for point in sorted(points, key=lambda p: p.id):
        for passage in point.passages:
            homes.setdefault(passage, []).append(point.id)
    return {str(source): _side(str(source), rows, homes) for source, rows in passages.groupby("source", sort=True)}


def together(name: str, parts: Sequence[Side]) -> Side:
    """Return several sides as one, in which each passage counts by its words."""
    categories = sorted({category for part in parts for category in part.cells})
    cells = {c: _joined([part.cells[c] for part in parts if c in part.cells]) for c in categories}
    sentences = {c: sum(part.sentences.get(c, 0) for part in parts) for c in [*categories, "all"]}
    return Side(name, _joined([part.whole for part in parts]), cells, sentences)


def _passages(tone: pd.DataFrame, voice: Voice | None) -> pd.DataFrame:
    """Return one row a passage: source, passage, kind, sums (words times score), words, sentences."""
    kept = in_voice(tone[tone["score"].notna() & (tone["words"] > 0)], voice)
    words = kept["words"].astype(float)
    kept = kept.assign(sums=words * kept["score"], words=words, sentences=1)
    grouped = kept.groupby(["source", "passage", "kind"], sort=True)[["sums", "words", "sentences"]].sum()
    return grouped.reset_index()


def _side(name: str, rows: pd.DataFrame, homes: Mapping[str, list[str]]) -> Side:
    cells: dict[str, list[tuple[float, float]]] = {}
    sentences = {"all": int(rows["sentences"].sum())}
    for row in rows.to_dict("records"):
        found = homes.get(row["passage"]) or [ONLY if row["kind"] in ALIGNED else row["kind"]]
        for category in found:
            cells.setdefault(category, []).append((row["sums"] / len(found), row["words"] / len(found)))
            sentences[category] = sentences.get(category, 0) + int(row["sentences"])
    whole = Group(rows["sums"].to_numpy(dtype=np.float64), rows["words"].to_numpy(dtype=np.float64))
    groups = {c: Group(*np.array(cells[c], dtype=np.float64).T) for c in sorted(cells)}
    return Side(name, whole, groups, sentences)


def _joined(groups: Sequence[Group]) -> Group:
    return Group(np.concatenate([g.sums for g in groups]), np.concatenate([g.words for g in groups]))
