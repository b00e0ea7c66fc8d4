"""Tone towards the people and bodies an event is about, source by source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import pandas as pd

from framing.embed import Encoder
from framing.measure.actors import Actor, Mention
from framing.measure.toward import Toward, toward
from framing.measure.voice import Speech, quoted_share, speech
from framing.records import Passage, by_id

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


def actor_tone(actors: Sequence[Actor], passages: Sequence[Passage], encoder: Encoder) -> pd.DataFrame:
    """Return one row a mention, columns `COLUMNS`: score -1 negative … +1 positive; empty with another model.

    `start` and `end` are characters of the mention in its passage; `words` is 1, so that every mention counts alike,
    and `quoted` the share of its sentence in somebody else's mouth. With `actor` renamed to `instrument` the table can
    be handed to `differences`. A mention that runs over the end of a sentence is left out.
    """
    known = by_id(passages)
    every = [(a.name, m, i) for a in actors for m in a.mentions for i in _sentence(known[m.passage], m)]
    asked = []
    for _, m, i in every:
        sentence = known[m.passage].sentences[i]
        asked.append(Toward(sentence.text, m.start - sentence.start, m.end - sentence.start))
    measured = toward(asked, encoder) if asked else None
    if measured is None:
        return pd.DataFrame(columns=COLUMNS)
    spoken = _spoken(passages)
    rows = [_row(name, m, i, known[m.passage], spoken[m.passage]) for name, m, i in every]
    return pd.concat([pd.DataFrame(rows, columns=COLUMNS[:11]), measured], axis=1)[COLUMNS]


def _row(name: str, m: Mention, index: int, passage: Passage, spans: Sequence[Speech]) -> tuple[object, ...]:
    sentence = passage.sentences[index]
    quoted = quoted_share(passage.text, sentence.start, sentence.end, spans)
    place = (passage.source, passage.article, passage.id, passage.kind, index, m.start, m.end)
    return (name, *place, m.text, 1.0, quoted)


def _sentence(passage: Passage, mention: Mention) -> Iterator[int]:
    """Yield the index of the sentence that holds the mention, if one does."""
    for i, sentence in enumerate(passage.sentences):
        if sentence.start <= mention.start and mention.end <= sentence.end:
            yield i


def _spoken(passages: Iterable[Passage]) -> Mapping[str, list[Speech]]:
    spoken: dict[str, list[Speech]] = {}
    for _, article in groupby(sorted(passages, key=lambda p: (p.article, p.index)), key=lambda p: p.article):
        spoken |= speech(list(article))
    return spoken
