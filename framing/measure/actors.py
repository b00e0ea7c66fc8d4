"""Tone towards the people and bodies an event is about, source by source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from framing.embed import Encoder
from framing.measure.toward import Toward, toward
from framing.measure.voice import Speech, quoted_share, speech
from framing.mentions import Name, names
from framing.records import Passage

COLUMNS = [
    "actor",
    "source",
    "article",
    "passage",
    "kind",
    "sentence",
    "start",
    "end",
    "mention",
    "words",
    "quoted",
    "negative",
    "neutral",
    "positive",
    "score",
]


class Mention(NamedTuple):
    """A name in a passage, from `start` up to `end` in the passage, and the sentence that it stands in."""

    passage: Passage
    sentence: int
    start: int
    end: int


def actors(passages: Sequence[Passage], *, least: int = 4, most: int = 8) -> dict[str, list[Mention]]:
    """Return the actors named most, at least `least` times and by two sources, each with all its mentions.

    A last name alone is taken for the longer name that ends with it, where there is but one such name.
    """
    found = [(passage, name) for passage in passages for name in names(passage.text)]
    home = _full_names(Counter(name.norm for _, name in found))
    mentions: dict[str, list[Mention]] = {}
    written: dict[str, Counter[str]] = {}
    for passage, name in found:
        key = home[name.norm]
        written.setdefault(key, Counter())[name.text] += len(name.text.split())  # the fuller form names it
        mentions.setdefault(key, []).extend(_mention(passage, name))
    told = {k: m for k, m in mentions.items() if len(m) >= least and len({x.passage.source for x in m}) > 1}
    ranked = sorted(told, key=lambda key: (-len(told[key]), key))[:most]
    return {max(sorted(written[key]), key=lambda text: written[key][text]): told[key] for key in ranked}


def actor_tone(named: Mapping[str, Sequence[Mention]], encoder: Encoder) -> pd.DataFrame:
    """Return one row a mention, columns `COLUMNS`: score -1 negative … +1 positive; empty with another model.

    `start` and `end` are characters of the mention in its passage; `words` is 1, so that every mention counts alike,
    and `quoted` the share of its sentence in somebody else's mouth. With `actor` renamed to `instrument` the table can
    be handed to `differences`.
    """
    every = [(actor, mention) for actor, mentions in named.items() for mention in mentions]
    asked = []
    for _, m in every:
        sentence = m.passage.sentences[m.sentence]
        asked.append(Toward(sentence.text, m.start - sentence.start, m.end - sentence.start))
    measured = toward(asked, encoder) if asked else None
    if measured is None:
        return pd.DataFrame(columns=COLUMNS)
    spoken = _spoken({m.passage.id: m.passage for _, m in every}.values())
    table = pd.DataFrame([_row(actor, m, spoken) for actor, m in every], columns=COLUMNS[:11])
    return pd.concat([table, measured], axis=1)[COLUMNS]


def _row(actor: str, m: Mention, spoken: Mapping[str, Sequence[Speech]]) -> tuple[object, ...]:
    passage, sentence = m.passage, m.passage.sentences[m.sentence]
    quoted = quoted_share(passage.text, sentence.start, sentence.end, spoken[passage.id])
    named = (passage.source, passage.article, passage.id, passage.kind, m.sentence, m.start, m.end)
    return (actor, *named, passage.text[m.start : m.end], 1.0, quoted)


def _spoken(passages: Iterable[Passage]) -> dict[str, list[Speech]]:
    spoken: dict[str, list[Speech]] = {}
    for _, article in groupby(sorted(passages, key=lambda p: (p.article, p.index)), key=lambda p: p.article):
        spoken |= speech(list(article))
    return spoken


def _full_names(counts: Mapping[str, int]) -> dict[str, str]:
    """Return for every name the one that it is counted under."""
    ends: dict[str, set[str]] = {}
    for name in counts:
        if " " in name:
            ends.setdefault(name.split()[-1], set()).add(name)
    full = {}
    for name in counts:
        longer = ends.get(name, set())
        full[name] = next(iter(longer)) if len(longer) == 1 else name
    return full


def _mention(passage: Passage, name: Name) -> list[Mention]:
    """Return the mention with its sentence; none where a name runs over the end of a sentence."""
    for i, sentence in enumerate(passage.sentences):
        if sentence.start <= name.start and name.end <= sentence.end:
            return [Mention(passage, i, name.start, name.end)]
    return []
