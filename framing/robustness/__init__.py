"""Ask the headline findings again under other settings: in how many does each hold?

A finding that hangs on one cut, one instrument, the quoted words, shared agency copy or a cleaning rule says so here.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from framing.comparison import Comparison
from framing.embed import Encoder, Progress
from framing.findings import MOST, Finding, findings
from framing.measure import INSTRUMENTS, differences
from framing.measure.voice import Voice
from framing.robustness.claims import HOLDS, OUTCOMES, Claim, claim_of, outcome
from framing.robustness.settings import Cell, Setting, cells, valence

__all__ = ["FACTORS", "HOLDS", "OUTCOMES", "Claim", "Setting", "robustness", "summary"]

FACTORS = ("cut", "instrument", "voice", "agency", "cleaning")
COLUMNS = ["finding", "kind", "text", *FACTORS, "outcome", "gap", "low", "high"]
SUMMARY_COLUMNS = ["finding", "kind", "text", "settings", *OUTCOMES, "share", "hangs_on"]
# A factor is named when a finding holds this much more often under one of its settings than under another.
_MATTERS = 0.25
_FACTOR = {"voice": "whose words", "agency": "shared agency copy"}
_CHOICES = {
    ("voice", "all"): "all",
    ("voice", "own"): "the outlet's own",
    ("agency", "with"): "kept",
    ("agency", "without"): "left out",
}


def robustness(
    comparison: Comparison,
    encoder: Encoder,
    *,
    most: int = MOST,
    resamples: int = 500,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Return one row a headline finding and setting, columns `COLUMNS`.

    The grid: the cut as it is, .1 lower and .1 higher; shared agency copy ("same words") with and without, where
    there is any; cleaning on and off, where it took something out; for findings on tone also each instrument that
    measures favour, and all words or the outlet's own.

    `finding` counts from 1, the strongest first. `outcome` is "holds" where the difference is found again and its
    interval leaves out zero; "same direction" where the interval holds zero; "reversed"; or "not there" where the story
    point cannot be found again. `gap`, `low` and `high` are signed so that the finding's own direction is positive.

    Raises ValueError for a comparison whose texts are not at hand.
    """
    if comparison.scores is None:
        raise ValueError("Without the articles' texts nothing can be computed again: add them first.")
    report = progress or (lambda _share, _doing: None)
    found = findings(comparison, most=most)
    claims = [claim_of(finding, comparison) for finding in found]
    grid = cells(comparison, encoder)
    whole = not any(claim.members for claim in claims if claim.kind == "tone")
    tables = _Tables(comparison, resamples, whole=whole)
    rows = []
    for number, cell in enumerate(grid):
        report(number / len(grid), f"Setting {number + 1} of {len(grid)}")
        made = cell.made
        for setting in _settings(cell, made, tone=any(c.kind == "tone" for c in claims)):
            table = tables.of(setting, made)
            rows += [
                _row(place, finding, setting, claim, made, table)
                for place, (finding, claim) in enumerate(zip(found, claims, strict=True), 1)
                if (claim.kind == "tone") == (setting.instrument != "")
            ]
    report(1.0, "Done")
    return pd.DataFrame(rows, columns=COLUMNS).sort_values("finding", kind="stable", ignore_index=True)


def summary(table: pd.DataFrame) -> pd.DataFrame:
    """Return one row a finding, columns `SUMMARY_COLUMNS`.

    `settings` is their number, then how many gave each outcome; `share` is that of "holds", 0 to 1; `hangs_on` says in
    words on which choice it hangs most, "" where on none.
    """
    rows = []
    for finding, part in table.groupby("finding", sort=True):
        counts = [int((part["outcome"] == name).sum()) for name in OUTCOMES]
        first = part.iloc[0]
        share = counts[0] / len(part)
        rows.append((finding, first["kind"], first["text"], len(part), *counts, share, _hangs_on(part)))
    return pd.DataFrame(rows, columns=SUMMARY_COLUMNS)


def _settings(cell: Cell, made: Comparison, *, tone: bool) -> Iterator[Setting]:
    """Yield the settings of a cell: itself, and for findings on tone each instrument and voice."""
    yield cell.setting
    for instrument in valence(made) if tone else ():
        yield from (cell.setting.on(instrument, voice) for voice in ("all", "own"))


class _Tables:
    """The differences under every setting; where two settings leave the same texts and points they are made once.

    With `whole` only the gaps in tone between whole articles are wanted, which do not hang on the points.
    """

    def __init__(self, comparison: Comparison, resamples: int, *, whole: bool) -> None:
        self.resamples, self.whole = resamples, whole
        main = self._key(Setting(0, "", "", comparison.main_instrument, "all"), comparison)
        self.made = {main: comparison.main_differences}

    def of(self, setting: Setting, made: Comparison) -> pd.DataFrame:
        """Return the differences on shares of words, or on the setting's instrument and voice."""
        if not setting.instrument:
            return made.share_differences
        key = self._key(setting, made)
        if key not in self.made:
            scores = made.tone[made.tone["instrument"] == setting.instrument]
            voice: Voice | None = "own" if setting.voice == "own" else None
            points = () if self.whole else made.points
            self.made[key] = differences(scores, points, voice=voice, resamples=self.resamples, parts=False)
        return self.made[key]

    def _key(self, setting: Setting, made: Comparison) -> tuple[object, ...]:
        members = () if self.whole else tuple(point.passages for point in made.points)
        return (setting.instrument, setting.voice, frozenset(made.by_id), members)


def _row(
    place: int, finding: Finding, setting: Setting, claim: Claim, made: Comparison, table: pd.DataFrame
) -> tuple[object, ...]:
    found = outcome(claim, made, table)
    return (place, finding.kind, finding.text, *setting.values, found.name, found.gap, found.low, found.high)


def _hangs_on(part: pd.DataFrame) -> str:
    """Name the choice whose settings differ most in how often the finding holds."""
    spreads = []
    for factor in FACTORS:
        asked: dict[object, list[bool]] = {}
        for value, name in zip(part[factor], part["outcome"], strict=True):
            asked.setdefault(value, []).append(name == HOLDS)
        ranked = sorted(asked, key=lambda value: (-_mean(asked[value]), str(value)))
        ends = [
            f"{_shown(factor, value)} ({sum(asked[value])} of {len(asked[value])})" for value in (ranked[0], ranked[-1])
        ]
        spread = _mean(asked[ranked[0]]) - _mean(asked[ranked[-1]])
        spreads.append((round(spread, 9), factor, f"{_FACTOR.get(factor, factor)}: {ends[0]}, {ends[1]}"))
    spread, _, told = max(spreads)
    return told if spread >= _MATTERS else ""


def _shown(factor: str, value: object) -> str:
    """Write a setting as pages name it."""
    if isinstance(value, float):
        return f"{value:.2f}"
    name = str(value)
    return INSTRUMENTS[name].label if name in INSTRUMENTS else _CHOICES.get((factor, name), name)


def _mean(held: list[bool]) -> float:
    return sum(held) / len(held)
