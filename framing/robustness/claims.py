"""A finding as a claim that can be asked of another comparison of the same articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from framing.comparison import Comparison
from framing.findings import Finding, FindingKind
from framing.measure.differences import DIFFERS, OTHERS
from framing.measure.emphasis import ALONE, WHOLE
from framing.records import StoryPoint

HOLDS, SAME, REVERSED, GONE = "holds", "same direction", "reversed", "not there"
OUTCOMES = (HOLDS, SAME, REVERSED, GONE)
_LATE = 0.5  # what a source reaches in its second half, it comes to late: the rule of the findings
# A story point is found again where at least this share of its passages stands in one point.
_FOUND = 0.5


@dataclass(frozen=True, slots=True)
class Claim:
    """Who (`first`) does more, or is colder, or earlier, than whom (`second`), on which story point.

    `members` are the point's passages, empty for the whole articles. For an omission `first` is who leaves it out.
    """

    kind: FindingKind
    first: str
    second: str
    members: frozenset[str] = frozenset()


class Outcome(NamedTuple):
    """What asking again gave; the gap and its interval are positive in the claim's direction."""

    name: str
    gap: float = float("nan")
    low: float = float("nan")
    high: float = float("nan")


def claim_of(finding: Finding, comparison: Comparison) -> Claim:
    """Return what a finding of a comparison claims."""
    point = next((p for p in comparison.points if p.id == finding.point), None)
    members = frozenset(point.passages) if point else frozenset()
    if finding.kind == "omission":
        return Claim("omission", finding.first[0], "", members)
    return Claim(finding.kind, _side(finding.first), _side(finding.second), members)


def outcome(claim: Claim, comparison: Comparison, table: pd.DataFrame) -> Outcome:
    """Ask a claim of another comparison; `table` holds its differences on shares of words, or on one instrument."""
    point = _again(claim.members, comparison)
    if claim.members and point is None:
        return Outcome(GONE)
    match claim.kind:
        case "omission":
            return _omission(claim, comparison, point)
        case "order":
            return _order(claim, comparison, point)
        case "alone":
            return _gap(claim, table, ALONE, 1)
        case "share":
            return _gap(claim, table, point.id if point else ALONE, 1)
        case _:
            return _gap(claim, table, point.id if point else WHOLE, -1)


def _side(sources: tuple[str, ...]) -> str:
    """Name a side as the tables of differences do."""
    return sources[0] if len(sources) == 1 else OTHERS


def _again(members: frozenset[str], comparison: Comparison) -> StoryPoint | None:
    """Return the story point that holds most of the passages that are still there."""
    here = members & comparison.by_id.keys()
    ranked = sorted(comparison.points, key=lambda p: (-len(here & set(p.passages)), len(p.passages), p.id))
    best = ranked[0] if ranked else None
    return best if best and here and len(here & set(best.passages)) >= max(2, _FOUND * len(here)) else None


def _gap(claim: Claim, table: pd.DataFrame, scope: str, sign: int) -> Outcome:
    sides = {claim.first, claim.second}
    rows = table[(table["scope"] == scope) & table["left"].isin(sides) & table["right"].isin(sides)]
    if rows.empty or rows["gap"].isna().all():
        return Outcome(GONE)
    row: dict[str, Any] = rows.to_dict("records")[0]  # type: ignore[assignment]
    turned = sign if row["left"] == claim.first else -sign
    low, high = sorted((turned * row["low"], turned * row["high"]))
    gap = turned * float(row["gap"])
    name = REVERSED if gap < 0 else HOLDS if row["verdict"] == DIFFERS else SAME
    return Outcome(name, gap, low, high)


def _omission(claim: Claim, comparison: Comparison, point: StoryPoint | None) -> Outcome:
    table = comparison.omissions
    rows = table[(table["point"] == (point.id if point else "")) & (table["source"] == claim.first)]
    state = next(iter(rows["state"]), "")
    return Outcome({"told": REVERSED, "not told": HOLDS, "": GONE}.get(state, SAME))


def _order(claim: Claim, comparison: Comparison, point: StoryPoint | None) -> Outcome:
    table = comparison.emphasis
    rows = table[table["point"] == (point.id if point else "")].to_dict("records")
    told: dict[str, Any] = {row["source"]: row for row in rows}
    if not {claim.first, claim.second} <= told.keys():
        return Outcome(GONE)
    early, late = told[claim.first], told[claim.second]
    gap = late["first"] - early["first"]
    if early["place"] == "lead" and late["first"] >= _LATE:
        return Outcome(HOLDS, gap)
    return Outcome(SAME if gap > 0 else REVERSED, gap)
