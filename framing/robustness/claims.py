"""A finding as a claim that can be asked of another comparison of the same articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from framing.comparison import Comparison
from framing.findings import DIFFERS, Finding, FindingKind
from framing.measure import INSTRUMENTS
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
    """Return what a finding of a comparison claims, looked up in the numbers it was made from."""
    point = next((p for p in comparison.points if p.id == finding.point), None)
    members = frozenset(point.passages) if point else frozenset()
    sources = {comparison.by_id[id].source for id in finding.passages}
    if finding.kind == "omission":
        (missing,) = [s for s in comparison.sources if s not in sources]
        return Claim("omission", missing, "", members)
    if finding.kind == "order":
        rows = comparison.emphasis
        rows = rows[(rows["point"] == finding.point) & rows["source"].isin(sources)].sort_values(["first", "source"])
        return Claim("order", rows.iloc[0]["source"], rows.iloc[-1]["source"], members)
    row = _row_of(finding, comparison, sources)
    more = row["gap"] > 0 if finding.kind != "tone" else row["gap"] < 0
    first, second = (row["left"], row["right"]) if more else (row["right"], row["left"])
    return Claim(finding.kind, str(first), str(second), members)


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


def _row_of(finding: Finding, comparison: Comparison, sources: set[str]) -> dict[str, Any]:
    """Return the row of the differences that a finding tells of: its strength is the interval's nearer end."""
    table = comparison.main_differences if finding.kind == "tone" else comparison.share_differences
    instrument = INSTRUMENTS[comparison.main_instrument]
    scale = {"tone": instrument.high - instrument.low, "alone": 4.0}.get(finding.kind, 1.0)
    scope = finding.point or (ALONE if finding.kind == "alone" else WHOLE)
    rows = table[(table["scope"] == scope) & (table["verdict"] == DIFFERS)]
    near = rows[["low", "high"]].abs().min(axis=1) / scale
    about = rows["left"].isin(sources) | rows["right"].isin(sources)
    exact = rows[about & ((near - finding.strength).abs() < 1e-9)]
    both = exact[exact["left"].isin(sources) & exact["right"].isin(sources)]
    found: list[dict[str, Any]] = (both if len(both) else exact).to_dict("records")  # type: ignore[assignment]
    return found[0]


def _again(members: frozenset[str], comparison: Comparison) -> StoryPoint | None:
    """Return the story point that holds most of the passages that are still there."""
    here = members & comparison.by_id.keys()
    ranked = sorted(comparison.points, key=lambda p: (-len(here & set(p.passages)), len(p.passages), p.id))
    best = ranked[0] if ranked else None
    return best if best and here and len(here & set(best.passages)) >= max(2, _FOUND * len(here)) else None


def _gap(claim: Claim, table: pd.DataFrame, scope: str, sign: int) -> Outcome:
    sides = {claim.first, claim.second}
    rows = table[(table["scope"] == scope) & table["left"].isin(sides) & table["right"].isin(sides | {"all others"})]
    rows = rows[(rows["right"] == "all others") == ("all others" in sides)]
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
