"""Omission: what each source tells, perhaps tells and does not tell of what the others tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from framing.measure.common_words import Vocabulary, common_words, missing_facts
from framing.measure.emphasis import articles_of, points_of
from framing.measure.headline import HEADLINE, Chances
from framing.measure.published import published_before
from framing.records import Passage, StoryPoint, by_id

State = Literal["told", "perhaps told", "not told", "published before"]
STATES: tuple[State, ...] = ("told", "perhaps told", "not told", "published before")
COLUMNS = ["point", "label", "tellers", "source", "state", "share", "nearest", "probability", "common", "missing"]
# A source perhaps tells what its nearest passage matches with this probability on average, when its article also has
# this share of the words with which the others tell it. Of what one source alone tells, the words are one writer's and
# fewer recur. Chosen on the example events, where the match alone puts far more planted omissions in question.
PERHAPS, COMMON, COMMON_ALONE = 0.1, 1 / 3, 1 / 4
_LABEL = 8  # words of a passage that stand for it where it has no label

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Event:
    """What is the same for every story point."""

    articles: Mapping[str, Sequence[Passage]]
    whole: Mapping[str, Sequence[Passage]]
    chances: Mapping[Pair, float]
    published: Mapping[str, str | None]
    vocabulary: Vocabulary
    parts: Mapping[str, Sequence[str]]
    headlines: Chances


def omissions(
    passages: Sequence[Passage],
    points: Sequence[StoryPoint],
    chances: Mapping[Pair, float],
    *,
    published: Mapping[str, str | None] | None = None,
    apart: Collection[Pair] = (),
    headlines: Chances | None = None,
) -> pd.DataFrame:
    """Return one row a thing told and source, what most sources tell first, then what they give most words to.

    A thing is a story point, or a passage that stands in none: told by one source alone.

    Args:
        passages: The passages of the event.
        points: Its story points.
        chances: The probability that two passages tell the same thing, by their ids, smaller first.
        published: By source, when it was published, as ISO 8601.
        apart: Pairs that a person said do not tell the same thing.
        headlines: What `headline_chances` returns: a headline can say what no passage tells.

    Columns:
        point, label: The story point's id and label; of a passage told by one source alone, its id and first words.
        tellers: Number of sources that tell it.
        source, state: "told"; "perhaps told" where the nearest passage matches it weakly (`PERHAPS`), or the headline
            says it, and the article has enough of the others' words (`COMMON`, `COMMON_ALONE`); "published before"
            where it is not told and all that tell it were published later; else "not told".
        share: Share of the source's words given to it, 0 to 1.
        nearest, probability: Where it is not told, the source's passage that matches it best ("" without any), and the
            mean probability of that match over the thing's passages, 0 to 1; or the headline and its probability.
        common: Share of the words common to the others that stand anywhere in the source, weighted by how telling they
            are, 0 to 1; NaN where it is told.
        missing: Where three or more tell it: names and figures that most of the others tell here and this source
            nowhere, joined by "; ".
    """
    articles = {article[0].source: article for article in articles_of(passages)}
    known = {pair: chance for pair, chance in chances.items() if pair not in apart}
    whole = {s: [p for p in passages if p.source == s] for s in articles}
    event = _Event(
        articles, whole, known, published or {}, Vocabulary.count(passages), points_of(points), headlines or {}
    )
    found = by_id(passages)
    alone = [p for article in articles.values() for p in article if p.id not in event.parts]
    things = [(p.id, p.label, [found[id] for id in p.passages if id in found]) for p in points]
    things += [(p.id, _opening(p), [p]) for p in alone]
    rows = [row for id, label, members in things for row in _rows(event, id, label, members)]
    table = pd.DataFrame(rows, columns=COLUMNS)
    weight = table.groupby("point")["share"].transform("sum").round(9)
    order = ["tellers", "weight", "point", "source"]
    ordered = table.assign(weight=weight).sort_values(order, ascending=[False, False, True, True], kind="stable")
    return ordered[COLUMNS].reset_index(drop=True)


def _rows(event: _Event, id: str, label: str, members: Sequence[Passage]) -> Iterator[tuple[object, ...]]:
    tellers = {p.source for p in members}
    common = common_words(members)
    for source, article in event.articles.items():
        named = (id, label, len(tellers), source)
        if source in tellers:
            missing = missing_facts(members, source, event.whole[source]) if len(tellers) > 2 else ()
            yield (*named, "told", _share(event, source, members), "", float("nan"), float("nan"), "; ".join(missing))
            continue
        nearest, probability = _nearest(event, article, members)
        held = event.vocabulary.held(common, event.vocabulary.of[source])
        headed, chance = _headline(event, source, members)
        if chance >= HEADLINE:
            nearest, probability = headed, chance
        if probability >= PERHAPS and held >= (COMMON if len(tellers) > 1 else COMMON_ALONE):
            state: State = "perhaps told"
        else:
            state = "published before" if published_before(source, tellers, event.published) else "not told"
        yield (*named, state, 0.0, nearest, probability, held, "")


def _headline(event: _Event, source: str, members: Sequence[Passage]) -> tuple[str, float]:
    """Return the source's headline and the best probability that it says the same as one of the members."""
    for head in (p for p in event.whole[source] if p.kind == "headline"):
        known = event.headlines.get(head.article, {})
        return head.id, max((known.get(p.id, 0.0) for p in members), default=0.0)
    return "", 0.0


def _share(event: _Event, source: str, members: Sequence[Passage]) -> float:
    """Return the share of words; a passage in several points is shared equally between them, as in `emphasis`."""
    words = sum(p.words / max(len(event.parts.get(p.id, ())), 1) for p in members if p.source == source)
    return words / max(sum(p.words for p in event.articles[source]), 1)


def _nearest(event: _Event, article: Sequence[Passage], members: Sequence[Passage]) -> tuple[str, float]:
    """Return the article's passage that matches the members best on average, and that mean."""
    best = ("", 0.0)
    for passage in article:
        met = [event.chances.get((min(passage.id, m.id), max(passage.id, m.id)), 0.0) for m in members]
        mean = round(sum(met) / len(met), 6)
        if mean > best[1]:
            best = (passage.id, mean)
    return best


def _opening(passage: Passage) -> str:
    words = passage.text.split()
    return " ".join(words[:_LABEL]) + (" …" if len(words) > _LABEL else "")
