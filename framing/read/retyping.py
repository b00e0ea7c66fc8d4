"""An article's paragraphs, typed anew by a person: what stayed keeps its kind and its place is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from framing.read.text import normalise
from framing.records import Article, Paragraph


@dataclass(frozen=True, slots=True)
class Retyped:
    """The paragraphs as they were typed; `places` leads from an old paragraph's place to its new one, from 0.

    A paragraph that was merged with another, split or deleted has no new place.
    """

    paragraphs: tuple[Paragraph, ...]
    places: Mapping[int, int]


def as_typed(article: Article) -> str:
    """Return an article's paragraphs for typing: one a line, an empty line between two."""
    return "\n\n".join(_one_line(p.text) for p in article.paragraphs)


def retyped(article: Article, text: str) -> Retyped:
    """Return the paragraphs of a text that was typed in the place of the article's; empty lines part them.

    Paragraphs that did not change stay as they were, kinds and all; one that was changed in its place keeps its kind.
    """
    old = [_one_line(p.text) for p in article.paragraphs]
    new = [_one_line(part) for part in re.split(r"\n[^\S\n]*\n", normalise(text)) if part.strip()]
    paragraphs: list[Paragraph] = []
    places: dict[int, int] = {}
    for tag, begin, end, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            paragraphs += article.paragraphs[begin:end]
        elif end - begin == stop - start:
            before = article.paragraphs[begin:end]
            paragraphs += [Paragraph(t, p.kind) for t, p in zip(new[start:stop], before, strict=True)]
        else:
            paragraphs += [Paragraph(t) for t in new[start:stop]]
            continue
        places.update(zip(range(begin, end), range(start, stop), strict=True))
    return Retyped(tuple(paragraphs), places)


def _one_line(text: str) -> str:
    """Return a paragraph without its line breaks, which an event file would not keep either."""
    return re.sub(r"\s*\n\s*", " ", text).strip()
