"""Findings: sentences made from a comparison's numbers, the strongest first, each with a way to its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from framing.comparison import Comparison
from framing.measure import INSTRUMENTS
from framing.measure.emphasis import ALONE
from framing.records import Passage, StoryPoint

FindingKind = Literal["share", "omission", "alone", "order", "tone"]
DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, how strong it is against the others of its comparison (0 to 1), and the passages behind it."""

    kind: FindingKind
    text: str
    strength: float
    point: str | None
    passages: tuple[str, ...]


def findings(comparison: Comparison, *, most: int = 8) -> list[Finding]:
    """Return the strongest findings, at most `most`: one of a kind about a story point, two in all about one.

    Only differences whose 95 % interval leaves out zero are told as differences. Strength is the share of words at
    stake: for a gap the end of its interval nearer to zero, for an omission the mean share the others give it. No more
    than a third of the findings are of one kind.
    """
    found = [*_shares(comparison), *_omissions(comparison), *_alone(comparison), *_order(comparison)]
    found += _tones(comparison)
    ordered = sorted(found, key=lambda f: (-f.strength, f.text))
    kept: list[Finding] = []
    for finding in ordered:
        about = [k for k in kept if k.point == finding.point and k.point]
        same = [k for k in kept if k.kind == finding.kind]
        if len(about) < 2 and all(k.kind != finding.kind for k in about) and len(same) < max(2, most // 3):
            kept.append(finding)
    return kept[:most]


def _shares(comparison: Comparison) -> Iterator[Finding]:
    """The widest gap per story point between two sources that both tell it."""
    gaps = comparison.share_differences
    gaps = gaps[(gaps["verdict"] == DIFFERS) & (gaps["scope"] != ALONE)]
    points = {p.id: p for p in comparison.points}
    for row in gaps.to_dict("records"):
        if not (row["left_mean"] and row["right_mean"]):
            continue  # one source leaves it out altogether: that is told as an omission
        more, less = (row["left"], row["right"]) if row["gap"] > 0 else (row["right"], row["left"])
        shares = sorted((row["left_mean"], row["right_mean"]), reverse=True)
        low, high = sorted((abs(row["low"]), abs(row["high"])))
        gap = f"{abs(row['gap']) * 100:.0f} points, {low * 100:.0f} to {high * 100:.0f}"
        text = (
            f"{more} gives {percent(shares[0])} of its words to {_named(points[row['scope']])}; {less} gives "
            f"{percent(shares[1])} (difference {gap})."
        )
        yield Finding("share", text, low, row["scope"], _members(comparison, points[row["scope"]], {more, less}))


def _omissions(comparison: Comparison) -> Iterator[Finding]:
    """Story points that at least two sources, and at least half of them, tell and one leaves out."""
    table, states = comparison.emphasis, comparison.omissions
    for point in comparison.points:
        shares = table[table["point"] == point.id].set_index("source")["share"]
        silent = states[(states["point"] == point.id) & (states["state"] != "told")]
        missing = list(silent["source"])
        if len(shares) < max(2, len(comparison.sources) / 2) or list(silent["state"]) != ["not told"]:
            continue
        low, high = percent(shares.min()), percent(shares.max())
        spread = high if low == high else f"{low.removesuffix(' %')} to {high}"
        tellers = _listed(list(shares.index)) if len(shares) < 5 else f"the {len(shares)} other sources"
        told = f"{tellers} give it {spread} of their words"
        text = f"{missing[0]} does not tell {_named(point)}; {told}."
        yield Finding("omission", text, float(shares.mean()), point.id, point.passages)


def _alone(comparison: Comparison) -> Iterator[Finding]:
    """The widest gap between the shares two sources spend on what no other tells."""
    gaps = comparison.share_differences
    gaps = gaps[(gaps["scope"] == ALONE) & (gaps["verdict"] == DIFFERS)]
    if gaps.empty:
        return
    widest = max(gaps.to_dict("records"), key=lambda row: (abs(row["gap"]), row["left"], row["right"]))
    ends = [(widest["left_mean"], widest["left"]), (widest["right_mean"], widest["right"])]
    (low, less), (high, more) = sorted(ends)
    near, far = sorted((abs(widest["low"]), abs(widest["high"])))
    gap = f"difference {abs(widest['gap']) * 100:.0f} points, {near * 100:.0f} to {far * 100:.0f}"
    told = "what the other does not tell" if len(comparison.sources) == 2 else "what no other source here tells"
    text = f"{more} spends {percent(high)} of its words on {told}, {less} {percent(low)} ({gap})."
    evidence = tuple(p.id for p in comparison.alone if p.source == more)
    yield Finding("alone", text, near / 4, None, evidence)


def _order(comparison: Comparison) -> Iterator[Finding]:
    """Story points that one source opens with and another reaches only in its second half."""
    table = comparison.emphasis
    for point in comparison.points:
        rows = table[table["point"] == point.id].sort_values(["first", "source"])
        if len(rows) < 2 or rows.iloc[0]["place"] != "lead" or rows.iloc[-1]["first"] < 0.5:
            continue
        early, late = rows.iloc[0], rows.iloc[-1]
        text = (
            f"{early['source']} opens with {_named(point)}; {late['source']} comes to it after "
            f"{percent(late['first'])} of its text."
        )
        strength = float(late["first"] * early["share"])
        yield Finding("order", text, strength, point.id, _members(comparison, point, {early["source"], late["source"]}))


def _tones(comparison: Comparison) -> Iterator[Finding]:
    """Gaps in rated tone between two sources, in total or on one story point, that can be told apart."""
    instrument = comparison.main_instrument
    table = comparison.main_differences
    chosen = table[table["verdict"] == DIFFERS]
    points: Mapping[str, StoryPoint] = {p.id: p for p in comparison.points}
    spread = INSTRUMENTS[instrument].high - INSTRUMENTS[instrument].low
    for row in chosen.to_dict("records"):
        point = points.get(row["scope"])
        colder, warmer = (row["left"], row["right"]) if row["gap"] < 0 else (row["right"], row["left"])
        low, high = sorted((abs(row["low"]), abs(row["high"])))
        about = f"On {_named(point)}, {colder}" if point else colder
        text = (
            f"{about} is less favourable in tone than {warmer} "
            f"(difference {abs(row['gap']):.2f} on a scale of {spread:g}, {low:.2f} to {high:.2f})."
        )
        evidence = _members(comparison, point, {row["left"], row["right"]}) if point else _extremes(comparison, colder)
        yield Finding("tone", text, low / spread, point.id if point else None, evidence)


def _extremes(comparison: Comparison, source: str) -> tuple[str, ...]:
    """The three passages of a source with the lowest rated tone."""
    table: pd.DataFrame = comparison.tone
    rows = table[(table["source"] == source) & (table["instrument"] == comparison.main_instrument)]
    return tuple(rows.groupby("passage", sort=True)["score"].mean().sort_values(kind="stable").index[:3])


def _members(comparison: Comparison, point: StoryPoint, sources: set[str]) -> tuple[str, ...]:
    passages: Mapping[str, Passage] = comparison.by_id
    return tuple(id for id in point.passages if passages[id].source in sources)


def _named(point: StoryPoint) -> str:
    return f"“{point.label}”"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def percent(share: float) -> str:
    """Write a share of 0 to 1 as a percentage without decimals."""
    return f"{share * 100:.0f} %"
