"""How well a mixed pile of articles comes apart into its events.

The real events lie in the shared folder; without it the example events alone are measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from framing.group import group
from framing.read import gather, open_example
from framing.records import Article
from framing.resources import example_events

FLOORS = {"examples.bcubed": 1.0, "real.bcubed": 0.95}
"""Dotted names of figures in `measure`'s answer and the least each may be."""


def measure(shared: Path | None) -> dict[str, Any]:
    """Return B-cubed F1 of the proposed events, on the example events and on the real ones."""
    found = {"examples": bcubed([open_example(name).articles for name in example_events()])}
    if shared is not None:
        real = [gather([path]).event.articles for path in sorted((shared / "events").glob("*.json"))]
        found["real"] = bcubed(real)
    return found


def bcubed(events: Sequence[Sequence[Article]]) -> dict[str, Any]:
    """Return B-cubed F1 (Bagga & Baldwin 1998) over the articles of the events, put in one pile."""
    home = {article.id: number for number, event in enumerate(events) for article in event}
    proposed = [frozenset(a.id for a in g.articles) for g in group([a for event in events for a in event])]
    precision = recall = 0.0
    for members in proposed:
        for id in members:
            same = sum(home[other] == home[id] for other in members)
            precision += same / len(members) / len(home)
            recall += same / sum(event == home[id] for event in home.values()) / len(home)
    f1 = round(2 * precision * recall / (precision + recall), 4)
    return {"events": len(events), "articles": len(home), "bcubed": f1}
