"""Files of many articles, as databases export them: told apart, split, each with its source and date.

The rules of each database are data, under `data/exports/`. Where they do not fit a file, `Split` says so, and
`resplit` cuts the same lines where a person says. Pure functions: lines in, articles out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from framing.read.exports.boundaries import boundaries_of, detect, stated_count
from framing.read.exports.checks import concerns
from framing.read.exports.fields import Fields, fields_of
from framing.read.exports.html_lines import html_lines
from framing.read.exports.rules import is_export_page, kinds, rules_of
from framing.records import Article, Paragraph

__all__ = ["Part", "Split", "detect", "html_lines", "is_export_page", "kinds", "resplit", "split"]

UNKNOWN = "Unknown source"


@dataclass(frozen=True, slots=True)
class Part:
    """One article's place in an export: the lines from `begin` to `end`, counted from 0, `end` not among them."""

    begin: int
    end: int
    article: Article | None = field(repr=False)
    """None where no text was found: exports hold citations without their text, too."""


@dataclass(frozen=True, slots=True)
class Split:
    """A file, by name `file`, cut into articles.

    `kind` is a file under `data/exports/`, or "" for none; `name` is the database. `lines` are what was cut, for
    showing the boundaries and moving them. `confident` is False where somebody should look; `why` says what at.
    """

    kind: str
    name: str
    lines: tuple[str, ...] = field(repr=False)
    parts: tuple[Part, ...]
    confident: bool = True
    why: tuple[str, ...] = ()
    file: str = ""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that have a text."""
        return tuple(part.article for part in self.parts if part.article)

    @property
    def boundaries(self) -> tuple[int, ...]:
        """The numbers of the lines, from 0, at which articles begin."""
        return tuple(part.begin for part in self.parts)


def split(lines: Sequence[str], kind: str | None = None) -> Split:
    """Cut an export's lines into articles, by the rules of `kind`, or of the kind that the lines show."""
    kind = detect(lines) or "" if kind is None else kind
    return resplit(lines, boundaries_of(lines, rules_of(kind)), kind)


def resplit(lines: Sequence[str], boundaries: Sequence[int], kind: str = "", *, file: str = "") -> Split:
    """Cut the lines where `boundaries` say an article begins; what stands before the first is left out.

    Boundaries outside the lines, and doubled ones, do not count.
    """
    rules = rules_of(kind)
    begins = sorted({n for n in boundaries if 0 <= n < len(lines)})
    spans = list(pairwise([*begins, len(lines)]))
    found = [fields_of(lines[begin:end], rules) for begin, end in spans]
    said = list(concerns(found, stated_count(lines, rules)))
    if not found:
        said = [("No article was found in it", True)]
    return Split(
        kind,
        rules.name,
        tuple(lines),
        tuple(Part(begin, end, _article(f)) for (begin, end), f in zip(spans, found, strict=True)),
        confident=not any(doubt for _, doubt in said),
        why=tuple(f"{sentence}." for sentence, _ in said),
        file=file,
    )


def _article(found: Fields) -> Article | None:
    if not any(c.isalnum() for text in found.paragraphs for c in text):
        return None
    standfirst = (Paragraph(found.standfirst, "standfirst"),) if found.standfirst else ()
    return Article(
        found.source or UNKNOWN,
        (*standfirst, *(Paragraph(text) for text in found.paragraphs)),
        title=found.title,
        author=found.author,
        published=found.published,
        url=found.url,
    )
