"""Project files (`.framing`): an event, what was decided about it and the numbers, with the texts or without them.

Texts stand in a part of their own, each under its SHA-256. A file that is shared without them holds everything else,
and whoever has the same texts puts them back with `fill`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, get_args

from framing.read.errors import ReadError
from framing.read.project_numbers import Numbers, numbers_of
from framing.read.project_parts import ARTICLES, HEAD, NUMBERS, TEXTS, digest, unpack
from framing.records import Article, Event, Judgement, Kind, Paragraph

SCHEMA = "framing.project/1"
Versions = Mapping[str, Mapping[str, str]]
"""What the numbers were made with: `versions` of libraries, `data` (SHA-256 of files), `machine`."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An article without its text: what is known of it, and the SHA-256 of its title and of each paragraph.

    Where the source's name was left out because it repeats the text, `named` is its SHA-256.
    """

    id: str
    source: str
    title: str
    paragraphs: tuple[tuple[Kind, str], ...]
    author: str | None = None
    published: str | None = None
    url: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    named: str = ""

    @property
    def hashes(self) -> tuple[str, ...]:
        """The SHA-256 of everything that must be known to have the article again."""
        return (self.title, *(text for _, text in self.paragraphs), *([self.named] if self.named else []))

    def article(self, texts: Mapping[str, str]) -> Article:
        """Return the article, its texts looked up by their SHA-256."""
        return Article(
            texts[self.named] if self.named else self.source,
            tuple(Paragraph(texts[text], kind) for kind, text in self.paragraphs),
            title=texts[self.title],
            author=self.author,
            published=self.published,
            url=self.url,
            extra=self.extra,
        )


@dataclass(frozen=True, slots=True)
class Project:
    """What a project file holds; `numbers` are the tables as they were, by name, and `event` is without texts empty."""

    name: str
    event: Event
    outlines: tuple[Outline, ...]
    restored: frozenset[tuple[str, int]]
    judgements: tuple[Judgement, ...]
    cut: float
    model: Mapping[str, str]
    made_with: Versions
    numbers: Numbers
    title: str = ""
    date: str | None = None
    rules_off: frozenset[str] = frozenset()
    left_out: frozenset[tuple[str, int]] = frozenset()

    @property
    def withheld(self) -> bool:
        """Whether the file was shared without the articles' texts."""
        return not self.event.articles

    @property
    def notes(self) -> tuple[str, ...]:
        """A sentence for who opens a file without texts."""
        if not self.withheld:
            return ()
        return (
            f"{self.name} was shared without the articles' texts. Its numbers can be looked at; add the same "
            f"{len(self.outlines)} articles to see everything.",
        )


def read_project(content: bytes, name: str) -> Project:
    """Read a project file; nothing in it is run, and nothing is written anywhere.

    Raises ReadError, naming `name`, for what is damaged, foreign, of a newer form or not what was saved.
    """
    parts = unpack(content, name)
    try:
        return _project(parts, name)
    except ReadError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError):
        raise ReadError(name, "what it holds is not complete; get the file anew from where it came") from None


def fill(event: Event, project: Project) -> Event:
    """Return the event with the project's articles in the place of those with the same texts.

    What was decided comes along, too. Where a text is missing, the event comes back as it was.
    """
    texts = {digest(text): text for text in _texts(event.articles)}
    texts[digest("")] = ""
    if not all(texts.keys() >= set(outline.hashes) for outline in project.outlines):
        return event
    articles = tuple(outline.article(texts) for outline in project.outlines)
    if [a.id for a in articles] != [outline.id for outline in project.outlines]:
        return event
    known = set(_texts(articles))
    others = tuple(a for a in event.articles if not known.issuperset(p.text for p in a.paragraphs))
    return Event(
        event.title or project.title,
        (*articles, *others),
        event.date or project.date,
        event.restored | project.restored,
        (*event.judgements, *project.judgements),
        event.extra,
        event.rules_off | project.rules_off,
        event.left_out | project.left_out,
        event.cut,
    )


def _texts(articles: Iterable[Article]) -> Iterator[str]:
    for article in articles:
        yield from (article.source, article.title, *(p.text for p in article.paragraphs))


def _project(parts: Mapping[str, Any], name: str) -> Project:
    head = parts[HEAD]
    outlines = tuple(_outline(entry) for entry in parts[ARTICLES])
    settings = head["settings"]
    restored, left_out = (
        frozenset((_text(id), _count(index)) for id, index in places)
        for places in (settings["restored"], settings.get("left_out", ()))
    )
    rules_off = frozenset(_text(rule) for rule in settings.get("rules_off", ()))
    judgements = tuple(_judgement(entry) for entry in head["judgements"])
    event = Event("", ())
    if TEXTS in parts:
        articles = tuple(_whole(outline, parts[TEXTS], name) for outline in outlines)
        decided = (restored, judgements, _extra(head["extra"]), rules_off, left_out)
        event = Event(_text(head["title"]), articles, _maybe(head["date"]), *decided)
    ids = {outline.id for outline in outlines}
    if len(ids) < max(2, len(outlines)):
        raise ValueError("articles")
    return Project(
        name,
        event,
        outlines,
        restored,
        judgements,
        _share(settings["cut"]),
        {key: _text(head["model"][key]) for key in ("name", "sha256", "dtype")},
        {key: _strings(head["made_with"][key]) for key in ("versions", "data", "machine")},
        numbers_of(parts[NUMBERS], ids),
        _text(head["title"]),
        _maybe(head["date"]),
        rules_off,
        left_out,
    )


def _whole(outline: Outline, texts: Mapping[str, Any], name: str) -> Article:
    """Return the article of a file that holds the texts, each checked against its SHA-256."""
    if any(digest(_text(texts[hash])) != hash for hash in outline.hashes):
        raise ReadError(name, "a text in it is not the one that was saved; get the file anew from where it came")
    article = outline.article(texts)
    if article.id != outline.id:
        raise ReadError(name, f"the article of {outline.source[:60]} is not the one that was saved; get the file anew")
    return article


def _outline(entry: Mapping[str, Any]) -> Outline:
    paragraphs = tuple((_kind(kind), _text(hash)) for kind, hash in entry["paragraphs"])
    return Outline(
        _text(entry["id"]),
        _text(entry["source"]),
        _text(entry["title"]),
        paragraphs,
        _maybe(entry["author"]),
        _maybe(entry["published"]),
        _maybe(entry["url"]),
        _extra(entry["extra"]),
        _text(entry["named"]),
    )


def _judgement(entry: Mapping[str, Any]) -> Judgement:
    left, right = sorted((_text(entry["left"]), _text(entry["right"])))
    if entry["verdict"] not in ("same", "different"):
        raise ValueError(entry["verdict"])
    time = datetime.fromisoformat(_text(entry["time"]))
    time = time if time.tzinfo else time.replace(tzinfo=UTC)
    return Judgement(left, right, entry["verdict"], _text(entry["coder"]), time)


def _kind(value: Any) -> Kind:
    if value not in get_args(Kind):
        raise ValueError(value)
    kind: Kind = value
    return kind


def _text(value: Any) -> str:
    """Return a text that can be written again: half of a surrogate pair cannot."""
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode("utf-8")
    return value


def _maybe(value: Any) -> str | None:
    return None if value is None else _text(value)


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 10**9:
        raise ValueError(value)
    return value


def _extra(value: Any) -> dict[str, Any]:
    json.dumps(value, ensure_ascii=False).encode("utf-8")
    return dict(value)


def _share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(value)
    return float(value)


def _strings(value: Any) -> dict[str, str]:
    return {_text(key): _text(entry) for key, entry in value.items()}
