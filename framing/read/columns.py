"""Which column of a table holds what: known exports, usual names, and what a user said.

A new export is one more `Profile`; a new name for a column is one more word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from framing.read.dates import iso

Field = Literal["text", "title", "source", "author", "published", "url"]
FIELDS: tuple[Field, ...] = get_args(Field)
"""What a row of a table can say of an article; only `text` is needed."""
Mapped = Mapping[Field, str]
"""The column of each field that a table has."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A known export: the columns that tell it, where each field stands, and names for its columns if it has none."""

    name: str
    needs: frozenset[str]
    columns: Mapped
    unnamed: tuple[str, ...] = ()


def _numbered(count: int, named: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(named.get(number, f"column {number}") for number in range(1, count + 1))


PROFILES: tuple[Profile, ...] = (
    Profile(
        "Media Cloud",
        frozenset({"media_name", "publish_date", "url"}),
        {"text": "text", "title": "title", "source": "media_name", "published": "publish_date", "url": "url"},
    ),
    Profile(
        "GDELT",
        frozenset({"seendate", "domain", "url"}),
        {"title": "title", "source": "domain", "published": "seendate", "url": "url"},
    ),
    Profile("GDELT", frozenset({"mobileurl", "url", "date"}), {"title": "title", "published": "date", "url": "url"}),
    Profile(
        "GDELT's knowledge graph",
        frozenset({"v2documentidentifier"}),
        {"source": "v2sourcecommonname", "published": "v2.1date", "url": "v2documentidentifier"},
        _numbered(27, {2: "v2.1date", 4: "v2sourcecommonname", 5: "v2documentidentifier"}),
    ),
    Profile(
        "GDELT's events",
        frozenset({"sourceurl", "sqldate"}),
        {"published": "sqldate", "url": "sourceurl"},
        _numbered(61, {2: "sqldate", 61: "sourceurl"}),
    ),
    Profile(
        "GDELT's events",
        frozenset({"sourceurl", "sqldate"}),
        {"published": "sqldate", "url": "sourceurl"},
        _numbered(58, {2: "sqldate", 58: "sourceurl"}),
    ),
)
_NAMES: Mapping[Field, tuple[str, ...]] = {
    "text": (
        "text", "full text", "body", "content", "article text", "body text", "article body", "article content",
        "main text", "maintext", "plain text", "article", "story", "story text", "paragraphs", "raw text",
        "tekst", "texte", "texto", "testo", "volltext", "inhalt", "artikel",
    ),
    "title": (
        "title", "headline", "article title", "hed", "heading", "titel", "kop", "titre", "título", "titulo", "titolo",
        "überschrift", "schlagzeile",
    ),
    "source": (
        "source", "outlet", "media name", "source name", "publication", "publisher", "newspaper", "publication title",
        "medium", "site", "site name", "domain", "journal", "channel", "provider", "media",
        "bron", "krant", "quelle", "zeitung", "fuente", "fonte", "medio", "média",
    ),
    "author": (
        "author", "authors", "byline", "creator", "writer", "journalist", "auteur", "autor", "autore", "verfasser",
    ),
    "published": (
        "published", "published at", "publish date", "publication date", "date published", "pub date", "pubdate",
        "date", "datetime", "date time", "timestamp", "created at", "seendate", "day", "time",
        "datum", "fecha", "erscheinungsdatum", "publicatiedatum",
    ),
    "url": ("url", "link", "article url", "web url", "uri", "permalink", "address", "href", "documentidentifier"),
}  # fmt: skip
_HEADLINE_WORDS = 3  # words a row, on average; an id or a section has fewer
_ARTICLE_WORDS = 40  # words a row, on average; titles and teasers have fewer


def profile_of(columns: Sequence[str]) -> Profile | None:
    """Return the known export whose columns these are, or None."""
    known = {column.casefold().strip() for column in columns}
    return next((profile for profile in PROFILES if profile.needs <= known), None)


def guess(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[Field, str]:
    """Return the column of each field as far as its name, or the length of what stands in it, tells."""
    profile = profile_of(columns)
    plain = {_plain(column): column for column in reversed(columns)}
    found: dict[Field, str] = {}
    for field in FIELDS:
        named = (_plain(profile.columns[field]),) if profile and field in profile.columns else _NAMES[field]
        column = next((plain[name] for name in named if name in plain and plain[name] not in found.values()), None)
        if column:
            found[field] = column
    longest = _longest(columns, rows)
    if longest and ("text" not in found or _words(columns, rows, found["text"]) * 4 < _words(columns, rows, longest)):
        found = {field: column for field, column in found.items() if column != longest} | {"text": longest}
    return found


def unseen(columns: Sequence[str], rows: Sequence[Sequence[str]], mapping: Mapped) -> tuple[Field, ...]:
    """Return which of headline and date no column was recognised for, though what stands in a column left over fits."""
    rest = [column for column in columns if column not in mapping.values()]
    missing: list[Field] = []
    if "title" not in mapping and any(_words(columns, rows, column) >= _HEADLINE_WORDS for column in rest):
        missing.append("title")
    if "published" not in mapping and any(_holds_dates(columns, rows, column) for column in rest):
        missing.append("published")
    return tuple(missing)


def _holds_dates(columns: Sequence[str], rows: Sequence[Sequence[str]], column: str) -> bool:
    cells = [row[columns.index(column)].strip() for row in rows[:50]]
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(iso(cell) is not None for cell in filled) * 2 > len(filled)


def _longest(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str | None:
    """Return the column with most words, where a row of it has as many as an article."""
    best = max(columns, key=lambda column: _words(columns, rows, column), default=None)
    return best if best is not None and _words(columns, rows, best) >= _ARTICLE_WORDS else None


def _words(columns: Sequence[str], rows: Sequence[Sequence[str]], column: str) -> float:
    sample = [row[columns.index(column)] for row in rows[:50]]
    return sum(len(text.split()) for text in sample) / max(len(sample), 1)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)).strip().casefold()
