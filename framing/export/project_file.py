"""Write a project file (`.framing`): what `framing.read` opens again and `framing verify` computes again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from framing.comparison import Comparison
from framing.export.environment import made_with
from framing.export.numbers import numbers
from framing.export.recorded import is_withheld
from framing.export.withheld import Withheld
from framing.read import judgement_to_json
from framing.read.project import SCHEMA, Outline
from framing.read.project_parts import ARTICLES, HEAD, NUMBERS, TEXTS, digest, pack
from framing.records import Article


def project_bytes(comparison: Comparison, *, texts: bool = True) -> bytes:
    """Return the project file; the same comparison gives the same bytes.

    With `texts` False no text of an article is in it: neither paragraphs nor titles, labels and reasons, nor a source's
    name, an address or a title of the event that repeats five words of them. Hashes and offsets stay in their place.
    """
    return pack(parts(comparison, texts=texts))


def write_project(comparison: Comparison, path: Path, *, texts: bool = True) -> Path:
    """Write the project file and return its path. Raises OSError where the disk refuses."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(project_bytes(comparison, texts=texts))
    return path


def parts(comparison: Comparison, *, texts: bool = True) -> dict[str, Any]:
    """Return the parts of the file as JSON, by name.

    Raises ValueError where the texts are not at hand: hashes of what stands in their place would be taken for theirs.
    """
    if is_withheld(comparison):
        raise ValueError(
            "A project cannot be saved without the articles' texts: add them, or copy the file it is from."
        )
    articles = comparison.event.articles
    withheld = None if texts else Withheld.of(articles)
    found: dict[str, Any] = {
        HEAD: _head(comparison, withheld),
        ARTICLES: [_entry(a, withheld) for a in articles],
        NUMBERS: numbers(comparison),
    }
    if withheld is None:
        found[TEXTS] = {digest(text): text for a in articles for text in (a.title, *(p.text for p in a.paragraphs))}
    return found


def outline(article: Article) -> Outline:
    """Return what is known of an article, its texts as SHA-256."""
    return Outline(
        article.id,
        article.source,
        digest(article.title),
        tuple((p.kind, digest(p.text)) for p in article.paragraphs),
        article.author,
        article.published,
        article.url,
        article.extra,
    )


def _head(comparison: Comparison, withheld: Withheld | None) -> dict[str, Any]:
    event = comparison.event
    judged = sorted((judgement_to_json(j) for j in comparison.judgements), key=lambda j: tuple(j.values()))
    return {
        "schema": SCHEMA,
        "title": withheld.shown(event.title) if withheld else event.title,
        "date": event.date,
        "extra": {} if withheld else dict(event.extra),
        "settings": {
            "cut": comparison.cut,
            "restored": sorted([id, index] for id, index in event.restored),
            "rules_off": sorted(event.rules_off),
            "left_out": sorted([id, index] for id, index in event.left_out),
        },
        "judgements": judged,
        "model": {
            "name": comparison.model.name,
            "sha256": comparison.model.sha256,
            "dtype": comparison.model.dtype,
        },
        "made_with": made_with(),
    }


def _entry(article: Article, withheld: Withheld | None) -> dict[str, Any]:
    made = withheld.outline(outline(article)) if withheld else outline(article)
    return {
        "id": made.id,
        "source": made.source,
        "named": made.named,
        "title": made.title,
        "paragraphs": [list(p) for p in made.paragraphs],
        "author": made.author,
        "published": made.published,
        "url": made.url,
        "extra": dict(made.extra),
    }
