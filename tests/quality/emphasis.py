"""How well emphasis and omission do on the example events: were the planted omissions and leads found?

`measure(shared)` returns the figures for `data/accuracy.json`; `FLOORS` are what they must not fall under. The
thresholds of `framing.measure.omission` and the length of a lead were chosen on these four events, so the figures are
optimistic. A planted story point is held against the thing of the program, a story point or a passage that stands
alone, with which it shares most passages; where there is none, nothing counts as found. "Perhaps told" counts neither
as found nor as false. Beside it stands the naive rule: what a source has no passage in, it leaves out; a lead is the
first paragraph.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from framing.align import Alignment, align_scored, score
from framing.embed import Encoder, load_encoder
from framing.measure.emphasis import articles_of
from framing.measure.headline import headline_chances, headline_points
from framing.measure.omission import omissions
from framing.measure.order import openings
from framing.read import open_example
from framing.resources import EVENTS, example_events
from tests.quality.alignment import Event, prepared

FLOORS = {
    "omissions.found": 0.85,
    "omissions.found_or_named": 0.9,
    "omissions.precision": 0.9,  # of 47 planted omissions over four events: no more than one false one an event
    "leads.found": 0.9,
    "leads.precision": 0.9,
}
"""Dotted names of figures in `measure`'s answer and the least each may be."""
CEILINGS = {"omissions.false_per_event": 1.0}
"""The same, and the most each may be."""
LEFT_OUT = {"not told", "published before"}


@dataclass(frozen=True)
class Planted:
    """What was planted in an event: passages by story point, who tells what, who leaves out what, who opens with what.

    A paragraph is (source, place in the article as written).
    """

    points: Mapping[str, frozenset[str]]
    texts: Mapping[str, Mapping[str, str]]  # by story point and source
    told: Collection[tuple[str, str]]
    omissions: Collection[tuple[str, str]]
    leads: Collection[tuple[str, str]]
    opening: Collection[tuple[str, str]]  # story points that a source tells in its first two paragraphs

    @classmethod
    def read(cls, name: str, event: Event) -> Planted:
        place, text = {}, {}
        for article in event.articles:
            mine = {p.text: p.id for p in event.passages if p.article == article.id}
            for i, paragraph in enumerate(article.raw.paragraphs):
                place[article.source, i], text[article.source, i] = mine.get(paragraph.text), paragraph.text
        stored = json.loads((EVENTS / name / "planted.json").read_text("utf-8"))
        points = {p["id"]: p["passages"] for p in stored["story_points"]}
        ids = {g: [place[s, i] for s, places in told.items() for i in places] for g, told in points.items()}
        return cls(
            {g: frozenset(filter(None, found)) for g, found in ids.items()},
            {g: {s: " ".join(text[s, i] for i in places) for s, places in told.items()} for g, told in points.items()},
            {(s, g) for g, told in points.items() for s in told},
            [(o["source"], o["story_point"]) for o in stored["omissions"]],
            [(o["source"], o["story_point"]) for o in stored["leads"]],
            {(s, g) for g, told in points.items() for s, places in told.items() if min(places) < 2},
        )


def measure(shared: Path | None, encoder: Encoder | None = None) -> dict[str, Any]:  # noqa: ARG001  (as every measure)
    """Return every figure; none needs the shared folder."""
    encoder = encoder or load_encoder()
    counts: dict[str, Counter[str]] = {}
    for name in example_events():
        event = prepared(open_example(name).articles, encoder)
        counts[name] = _count(Planted.read(name, event), event)
    total = sum(counts.values(), Counter[str]())
    worst = {kind: max(c[kind] for c in counts.values()) for kind in ("false", "naive_false")}
    events = len(counts)
    return {
        "omissions": {
            "on": "example events",
            "planted": total["omissions"],
            "found": total["found"] / total["omissions"],
            "found_or_named": (total["found"] + total["named"]) / total["omissions"],
            "precision": total["found"] / (total["found"] + total["false"]),
            "in_question": total["perhaps"] / total["omissions"],
            "false_per_event": total["false"] / events,
            "worst_event": worst["false"],
            "baselines": {
                "no passage in the story point": {
                    "found": total["naive_found"] / total["omissions"],
                    "false_per_event": total["naive_false"] / events,
                    "worst_event": worst["naive_false"],
                }
            },
        },
        "leads": {
            "on": "example events",
            "planted": total["leads"],
            "found": total["leads_found"] / total["leads"],
            "precision": total["opening_right"] / max(total["opening"], 1),
            "baselines": {"first paragraph": {"found": total["naive_leads"] / total["leads"]}},
        },
    }


def _count(planted: Planted, event: Event) -> Counter[str]:
    scores = score(event.passages, event.vectors)
    alignment = align_scored(scores)
    published = {article.source: article.raw.published for article in event.articles}
    heads = headline_chances(event.passages, alignment.points, event.vectors)
    table = omissions(event.passages, alignment.points, scores.chances, published=published, headlines=heads)
    return _count_omissions(planted, alignment, table) + _count_leads(planted, alignment, event)


def _count_omissions(planted: Planted, alignment: Alignment, table: pd.DataFrame) -> Counter[str]:
    rows = {(row["source"], row["point"]): row for row in table.to_dict("records")}
    members = {p.id: frozenset(p.passages) for p in alignment.points}
    things = members | {point: frozenset({point}) for point in table["point"] if point not in members}
    best = {g: _nearest(ids, things) for g, ids in planted.points.items()}
    naive = {g: _nearest(ids, members) for g, ids in planted.points.items()}
    counts = Counter(omissions=len(planted.omissions))
    for source, point in planted.omissions:
        row = rows.get((source, best[point]), {"state": "", "missing": ""})
        counts["found"] += row["state"] in LEFT_OUT
        counts["perhaps"] += row["state"] == "perhaps told"
        counts["named"] += point in _named(planted, row, source)
        counts["naive_found"] += rows.get((source, naive[point]), {"state": "told"})["state"] != "told"
    for source, point in planted.told:
        counts["false"] += rows.get((source, best[point]), {"state": ""})["state"] in LEFT_OUT
        counts["naive_false"] += rows.get((source, naive[point]), {"state": "told"})["state"] != "told"
    return counts


def _named(planted: Planted, row: Mapping[str, Any], source: str) -> set[str]:
    """Return the planted points of which the program names two facts, or the only one, as missing in a source.

    A fact belongs to the planted point in which the largest share of the sources' paragraphs has it.
    """
    found = Counter(g for fact in filter(None, row["missing"].split("; ")) for g in _home(planted, fact, source))
    return {g for g, count in found.items() if count >= min(2, len(row["missing"].split("; ")))}


def _home(planted: Planted, fact: str, source: str) -> list[str]:
    share = {g: sum(fact in t for s, t in told.items() if s != source) / len(told) for g, told in planted.texts.items()}
    top = max(share.values())
    return [g for g, value in share.items() if value == top and top > 0]


def _count_leads(planted: Planted, alignment: Alignment, event: Event) -> Counter[str]:
    chances = headline_chances(event.passages, alignment.points, event.vectors)
    headlines = headline_points(event.passages, alignment.points, chances)
    opened = openings(event.passages, alignment.points, headlines=headlines)
    said = {(row["source"], row["point"] or row["passage"]) for row in opened.to_dict("records")}
    firsts = {p.id for p in (article[0] for article in articles_of(event.passages))}
    plain = {
        (row["source"], row["point"] or row["passage"]) for row in opened.to_dict("records") if row["passage"] in firsts
    }
    fits = _fits(planted, alignment, [id for _, id in said])
    counts = Counter(leads=len(planted.leads), opening=len(said))
    counts["leads_found"] = sum(any((s, p) in said for p in fits[g]) for s, g in planted.leads)
    counts["naive_leads"] = sum(any((s, p) in plain for p in fits[g]) for s, g in planted.leads)
    counts["opening_right"] = sum(any(p in fits[g] for t, g in planted.opening if t == s) for s, p in said)
    return counts


def _fits(planted: Planted, alignment: Alignment, opened: Iterable[str]) -> dict[str, set[str]]:
    """Return the things that stand for each planted point: most shared passages, seen from either side."""
    members = {p.id: frozenset(p.passages) for p in alignment.points}
    members |= {id: frozenset({id}) for id in opened if id not in members}
    fits = {g: {best} if (best := _nearest(ids, members)) else set() for g, ids in planted.points.items()}
    for point, passages in members.items():
        most = max((len(ids & passages) for ids in planted.points.values()), default=0)
        for g, ids in planted.points.items():
            if most and len(ids & passages) == most:
                fits[g].add(point)
    return fits


def _nearest(ids: frozenset[str], things: Mapping[str, frozenset[str]]) -> str:
    """Return the thing that shares most passages, of several the smallest; "" where none shares any."""
    sharing: Iterable[str] = [thing for thing, members in things.items() if members & ids]
    return min(sharing, key=lambda thing: (-len(things[thing] & ids), len(things[thing]), thing), default="")


if __name__ == "__main__":
    print(json.dumps(measure(None), indent=1))
