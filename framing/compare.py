"""The one place that knows the order: clean, segment, embed, align, measure.

`prepare` does what takes time and depends on the texts only; `conclude` does the rest, quickly, so that moving the cut
or judging a match costs little.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from framing.align import Scores, align_scored, default_cut, recalibrated_cut, score
from framing.clean import clean_in
from framing.comparison import Comparison, Model, labels_of
from framing.embed import Encoder, Progress, embed, load_encoder
from framing.measure import tone
from framing.read import Reading, Source, gather
from framing.records import Article, CleanArticle, Event, Judgement, Passage, Vectors
from framing.segment import segment


@dataclass(frozen=True, slots=True)
class Prepared:
    """An event, cleaned, cut, embedded and scored: all that does not depend on the cut or on judgements.

    `articles` and `passages` are sorted by source, so nothing depends on the order of import. `vectors` holds sentence
    vectors by passage id; `tone` is one row a sentence and instrument.
    """

    event: Event
    articles: tuple[CleanArticle, ...]
    passages: tuple[Passage, ...]
    vectors: Mapping[str, Vectors]
    scores: Scores
    tone: pd.DataFrame
    model: Model


def compare(
    sources: Iterable[Source] | Source | Event,
    *,
    model: str | None = None,
    encoder: Encoder | None = None,
    cut: float | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Compare articles about one event.

    Args:
        sources: Paths, folders, event files, texts or Articles, together at least two articles; or one such alone, as
            an event file; or an Event.
        model: Name or folder of a sentence-transformers model; the embedded one without it.
        encoder: An encoder already loaded, instead of `model`.
        cut: Probability from which two passages count as a match, 0 to 1; without it the one
            that the event was saved with, or else the default that was measured.
        progress: Called with the share of the work done and what is being done.

    Raises:
        ReadError: For a source that cannot be read.
        ValueError: With fewer than two articles, or a model that cannot be loaded.
    """
    reading = Reading(sources) if isinstance(sources, Event) else gather(_several(sources))
    event = reading.event
    if cut is None and reading.project:
        cut = reading.project.cut
    cut = event.cut if cut is None else cut
    check(event)
    prepared = prepare(event, encoder=encoder or load_encoder(model), progress=progress)
    return conclude(prepared, cut=cut)


def _several(sources: Iterable[Source] | Source) -> Iterable[Source]:
    """Return a source that stands alone as the only one of several: a string would else be taken for its letters."""
    return (sources,) if isinstance(sources, str | Path | Article) else sources


def check(event: Event) -> None:
    """Raise ValueError, saying what to do, when the event cannot be compared."""
    if len(event.articles) < 2:
        count = "there is only one" if event.articles else "there is none"
        raise ValueError(f"A comparison needs at least two articles on one event; {count}. Add another.")


def prepare(event: Event, *, encoder: Encoder, progress: Progress | None = None, anew: bool = False) -> Prepared:
    """Clean, cut, embed and score an event's articles, and measure the tone of their sentences.

    With `anew` no vector is taken from those that were kept on this machine.
    """
    report = progress or (lambda _share, _doing: None)
    labels = labels_of(event.articles)
    articles = sorted((clean_in(event, a) for a in event.articles), key=lambda a: labels[a.id])
    passages = tuple(replace(p, source=labels[a.id]) for a in articles for p in segment(a))
    vectors = embed(passages, encoder, progress=lambda share, doing: report(share * 0.8, doing), anew=anew)
    report(0.8, "Aligning passages")
    scores = score(passages, vectors)
    report(0.95, "Measuring tone")
    table = tone(passages, vectors)
    report(1.0, "Done")
    return Prepared(
        event, tuple(articles), passages, vectors, scores, table, Model(encoder.name, encoder.sha256, encoder.dtype)
    )


def conclude(
    prepared: Prepared, *, cut: float | None = None, judgements: tuple[Judgement, ...] | None = None
) -> Comparison:
    """Align what was prepared at a cut and under judgements (the event's own without any), and compare the sources.

    Without a cut the default one holds, moved as far as the judgements speak against it.
    """
    judgements = prepared.event.judgements if judgements is None else judgements
    if cut is None:
        cut = recalibrated_cut(prepared.scores, judgements, default=default_cut())
    alignment = align_scored(prepared.scores, cut=cut, judgements=judgements)
    return Comparison(
        event=prepared.event,
        articles=prepared.articles,
        passages=prepared.passages,
        alignment=alignment,
        tone=prepared.tone,
        model=prepared.model,
        judgements=judgements,
        scores=prepared.scores,
        vectors=prepared.vectors,
    )
