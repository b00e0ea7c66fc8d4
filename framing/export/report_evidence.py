"""One finding on one page: two aligned passages, the measure with its interval, and the reader's own note."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pandas as pd
from markupsafe import Markup

from framing.comparison import Comparison
from framing.export.report import filled
from framing.export.report_reading import side_by_side
from framing.findings import Finding
from framing.measure import INSTRUMENTS
from framing.measure.means import passage_means
from framing.records import Passage

_MEASURES = {
    "share": "share of each source's words given to this story point, in percent",
    "omission": "whether the source tells this story point",
    "alone": "share of each source's words given to what no other source here tells, in percent",
    "order": "place of the first mention, in percent of the text",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands on the page: `gap`, `interval` and `bar` are empty where the finding is not a number.

    `sides` says who is held against whom; `passages` are those that `best_pair` returns.
    """

    finding: Finding
    sides: str
    measure: str
    gap: str
    interval: str
    bar: tuple[float, float, float, float] | None
    passages: tuple[str, ...]


def evidence(comparison: Comparison, finding: Finding) -> Evidence:
    """Return the evidence for a finding of this comparison."""
    gap, low, high = (_told(finding, value) for value in (finding.gap, finding.low, finding.high))
    sides = " and ".join(_side(names) for names in (finding.first, finding.second))
    interval = f"{low} to {high}" if low and high else ""
    pair = best_pair(comparison, finding)
    return Evidence(finding, sides, _measure(comparison, finding), gap, interval, _bar(finding), pair)


def evidence_sheet(comparison: Comparison, finding: Finding, *, note: str = "", title: str = "") -> str:
    """Return the page as HTML that works offline and prints on one sheet.

    Args:
        comparison: Where the finding comes from.
        finding: One that `framing.findings.findings` returned for it.
        note: The reader's own words; empty lines part paragraphs.
        title: Heading; the event's title without it.
    """
    found = evidence(comparison, finding)
    point = next((p.label for p in comparison.points if p.id == finding.point), "")
    return filled(
        "evidence_sheet.html",
        title=title.strip() or comparison.event.title or "Evidence",
        date=comparison.event.date or "",
        found=found,
        point=point,
        passages=_passages(comparison, found),
        match=_match(comparison, found.passages[:2]),
        silent=_silent(comparison, finding),
        cut=f"{comparison.cut:.2f}",
        note=[p for p in note.split("\n\n") if p.strip()],
    )


def write_evidence_sheet(comparison: Comparison, finding: Finding, path: Path, *, note: str = "") -> Path:
    """Write the page, as `evidence_sheet` makes it, and return its path. Raises OSError where the disk refuses."""
    text = evidence_sheet(comparison, finding, note=note)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def best_pair(comparison: Comparison, finding: Finding) -> tuple[str, ...]:
    """Return the two passages, of different sources, that show a finding best; of one source alone its first two.

    They are the pair that matches best; of a gap in tone between whole articles the match whose tone differs most. An
    omission gets a third, where there is one: the nearest passage of the source that leaves it out.
    """
    sides = {*finding.first, *finding.second}
    behind = [p for p in comparison.passages if p.id in set(finding.passages)]
    if finding.kind == "tone" and not finding.point:
        behind = [p for p in comparison.passages if p.aligned and p.source in sides]
    chosen = [p for p in behind if p.source in sides]
    weights = _weights(comparison, finding)
    pairs = [(a, b) for a, b in product(chosen, chosen) if a.source < b.source and _held(finding, a, b)]
    if not pairs:
        return tuple(p.id for p in chosen[:2])
    best = max(
        pairs, key=lambda pair: (weights.get(frozenset(p.id for p in pair), 0.0), -pair[0].index, -pair[1].index)
    )
    return (*(p.id for p in best), *_nearest(comparison, finding))


def _held(finding: Finding, left: Passage, right: Passage) -> bool:
    """Whether the passages stand on the two sides of a finding; of an omission all who tell it stand on one."""
    return finding.kind == "omission" or (left.source in finding.first) != (right.source in finding.first)


def _told(finding: Finding, value: float | None) -> str:
    """Write a size as the finding's text does, "" where there is none."""
    if value is None:
        return ""
    return f"{value:.2f}" if finding.kind == "tone" else f"{value * 100:.0f} points"


def _side(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else "all others together"


def _passages(comparison: Comparison, found: Evidence) -> Markup:
    """Return the passages side by side; of an omission the silent source's nearest stands apart, unmarked."""
    silent = found.finding.first[0] if found.finding.kind == "omission" else ""
    near = [id for id in found.passages if comparison.by_id[id].source == silent]
    shown = side_by_side(comparison, [id for id in found.passages if id not in near])
    rows = _nearest_rows(comparison, found.finding)
    if not near or rows.empty:
        return shown
    heading = f"Nearest passage of {silent} (probability {rows['probability'].iloc[0]:.2f}, not a match)"
    return Markup("{}<h2>{}</h2>{}").format(shown, heading, side_by_side(comparison, near, marking="nothing"))


def _weights(comparison: Comparison, finding: Finding) -> dict[frozenset[str], float]:
    """Return how well each match shows a finding: by its probability, or by its gap in tone."""
    matches = comparison.alignment.matches
    if finding.kind != "tone" or finding.point:
        return {frozenset((m.left, m.right)): m.probability for m in matches}
    means = passage_means(comparison.tone, comparison.main_instrument).set_index("passage")["mean"]
    turned = [
        (m.left, m.right) if comparison.by_id[m.left].source in finding.first else (m.right, m.left) for m in matches
    ]
    return {frozenset(pair): float(means.get(pair[1], 0.0) - means.get(pair[0], 0.0)) for pair in turned}


def _nearest(comparison: Comparison, finding: Finding) -> tuple[str, ...]:
    return tuple(_nearest_rows(comparison, finding)["nearest"]) if finding.kind == "omission" else ()


def _nearest_rows(comparison: Comparison, finding: Finding) -> pd.DataFrame:
    """Return the row of the omissions that names the nearest passage, none where no passage is near."""
    table = comparison.omissions
    return table[(table["point"] == finding.point) & table["source"].isin(finding.first) & (table["nearest"] != "")]


def _silent(comparison: Comparison, finding: Finding) -> str:
    """Say how near the source that leaves something out comes to it."""
    rows = _nearest_rows(comparison, finding)
    if finding.kind != "omission" or rows.empty:
        return ""
    return f"its nearest passage, shown apart, matches with a mean probability of {rows['probability'].iloc[0]:.2f}"


def _measure(comparison: Comparison, finding: Finding) -> str:
    if finding.kind != "tone":
        return _MEASURES[finding.kind]
    instrument = INSTRUMENTS[comparison.main_instrument]
    return f"{instrument.label.lower()}, mean of the sentences weighted by words ({instrument.direction})"


def _match(comparison: Comparison, ids: tuple[str, ...]) -> str:
    """Say with what probability the two passages tell the same thing, and why."""
    for match in comparison.alignment.matches:
        if {match.left, match.right} == set(ids):
            return f"probability {match.probability:.2f}: {'; '.join(match.reasons)}"
    return ""


def _bar(finding: Finding) -> tuple[float, float, float, float] | None:
    """Return where zero, the interval's ends and the gap stand on a line from 0 to 100."""
    if finding.gap is None or finding.low is None or finding.high is None:
        return None
    ends = [min(0.0, finding.low), max(0.0, finding.high)]
    span = (ends[1] - ends[0]) or 1.0
    places = (0.0, finding.low, finding.high, finding.gap)
    zero, low, high, gap = (4 + 92 * (value - ends[0]) / span for value in places)
    return round(zero, 2), round(low, 2), round(high, 2), round(gap, 2)
