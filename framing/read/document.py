"""What a reader of one text gives: its paragraphs with their kinds, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from framing.read.errors import ReadError
from framing.records import Article, Paragraph

# Ten times the longest feature in print; whatever has more is no article, and aligning it would take hours.
MAX_PARAGRAPHS = 5_000


@dataclass(frozen=True, slots=True)
class Document:
    """One text as a file holds it.

    `lines` are its lines in reading order, empty ones too: what a file of many articles is split along. `source` is
    empty where the file does not say which outlet it is from; `published` is ISO 8601, a day or a time.
    """

    paragraphs: tuple[Paragraph, ...]
    lines: tuple[str, ...] = ()
    title: str = ""
    source: str = ""
    author: str | None = None
    published: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """Number of words in the paragraphs."""
        return sum(len(p.text.split()) for p in self.paragraphs)

    def article(self, source: str, name: str) -> Article:
        """Return the document as an article, of `source` where it names none itself.

        Raises ReadError, naming `name`, when there is not a word in it, or more than any article has.
        """
        if not any(c.isalnum() for p in self.paragraphs for c in p.text):
            raise ReadError(name, "there is no text in it; paste or save the article's words")
        if len(self.paragraphs) > MAX_PARAGRAPHS:
            raise ReadError(
                name,
                f"it has {len(self.paragraphs):,} paragraphs, and an article has at most {MAX_PARAGRAPHS:,}; "
                "save each article as a file of its own",
            )
        return Article(
            self.source or source,
            self.paragraphs,
            title=self.title,
            author=self.author,
            published=self.published,
            url=self.url,
        )


def spaced(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """Return the paragraphs as lines, an empty one between two of them."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [paragraph.text, ""]
    return tuple(lines[:-1])
