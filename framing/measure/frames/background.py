"""What events in general are like: the example events that come with the program."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from framing.clean import clean
from framing.embed import Encoder, embed
from framing.measure.tone import sentence_table
from framing.read import open_example
from framing.records import Vectors
from framing.resources import example_events
from framing.segment import segment


def background(encoder: Encoder, *, without: Iterable[str] = ()) -> tuple[pd.DataFrame, dict[str, Vectors]]:
    """Return the sentences of the example events, as `sentence_table` does, and their vectors by passage id.

    An example that holds one of the articles `without`, by their ids, is left out whole: an event is not held against
    itself. `source` names the event.
    """
    mine = set(without)
    events = {name: [clean(article) for article in open_example(name).articles] for name in example_events()}
    others = {name: articles for name, articles in events.items() if not mine & {a.id for a in articles}}
    # An event made of articles from every example leaves none: then all of them are what there is to compare with.
    kept = [(name, [p for a in articles for p in segment(a)]) for name, articles in (others or events).items()]
    vectors = embed([p for _, passages in kept for p in passages], encoder)
    return pd.concat([sentence_table(p).assign(source=name) for name, p in kept], ignore_index=True), vectors
