"""Whether the loaded passages planted in the example events stand among the most loaded of their source."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.clean import clean
from framing.compare import prepare
from framing.embed import Encoder
from framing.read import open_example
from framing.records import ALIGNED, Event
from framing.resources import example_events, load_json
from framing.segment import segment

TOP = 3


def planted(encoder: Encoder) -> dict[str, Any]:
    """Share of planted loaded passages among the three most loaded of their source, by loaded wording and by VADER.

    `possible` is the most that share can be: in some sources four or five passages are planted. `share_of_planted`
    lets as many count as are planted in the source, three at least.

    A passage ranks by its most loaded sentence, each sentence's score times the share of it in the outlet's own voice,
    among the passages that can be aligned: headlines and headings, which say everything shorter, are not ranked. The
    texts are the project's own and the word list was extended after misses were seen, so this is partly in sample.
    """
    events = [(name, open_example(name)) for name in example_events()]
    found = [(name, event, prepare(event, encoder=encoder).tone) for name, event in events]
    tables = {i: pd.concat([_ranked(*x, i) for x in found]) for i in ("loaded", "vader")}
    return {
        "on": "example events",
        "passages": len(tables["loaded"]),
        **_shares(tables["loaded"]),
        "possible": float(tables["loaded"]["possible"].mean()),
        "by_event": {name: _shares(table) for name, table in tables["loaded"].groupby("event")},
        "baselines": {
            "vader, strength": _shares(tables["vader"]),
            "chance": {
                "share": float((TOP / tables["loaded"]["passages"]).clip(upper=1.0).mean()),
                "share_of_planted": float(
                    (tables["loaded"]["count"] / tables["loaded"]["passages"]).clip(upper=1.0).mean()
                ),
            },
        },
    }


def _shares(table: pd.DataFrame) -> dict[str, float]:
    return {
        "share": float((table["place"] < TOP).mean()),
        "share_of_planted": float((table["place"] < table["count"]).mean()),
    }


def _ranked(name: str, event: Event, tone: pd.DataFrame, instrument: str) -> pd.DataFrame:
    """Return one row a planted passage: event, source, place from 0, and of its source count, possible and passages.

    `count` is how many are planted, three at least; `possible` the share of them that can be among the top three.
    """
    rows = tone[(tone["instrument"] == instrument) & tone["kind"].isin(ALIGNED)]
    strength = (rows["score"].abs() * (1 - rows["quoted"])).groupby([rows["source"], rows["passage"]]).max()
    texts = {(a.source, i): p.text for a in event.articles for i, p in enumerate(a.paragraphs)}
    ids = _ids(event)
    wanted = {(x["source"], x["paragraph"]) for x in load_json("events", name, "planted.json")["loaded"]}
    found = []
    for source, paragraph in sorted(wanted):
        scores = strength[source]
        mine = sum(s == source for s, _ in wanted)
        place = int((scores > scores[ids[source, texts[source, paragraph]]]).sum())
        found.append((name, source, place, max(TOP, mine), min(TOP / mine, 1.0), len(scores)))
    return pd.DataFrame(found, columns=["event", "source", "place", "count", "possible", "passages"])


def _ids(event: Event) -> dict[tuple[str, str], str]:
    """Return the ids of passages by source and text."""
    return {(p.source, p.text): p.id for a in event.articles for p in segment(clean(a))}
