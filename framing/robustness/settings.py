"""The settings under which findings are asked again, and the comparison that each of them gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from framing.align import Alignment
from framing.clean import BY_HAND
from framing.compare import Prepared, conclude, prepare
from framing.comparison import Comparison
from framing.embed import Encoder

VALENCE = ("rated", "vader", "vader_neutral")
"""Instruments that measure favour, so that "less favourable" can be asked of each."""
AGENCY = ("with", "without")
_STEP = 0.1
_LEAST, _MOST = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to do it; `instrument` and `voice` are empty for findings that are not on tone."""

    cut: float
    agency: str
    cleaning: str
    instrument: str = ""
    voice: str = ""

    def on(self, instrument: str, voice: str) -> Setting:
        """Return the setting with an instrument, and with all words or the outlet's own."""
        return replace(self, instrument=instrument, voice=voice)

    @property
    def values(self) -> tuple[float, str, str, str, str]:
        """The settings in the order cut, instrument, voice, agency, cleaning."""
        return (self.cut, self.instrument, self.voice, self.agency, self.cleaning)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cut, agency copy or none, cleaning or none, and the comparison that this gives."""

    setting: Setting
    made: Comparison


def cells(comparison: Comparison, encoder: Encoder) -> list[Cell]:
    """Return the grid of cuts, agency copy and cleaning; vectors that the comparison has are not computed again.

    Cleaning that took nothing out, and agency copy that no two sources share under a cut, give no second setting.
    """
    prepared = {"on": _prepared(comparison)}
    if _removed(comparison):
        prepared["off"] = _uncleaned(comparison, encoder)
    return [
        cell
        for cleaning, ready in prepared.items()
        for cut in cuts(comparison.cut)
        for cell in _agencies(Setting(cut, AGENCY[0], cleaning), _compared(comparison, ready, cut, cleaning))
    ]


def _compared(comparison: Comparison, ready: Prepared, cut: float, cleaning: str) -> Comparison:
    """Return the comparison at a cut; the one that is asked about has its tables already."""
    if cut == comparison.cut and cleaning == "on":
        return comparison
    return conclude(ready, cut=cut, judgements=comparison.judgements)


def _agencies(setting: Setting, made: Comparison) -> Iterator[Cell]:
    """Yield the setting with agency copy, and without where there is any."""
    yield Cell(setting, made)
    if any(match.relation == "same words" for match in made.alignment.matches):
        yield Cell(replace(setting, agency=AGENCY[1]), without_agency(made))


def _removed(comparison: Comparison) -> set[tuple[str, int]]:
    # What a person took out by hand is no rule's choice, and stays out under every setting.
    return {(a.id, r.index) for a in comparison.articles for r in a.removed if r.rule != BY_HAND.name}


def cuts(cut: float) -> list[float]:
    """Return the cut, one lower and one higher."""
    near = (cut - _STEP, cut, cut + _STEP)
    return sorted({cut if c == cut else round(min(max(c, _LEAST), _MOST), 3) for c in near})


def valence(comparison: Comparison) -> list[str]:
    """Return the instruments that measure favour here, the main one among them."""
    return [name for name in comparison.instruments if name in VALENCE or name == comparison.main_instrument]


def without_agency(comparison: Comparison) -> Comparison:
    """Return the comparison without passages that two sources share nearly word for word."""
    shared = {id for m in comparison.alignment.matches if m.relation == "same words" for id in (m.left, m.right)}
    passages = tuple(p for p in comparison.passages if p.id not in shared)
    source = {p.id: p.source for p in passages}
    points = []
    for point in comparison.points:
        members = tuple(id for id in point.passages if id not in shared)
        if len({source[id] for id in members}) > 1:
            points.append(replace(point, passages=members))
    matches = tuple(m for m in comparison.alignment.matches if m.relation != "same words")
    matches = tuple(m for m in matches if m.left not in shared and m.right not in shared)
    return replace(
        comparison,
        passages=passages,
        alignment=Alignment(matches, tuple(points), comparison.cut),
        tone=comparison.tone[~comparison.tone["passage"].isin(shared)],
    )


def _prepared(comparison: Comparison) -> Prepared:
    c = comparison
    if c.scores is None:
        raise ValueError("Without the articles' texts nothing can be computed again: add them first.")
    return Prepared(c.event, c.articles, c.passages, c.vectors, c.scores, c.tone, c.model)


def _uncleaned(comparison: Comparison, encoder: Encoder) -> Prepared:
    """Prepare the event with every paragraph put back that cleaning took out."""
    event = replace(comparison.event, restored=comparison.event.restored | _removed(comparison))
    return prepare(event, encoder=encoder)
