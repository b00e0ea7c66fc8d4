"""Findings: sentences made from a comparison's numbers, the strongest first, each with a way to its evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import pandas as pd

from framing.comparison import Comparison
from framing.measure import INSTRUMENTS
from framing.measure.differences import DIFFERS, OTHERS
from framing.measure.emphasis import ALONE, WHOLE
from framing.records import Passage, StoryPoint

FindingKind = Literal["share", "omission", "alone", "order", "tone"]
MOST = 8
"""Findings that are told, numbered alike on every page and in every file."""
SHARE, FIRST, TOLD = "share of words", "first mention", "told"


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, how strong it is against the others of its comparison, and the numbers and passages behind it.

    Attributes:
        kind: What sort of difference it is.
        text: The sentence.
        strength: Share of words, or of the instrument's range, at stake, 0 to 1.
        point: Id of the story point it is about, if it is about a single one.
        passages: Ids of the passages behind it.
        first: Who gives more, is less favourable, opens with the point, or leaves it out; several are taken together.
        second: Whom that is held against: one source, all the others together, or those who tell the point.
        measure: What is compared: a measure of emphasis, "tone", or "told".
        instrument: The instrument of tone, else "".
        gap: The difference, positive in the direction the sentence tells; None for an omission.
        low: Lower end of its 95 % interval; None where there is none.
        high: Upper end.
    """

    kind: FindingKind
    text: str
    strength: float
    point: str | None
    passages: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    measure: str
    instrument: str = ""
    gap: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def scope(self) -> str:
        """What it is about, as the tables of differences name it: a story point's id, "alone" or "all"."""
        return self.point or (ALONE if self.kind == "alone" else WHOLE)


def findings(comparison: Comparison, *, most: int = MOST) -> list[Finding]:
    """Return the strongest findings, at most `most`: one of a kind about a story point, two in all about one.

    Only differences whose 95 % interval leaves out zero are told as differences. Strength is the share of words at
    stake: for a gap the end of its interval nearer to zero, for an omission the mean share the others give it. Of
    one kind there are no more than a third of `most`, but two in any case.
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
        point = points[row["scope"]]
        more, less = (row["left"], row["right"]) if row["gap"] > 0 else (row["right"], row["left"])
        shares = sorted((row["left_mean"], row["right_mean"]), reverse=True)
        size, low, high = _sizes(row)
        gap = f"{size * 100:.0f} points, {low * 100:.0f} to {high * 100:.0f}"
        text = (
            f"{more} gives {percent(shares[0])} of its words to {_named(point)}; {less} gives "
            f"{percent(shares[1])} (difference {gap})."
        )
        evidence = _members(comparison, point, {more, less})
        yield Finding("share", text, low, point.id, evidence, (more,), (less,), SHARE, gap=size, low=low, high=high)


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
        strength, told_by = float(shares.mean()), tuple(shares.index)
        yield Finding("omission", text, strength, point.id, point.passages, tuple(missing), told_by, TOLD)


def _alone(comparison: Comparison) -> Iterator[Finding]:
    """The widest gap between the shares two sources spend on what no other tells."""
    gaps = comparison.share_differences
    gaps = gaps[(gaps["scope"] == ALONE) & (gaps["verdict"] == DIFFERS)]
    if gaps.empty:
        return
    widest = max(gaps.to_dict("records"), key=lambda row: (abs(row["gap"]), row["left"], row["right"]))
    ends = [(widest["left_mean"], widest["left"]), (widest["right_mean"], widest["right"])]
    (low, less), (high, more) = sorted(ends)
    size, near, far = _sizes(widest)
    gap = f"difference {size * 100:.0f} points, {near * 100:.0f} to {far * 100:.0f}"
    told = "what the other does not tell" if len(comparison.sources) == 2 else "what no other source here tells"
    text = f"{more} spends {percent(high)} of its words on {told}, {less} {percent(low)} ({gap})."
    evidence = tuple(p.id for p in comparison.alone if p.source == more)
    yield Finding("alone", text, near / 4, None, evidence, (more,), (less,), SHARE, gap=size, low=near, high=far)


def _order(comparison: Comparison) -> Iterator[Finding]:
    """Story points that one source opens with and another reaches only in its second half."""
    table = comparison.emphasis
    for point in comparison.points:
        rows = table[table["point"] == point.id].sort_values(["first", "source"])
        if len(rows) < 2 or rows.iloc[0]["place"] != "lead" or rows.iloc[-1]["first"] < 0.5:
            continue
        early, late = rows.iloc[0], rows.iloc[-1]
        first, last = str(early["source"]), str(late["source"])
        text = f"{first} opens with {_named(point)}; {last} comes to it after {percent(late['first'])} of its text."
        strength, gap = float(late["first"] * early["share"]), float(late["first"] - early["first"])
        evidence = _members(comparison, point, {first, last})
        yield Finding("order", text, strength, point.id, evidence, (first,), (last,), FIRST, gap=gap)


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
        size, low, high = _sizes(row)
        first, second = (_together(comparison, name, row["left"]) for name in (colder, warmer))
        who = colder if len(first) == 1 else "all others together" if point else "All others together"
        about = f"On {_named(point)}, {who}" if point else who
        text = (
            f"{about} {'is' if len(first) == 1 else 'are'} less favourable in tone than {warmer} "
            f"(difference {size:.2f} on a scale of {spread:g}, {low:.2f} to {high:.2f})."
        )
        evidence = _members(comparison, point, {*first, *second}) if point else _extremes(comparison, first)
        about_id = point.id if point else None
        told = Finding("tone", text, low / spread, about_id, evidence, first, second, "tone", instrument)
        yield replace(told, gap=size, low=low, high=high)


def _together(comparison: Comparison, side: str, left: str) -> tuple[str, ...]:
    """The sources on a side of a difference; "all others" are all but the left one."""
    return tuple(s for s in comparison.sources if s != left) if side == OTHERS else (side,)


def _sizes(row: Mapping[Any, Any]) -> tuple[float, float, float]:
    """The size of a gap and the ends of its interval, which holds no zero, without their sign."""
    low, high = sorted((abs(float(row["low"])), abs(float(row["high"]))))
    return abs(float(row["gap"])), low, high


def _extremes(comparison: Comparison, sources: Collection[str]) -> tuple[str, ...]:
    """The three passages of the sources with the lowest rated tone."""
    table: pd.DataFrame = comparison.tone
    rows = table[table["source"].isin(sources) & (table["instrument"] == comparison.main_instrument)]
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
