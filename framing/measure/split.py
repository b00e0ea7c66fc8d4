"""Split the gap between two sources into wording (the same things, said differently) and selection (other things).

Kitagawa (1955), Oaxaca (1973), Blinder (1973), with symmetric weights, over what is told. Every word of a source stands
in exactly one category:

- a story point that both sources tell: a passage in several such points is shared between them in equal parts;
- "headline": both headlines tell the event itself, so they are compared with each other; in the same way captions and
  headings, which take no part in matches;
- what only one of the two tells: points the other leaves out and passages that stand in no point.

What only one source tells has no counterpart to be worded differently from, so it is selection altogether.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from framing.records import ALIGNED, StoryPoint

ONLY = "only here"


@dataclass(frozen=True, slots=True)
class Split:
    """A gap and its two parts; `parts` has one row a category: left_share, right_share, left, right, wording, selection."""

    parts: pd.DataFrame

    @property
    def wording(self) -> float:
        """The part of the gap that comes from telling the same things differently."""
        return float(self.parts["wording"].sum())

    @property
    def selection(self) -> float:
        """The part of the gap that comes from telling different things, or giving them different space."""
        return float(self.parts["selection"].sum())

    @property
    def gap(self) -> float:
        """Left mean less right mean."""
        return self.wording + self.selection


def categories(table: pd.DataFrame, points: Sequence[StoryPoint]) -> pd.DataFrame:
    """Return a passage table, one row a passage and category: columns passage, source, category, sums, words.

    `table` has one row a passage: passage, source, kind, sums (words times score), words. A passage in several points
    is shared between them in equal parts; a passage in none has the category "only here", or its kind where passages of
    that kind take no part in matches.
    """
    homes: dict[str, list[str]] = {}
    for point in points:
        for passage in point.passages:
            homes.setdefault(passage, []).append(point.id)
    rows = []
    for row in table.itertuples(index=False):
        found = sorted(homes.get(row.passage, [])) or [ONLY if row.kind in ALIGNED else row.kind]
        for category in found:
            rows.append((row.passage, row.source, category, row.sums / len(found), row.words / len(found)))
    return pd.DataFrame(rows, columns=["passage", "source", "category", "sums", "words"])


def split(left: pd.DataFrame, right: pd.DataFrame) -> Split:
    """Split the gap between two sides of a `categories` table, left less right.

    wording of a category = mean of both shares * (left mean - right mean)
    selection of a category = (left share - right share) * (mean of both means - mean of both sources)

    Their sum over categories is the gap, exactly but for rounding. Swapping the sides flips every sign.
    """
    sums = pd.DataFrame({"left": left.groupby("category")["sums"].sum(), "right": right.groupby("category")["sums"].sum()})
    words = pd.DataFrame(
        {"left": left.groupby("category")["words"].sum(), "right": right.groupby("category")["words"].sum()}
    )
    words = words.fillna(0.0).drop(index=ONLY, errors="ignore")
    sums = sums.fillna(0.0).drop(index=ONLY, errors="ignore")
    words, sums = words[words.sum(axis=1) > 0], sums[words.sum(axis=1) > 0]
    shared = (words > 0).all(axis=1)
    totals = {"left": float(left["words"].sum()), "right": float(right["words"].sum())}
    means = {"left": float(left["sums"].sum()) / totals["left"], "right": float(right["sums"].sum()) / totals["right"]}
    centre = (means["left"] + means["right"]) / 2
    rows = []
    for category in words.index[shared]:
        shares = {s: float(words.loc[category, s]) / totals[s] for s in totals}
        tones = {s: float(sums.loc[category, s]) / float(words.loc[category, s]) for s in totals}
        wording = (shares["left"] + shares["right"]) / 2 * (tones["left"] - tones["right"])
        selection = (shares["left"] - shares["right"]) * ((tones["left"] + tones["right"]) / 2 - centre)
        rows.append((category, shares["left"], shares["right"], tones["left"], tones["right"], wording, selection))
    for side, table, sign in (("left", left, 1.0), ("right", right, -1.0)):
        alone = table[~table["category"].isin(words.index[shared])]
        size = float(alone["words"].sum())
        if size:
            share, mean = size / totals[side], float(alone["sums"].sum()) / size
            given = (share, 0.0, mean, float("nan")) if side == "left" else (0.0, share, float("nan"), mean)
            rows.append((f"only {side}", *given, 0.0, sign * share * (mean - centre)))
    columns = ["category", "left_share", "right_share", "left", "right", "wording", "selection"]
    return Split(pd.DataFrame(rows, columns=columns))
