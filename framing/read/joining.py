"""Put what was read together in one event, and say what the user should look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from framing.read.language import is_english
from framing.read.reading import Reading
from framing.read.syndication import shared_copy
from framing.read.walls import wall_of
from framing.records import Article, Event

_SHORT = 60  # words; the shortest complete agency item in the events it was tried on has 154


def together(readings: Iterable[Reading]) -> Reading:
    """Join readings in one, with all their notes and tables; the title is the only event's that has one."""
    readings = list(readings)
    events = [reading.event for reading in readings]
    titled = [event for event in events if event.title]
    notes = [note for reading in readings for note in reading.notes]
    base = titled[0] if titled else Event("", ())
    decided = Event(
        # Two events' articles together are neither's event.
        titled[0].title if len(titled) == 1 else "",
        (),
        next((event.date for event in (base, *events) if event.date), None),
        restored=frozenset().union(*(event.restored for event in events)),
        judgements=tuple(judgement for event in events for judgement in event.judgements),
        extra=base.extra,
        rules_off=frozenset().union(*(event.rules_off for event in events)),
        left_out=frozenset().union(*(event.left_out for event in events)),
        cut=next((event.cut for event in (base, *events) if event.cut is not None), None),
    )
    added = add(decided, [article for event in events for article in event.articles])
    tables = tuple(table for reading in readings for table in reading.tables)
    splits = tuple(split for reading in readings for split in reading.splits)
    return Reading(added.event, tuple(dict.fromkeys([*notes, *added.notes])), tables=tables, splits=splits)


def join(event: Event, other: Event) -> Reading:
    """Return the event with another's articles and what was decided on them; the first title, date and cut stay."""
    added = add(event, other.articles)
    both = replace(
        added.event,
        title=event.title or other.title,
        date=event.date or other.date,
        restored=event.restored | other.restored,
        judgements=(*event.judgements, *other.judgements),
        rules_off=event.rules_off | other.rules_off,
        left_out=event.left_out | other.left_out,
        cut=event.cut if event.cut is not None else other.cut,
    )
    return Reading(both, added.notes)


def add(event: Event, articles: Sequence[Article]) -> Reading:
    """Return the event with the articles added, and notes on the short and the doubled ones.

    The same text from the same source is not added twice; the same text from another source is, and is pointed out, and
    so is what two outlets have from one agency.
    """
    kept: list[Article] = list(event.articles)
    texts = {article.id: article.text for article in kept}
    sources: dict[str, list[str]] = {}
    for article in kept:
        sources.setdefault(texts[article.id], []).append(article.source)
    notes: list[str] = []
    for article in articles:
        text = article.text
        twins = sources.setdefault(text, [])
        if article.source in twins:
            notes.append(f"{article.source}: this article is already here, so it was not added a second time.")
            continue
        notes += _concerns(article, twins)
        kept.append(article)
        twins.append(article.source)
        texts[article.id] = text
    new = {article.id for article in kept[len(event.articles) :]}
    copies = (
        copy for copy in shared_copy(kept)
        if new & set(copy.ids) and (texts[copy.ids[0]] != texts[copy.ids[1]] or len(set(copy.sources)) == 1)
    )  # fmt: skip
    notes += [copy.sentence for copy in copies]
    return Reading(replace(event, articles=tuple(kept)), tuple(notes))


def _concerns(article: Article, twins: Sequence[str]) -> Iterator[str]:
    if twins:
        yield (
            f"{article.source} has the same text as {twins[0]}, word for word. "
            "Keep one of them only, unless both outlets really published it."
        )
    if wall := wall_of(article.title, article.text):
        yield f"{article.source} may be no article: {wall.what}."
    elif article.words < _SHORT:
        yield (
            f"{article.source} has only {article.words} words. "
            "If that is not the whole article, give the full text instead."
        )
    if not is_english(article.text):
        yield (
            f"{article.source} does not seem to be in English. It is shown, but matches and tone are measured with "
            "instruments made for English."
        )
