"""What must not stand in a file that is shared without the texts: any run of five words of an article, or its title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate
from urllib.parse import urlsplit

from framing.read.project import Outline
from framing.read.project_parts import digest
from framing.records import Article

RUN = 5
"""Words in a row that are a piece of the text; four are what an article without a source is named by."""
# Letters of scripts that part no words by spaces (Thai to Khmer, kana, Han): each of them counts by itself.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+")
# A word there has about 1.6 letters, so that eight of them are as much as five words.
_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Withheld:
    """The runs of words of the articles' texts, and their titles, which nothing that is shared may repeat."""

    runs: frozenset[tuple[str, ...]]
    titles: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Withheld:
        """Collect the runs of titles and paragraphs."""
        given = tuple(articles)
        texts = (text for a in given for text in (f"{a.title} {a.text}", a.text))
        titles = frozenset(tuple(_words(a.title)) for a in given) - {()}
        return cls(frozenset(run for text in texts for run in runs(text)), titles)

    def repeats(self, text: str) -> bool:
        """Whether a text repeats a run of an article's words, is its title, or holds a title of several words."""
        return any(run in self.runs for run in runs(text)) or self._names(_words(text))

    def _names(self, words: list[str]) -> bool:
        lengths = {len(title) for title in self.titles if len(title) > 1} | {len(words)}
        parts = (tuple(words[i : i + n]) for n in lengths for i in range(len(words) - n + 1))
        return any(part in self.titles for part in parts)

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
    """Return every run of `RUN` words in a text, in small letters and without marks.

    Where no spaces part the words it is eight letters, and where both stand together as much of each.
    """
    words = _words(text)
    sizes = [RUN if _is_letter(word) else _LETTERS for word in words]
    for start in range(len(words)):
        held = accumulate(sizes[start : start + _LETTERS])
        end = next((n for n, size in enumerate(held, start + 1) if size >= RUN * _LETTERS), None)
        if end is not None:
            yield tuple(words[start:end])


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _is_letter(word: str) -> bool:
    return len(word) == 1 and re.match(f"[{_UNSPACED}]", word) is not None
