"""Articles, passages and matches without their outlets' names; they keep the ids they had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from framing.align import Scores
from framing.align.found import FoundMatch
from framing.blind.mask import Mask
from framing.blind.masked import Masked
from framing.records import Article, CleanArticle, Event, Match, Paragraph, Passage, Relation, Sentence


@dataclass(frozen=True, slots=True)
class HiddenArticle(Article):
    """An article under a letter; `known_as` is the id it had, so that judgements and links still hold."""

    known_as: str = ""

    @property
    def id(self) -> str:
        """The id of the article as it was read."""
        return self.known_as


@dataclass(frozen=True, slots=True)
class HiddenPassage(Passage):
    """A passage under a letter; `counted` are the words it had, so that no share of words moves."""

    counted: int = 0

    @property
    def words(self) -> int:
        """The number of words before anything was hidden."""
        return self.counted


def hidden_event(event: Event, mask: Mask) -> Event:
    """Return an event without its outlets' names, their authors and addresses, nor what else a file said of them."""
    articles = tuple(hidden_article(a, mask) for a in event.articles)
    return replace(event, title=mask.hide(event.title), articles=articles, extra={})


def hidden_article(article: Article, mask: Mask) -> HiddenArticle:
    """Return an article as read, under its letter."""
    return HiddenArticle(
        source=mask.letters.get(article.source, article.source),
        paragraphs=tuple(_paragraph(p, article.source, mask) for p in article.paragraphs),
        title=mask.hide(article.title, article.source),
        published=article.published,
        known_as=article.id,
    )


def hidden_clean(article: CleanArticle, mask: Mask) -> CleanArticle:
    """Return a cleaned article under its letter."""
    own = article.source
    return CleanArticle(
        raw=hidden_article(article.raw, mask),
        title=mask.hide(article.title, own),
        paragraphs=tuple(_paragraph(p, own, mask) for p in article.paragraphs),
        removed=tuple(replace(r, text=mask.hide(r.text, own)) for r in article.removed),
    )


def hidden_passage(passage: Passage, masked: Masked, mask: Mask) -> HiddenPassage:
    """Return a passage under its source's letter, its sentences where they lie in the masked text."""
    return HiddenPassage(
        id=passage.id,
        article=passage.article,
        source=mask.labels.get(passage.source, passage.source),
        index=passage.index,
        kind=passage.kind,
        text=masked.text,
        sentences=tuple(Sentence(masked.slice(s.start, s.end), masked.moved(s.start)) for s in passage.sentences),
        counted=passage.words,
    )


def hidden_match(match: Match, mask: Mask) -> Match:
    """Return a match whose reasons name no outlet; they are made, and hidden, when they are read."""
    return FoundMatch.of(match.left, match.right, match.probability, match.sentences, _HiddenWhy(match, mask))


def hidden_scores(scores: Scores, passages: Mapping[str, Passage], mask: Mask) -> Scores:
    """Return the same scores of the hidden passages; reasons that were found already are kept."""
    made = {place: hidden_match(match, mask) for place, match in scores._made.items()}
    return replace(scores, passages=tuple(passages[p.id] for p in scores.passages), _made=made)


class _HiddenWhy(NamedTuple):
    """What a match says of why, without its outlets' names."""

    match: Match
    mask: Mask

    def reasons(self) -> tuple[str, ...]:
        return tuple(self.mask.hide(reason) for reason in self.match.reasons)

    def relation(self) -> Relation:
        return self.match.relation


def _paragraph(paragraph: Paragraph, own: str, mask: Mask) -> Paragraph:
    return replace(paragraph, text=mask.hide(paragraph.text, own))
