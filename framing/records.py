"""The things Framing speaks of: articles, passages, sentences, matches, story points, judgements.

Ids come from content, so they are the same on every machine and whatever the order of import.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

Kind = Literal["headline", "standfirst", "heading", "body", "list", "quote", "caption"]
Relation = Literal["same words", "same facts"]
Verdict = Literal["same", "different"]
Vectors = npt.NDArray[np.float32]
"""Embeddings, one row a text, each row of length 1: shape (texts, dimensions)."""

ALIGNED: frozenset[Kind] = frozenset({"standfirst", "body", "list", "quote"})
"""Kinds of passage that take part in matches; headlines, headings and captions are shown with them."""


def fingerprint(*texts: str, digits: int = 10) -> str:
    """Return the first hexadecimal digits of the texts' SHA-256; no two lists of texts share a spelling."""
    joined = "".join(f"{len(text)}:{text}" for text in texts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:digits]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it was read; `kind` is what the reader or the cleaning rules took it for."""

    text: str
    kind: Kind = "body"


@dataclass(frozen=True, slots=True)
class Article:
    """One text as it was read, before cleaning, and what is known of it.

    `published` is ISO 8601, a day or a time; `extra` holds keys of an event file that Framing does not know.
    """

    source: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    author: str | None = None
    published: str | None = None
    url: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def id(self) -> str:
        """Ten hexadecimal digits from source, title and paragraphs."""
        return fingerprint(self.source, self.title, *(p.text for p in self.paragraphs))

    @property
    def text(self) -> str:
        """All paragraphs, separated by empty lines."""
        return "\n\n".join(p.text for p in self.paragraphs)

    @property
    def words(self) -> int:
        """Number of words in the paragraphs."""
        return sum(len(p.text.split()) for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Removal:
    """What cleaning took out: its paragraph's place in the article as read, its text and the rule that did it.

    `whole` is False where only a part of a paragraph went, such as a dateline, and the rest stayed.
    """

    index: int
    text: str
    rule: str
    reason: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article after cleaning: its title, the paragraphs that stay and what was removed."""

    raw: Article
    title: str
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removal, ...]

    @property
    def id(self) -> str:
        """The id of the article as read, so that putting a paragraph back changes no id."""
        return self.raw.id

    @property
    def source(self) -> str:
        """The outlet."""
        return self.raw.source

    @property
    def places(self) -> tuple[int, ...]:
        """The place of each paragraph that stays in the article as read, from 0."""
        gone = {removal.index for removal in self.removed if removal.whole}
        kept = [index for index in range(len(self.raw.paragraphs)) if index not in gone]
        if len(kept) > len(self.paragraphs):  # a paragraph was found to be the headline
            kept.remove(next(index for index in kept if self.raw.paragraphs[index].text == self.title))
        return tuple(kept)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it begins in its passage, in characters."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset just past the last character, in its passage."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a cleaned article: the unit that is aligned and shown.

    `index` counts the article's passages from 0 in reading order, headline included.
    """

    id: str
    article: str
    source: str
    index: int
    kind: Kind
    text: str
    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())

    @property
    def aligned(self) -> bool:
        """Whether this kind of passage takes part in matches."""
        return self.kind in ALIGNED


@dataclass(frozen=True, slots=True)
class Match:
    """Two passages of different articles that tell the same thing; `left` < `right` as ids.

    `probability` is calibrated, 0 to 1; `reasons` are phrases for a reader; `sentences` are the indices of the two
    sentences, left and right, that carry the match.
    """

    left: str
    right: str
    probability: float
    reasons: tuple[str, ...]
    relation: Relation
    sentences: tuple[int, int]


@dataclass(frozen=True, slots=True)
class StoryPoint:
    """One thing told in several ways: passages of two or more articles, joined by matches."""

    id: str
    label: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on two passages, `left` < `right` as ids: they tell the same thing, or they do not."""

    left: str
    right: str
    verdict: Verdict
    coder: str
    time: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """One happening and the articles about it, with what the user decided: what to put back and how to align.

    `restored` and `left_out` are paragraphs that a person put back after cleaning, and took out by hand, each as
    article id and place in the article as read. `rules_off` names the cleaning rules that are not to be used.
    `cut` is the probability they chose, 0 to 1, from which two passages count as a match; None is the default.
    """

    title: str
    articles: tuple[Article, ...]
    date: str | None = None
    restored: frozenset[tuple[str, int]] = frozenset()
    judgements: tuple[Judgement, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    rules_off: frozenset[str] = frozenset()
    left_out: frozenset[tuple[str, int]] = frozenset()
    cut: float | None = None


def by_id(passages: Iterable[Passage]) -> dict[str, Passage]:
    """Return the passages by their ids."""
    return {passage.id: passage for passage in passages}
