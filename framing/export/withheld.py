"""What must not stand in a file that is shared without the texts: any run of five words of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from framing.read.project import Outline
from framing.read.project_parts import digest
from framing.records import Article

RUN = 5
"""Words in a row that are a piece of the text; four are what an article without a source is named by."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Withheld:
    """The runs of words of the articles' texts, which nothing that is shared may repeat."""

    runs: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Withheld:
        """Collect the runs of titles and paragraphs."""
        return cls(frozenset(run for a in articles for text in (f"{a.title} {a.text}", a.text) for run in runs(text)))

    def repeats(self, text: str) -> bool:
        """Whether a text repeats a run of an article's words."""
        return any(run in self.runs for run in runs(text))

    def shown(self, text: str) -> str:
        """Return a text that gives nothing away, else nothing."""
        return "" if self.repeats(text) else text

    def outline(self, outline: Outline) -> Outline:
        """Return an article's outline with what gives nothing away.

        Of an address that spells the headline the host stays; a source named by its text gets a number for a name.
        """
        repeats = self.repeats(outline.source)
        return replace(
            outline,
            source=f"Source {outline.id[:4]}" if repeats else outline.source,
            named=digest(outline.source) if repeats else "",
            author=self.shown(outline.author or "") or None,
            published=self.shown(outline.published or "") or None,
            url=self._address(outline.url),
            extra={},
        )

    def _address(self, url: str | None) -> str | None:
        if url is None or not self.repeats(url):
            return url
        return self.shown(urlsplit(url).hostname or "") or None


def runs(text: str) -> Iterable[tuple[str, ...]]:
    """Return every run of `RUN` words in a text, in small letters and without marks."""
    words = [word.lower() for word in _WORD.findall(text)]
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
