"""Passages for a report: in their sources' columns, with marked words and where each stands, as escaped HTML."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from framing.comparison import Comparison
from framing.marks import Marking, marks_of
from framing.markup import Card, columns
from framing.plots.theme import source_borders


def side_by_side(
    comparison: Comparison, ids: Iterable[str], *, marking: Marking = "shared words", absent: str = ""
) -> Markup:
    """Return passages in their sources' columns, in reading order; sources without any stand under `absent`."""
    wanted = set(ids)
    chosen = [p for p in comparison.passages if p.id in wanted]
    sources = comparison.sources if absent else list(dict.fromkeys(p.source for p in chosen))
    places = _places(comparison)
    cards = [Card(p, tuple(marks_of(p, chosen, marking)), places.get(p.id, p.kind)) for p in chosen]
    # Every text in it was escaped by `columns`.
    return Markup(columns(cards, sources, source_borders(comparison.sources), absent=absent))  # noqa: S704


def _places(comparison: Comparison) -> dict[str, str]:
    """Return, by passage id, "passage 3 of 12"."""
    found = {}
    for source in comparison.sources:
        told = [p.id for p in comparison.passages if p.source == source and p.aligned]
        found.update({id: f"passage {place} of {len(told)}" for place, id in enumerate(told, 1)})
    return found
