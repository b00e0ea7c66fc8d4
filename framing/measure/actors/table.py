"""How much each source speaks of each actor, how early, and what it calls them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from framing.measure.actors.found import Actor, Mention
from framing.records import Passage, by_id

MENTION_COLUMNS = ["actor", "source", "passage", "start", "end", "text", "form", "place"]
TABLE_COLUMNS = ["source", "actor", "kind", "mentions", "share", "first", "names"]


def actor_table(passages: Sequence[Passage], actors: Sequence[Actor]) -> pd.DataFrame:
    """Return one row per source and actor it mentions, by source, the actors in the order given.

    Columns: source, actor, kind; mentions; share of the source's mentions of all the actors given, 0 to 1; first, the
    share of the article's words that stand before the first mention, 0 the first word … 1; names, what the source calls
    the actor, most often first: "Ann Lee (2), the mayor".
    """
    known, before = by_id(passages), _words_before(passages)
    rows = []
    for actor in actors:
        for source in sorted({known[m.passage].source for m in actor.mentions}):
            told = [m for m in actor.mentions if known[m.passage].source == source]
            first = min(before[m.passage][0] + _words_in(known[m.passage], m) * before[m.passage][1] for m in told)
            rows.append((source, actor.name, actor.kind, len(told), 0.0, first, called(told)))
    table = pd.DataFrame(rows, columns=TABLE_COLUMNS)
    table["share"] = table["mentions"] / table.groupby("source")["mentions"].transform("sum")
    return table.sort_values("source", kind="stable", ignore_index=True)


def mention_table(passages: Sequence[Passage], actors: Sequence[Actor]) -> pd.DataFrame:
    """Return one row a mention, by source and place.

    Columns: actor, source, passage, start and end (characters of the passage), text, form, and place, the share of the
    article's words before it, 0 the first word … 1.
    """
    known, before = by_id(passages), _words_before(passages)
    rows = []
    for actor in actors:
        for m in actor.mentions:
            seen, word = before[m.passage]
            place = seen + _words_in(known[m.passage], m) * word
            rows.append((actor.name, known[m.passage].source, m.passage, m.start, m.end, m.text, m.form, place))
    table = pd.DataFrame(rows, columns=MENTION_COLUMNS)
    return table.sort_values(["source", "place"], kind="stable", ignore_index=True)


class Gap(NamedTuple):
    """The actor whose share of mentions differs most between two sources, and those shares, 0 to 1."""

    actor: str
    most: str
    share: float
    least: str
    other: float


def widest_gap(table: pd.DataFrame, sources: Sequence[str]) -> Gap | None:
    """Return the widest gap in a table of `actor_table` among the actors that two sources or more mention."""
    shared = table[table.groupby("actor")["source"].transform("nunique") > 1]
    if shared.empty:
        return None
    shares = shared.pivot(index="actor", columns="source", values="share").reindex(columns=list(sources)).fillna(0.0)
    gaps = shares.max(axis=1) - shares.min(axis=1)
    name = str(gaps.sort_index().sort_values(ascending=False, kind="stable").index[0])
    row = dict(zip(shares.columns, shares.loc[[name]].to_numpy(dtype=float)[0].tolist(), strict=True))
    most, least = max(row, key=lambda s: row[s]), min(row, key=lambda s: row[s])
    return Gap(name, most, row[most], least, row[least])


def called(mentions: Sequence[Mention]) -> str:
    """Return what an actor is called in these mentions, most often first: "Ann Lee (2), the mayor"."""
    counts = Counter(
        m.text if m.form == "name" else f"the{m.text[3:]}" for m in mentions
    )  # "The mayor" opens a sentence
    ordered = sorted(counts, key=lambda text: (-counts[text], text))
    return ", ".join(f"{text} ({counts[text]})" if counts[text] > 1 else text for text in ordered)


def _words_before(passages: Sequence[Passage]) -> dict[str, tuple[float, float]]:
    """Return for each passage the share of its article's words before it, and the share that one word is."""
    found = {}
    for _, group in groupby(sorted(passages, key=lambda p: (p.article, p.index)), key=lambda p: p.article):
        article = list(group)
        total = max(sum(p.words for p in article), 1)
        seen = 0
        for passage in article:
            found[passage.id] = (seen / total, 1 / total)
            seen += passage.words
    return found


def _words_in(passage: Passage, mention: Mention) -> int:
    return len(passage.text[: mention.start].split())
