"""The parts of a gap in tone, story point by story point, and the sentences behind each."""

from __future__ import annotations

import pandas as pd

from framing.measure import sides, split
from framing.measure.differences import OTHERS
from framing.measure.sides import ONLY, together
from pages.tone_comparing import Row, sides_of
from pages.tone_view import View


def parts(view: View, table: pd.DataFrame, pair: Row) -> pd.DataFrame:
    """Return one row a part of the pair's gap, the weightiest first: its name, shares of words, wording, selection."""
    tone = view.comparison.tone
    found = sides(tone[tone["instrument"] == view.instrument.name], view.comparison.points, view.voice)
    mine, theirs = sides_of(view, pair)
    others = together(OTHERS, [side for name, side in found.items() if name in theirs])
    found_parts = split(found[next(iter(mine))], others).parts
    names = view.labels | {"only left": f"Only in {pair['left']}", "only right": f"Not in {pair['left']}"}
    if pair["right"] != OTHERS:
        names["only right"] = f"Only in {pair['right']}"
    rows = pd.DataFrame(
        [
            (
                c,
                names.get(c, f"{c.capitalize()}s"),
                p.left_share,
                p.right_share,
                p.wording + p.selection,
                p.wording,
                p.selection,
            )
            for c, p in found_parts.items()
        ],
        columns=["category", "name", "left_share", "right_share", "gap", "wording", "selection"],
    )
    intervals = table[(table["left"] == pair["left"]) & (table["right"] == pair["right"])]
    sure = ["wording_low", "wording_high", "selection_low", "selection_high"]
    rows = rows.merge(intervals[["scope", *sure]].rename(columns={"scope": "category"}), "left", "category")
    weight = rows["wording"].abs() + rows["selection"].abs()
    return rows.assign(weight=weight).sort_values("weight", ascending=False, kind="stable").drop(columns="weight")


def sentences_of(view: View, pair: Row, category: str, told: set[str]) -> pd.DataFrame:
    """Return the sentences of a category: a story point, a kind such as headlines, or what one side alone tells."""
    mine, theirs = sides_of(view, pair)
    rows = view.rows[view.rows["source"].isin(mine | theirs)]
    point = next((p for p in view.comparison.points if p.id == category), None)
    if point:
        return rows[rows["passage"].isin(point.passages)]
    if category not in ("only left", "only right"):
        return rows[rows["kind"] == category]
    shared = {id for p in view.comparison.points if p.id in told for id in p.passages}
    alone = rows[rows["source"].isin(mine if category == "only left" else theirs)]
    return alone[~alone["passage"].isin(shared) & ~alone["kind"].isin(told - {ONLY})]
