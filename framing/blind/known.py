"""What is known of an event's outlets: how their names are written, their authors, and whom each article names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from framing.blind.around import is_name, joined_before
from framing.blind.authors import author_names
from framing.blind.names import Form, forms, squeezed
from framing.records import Article

_OPENING = 4  # words; a source without a name is called by as many of its text's first ones


@dataclass(frozen=True)
class Known:
    """The outlets of these articles."""

    articles: tuple[Article, ...]

    @cached_property
    def by_key(self) -> dict[str, dict[str, Form]]:
        """The sources whose name is written so, by the form's key, each with the form."""
        found: defaultdict[str, dict[str, Form]] = defaultdict(dict)
        for source in sorted({a.source for a in self.articles}):
            own = [a for a in self.articles if a.source == source]
            for form in [] if _unnamed(source, own) else forms(source, sorted({a.url or "" for a in own})):
                found[form.key][source] = form
        return dict(found)

    def keys_in(self, text: str, *, sure: bool) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield every form in a text with its key: those that are sure, or those that could mean something else.

        Groups of the match are a "the" before it, if any, and the form.
        """
        flat = squeezed(text)
        here = tuple(key for key in (self._sure if sure else self._unsure) if key in flat)
        for found in self._pattern(here).finditer(text) if here else ():
            key = squeezed(found.group(2))
            if key in self.by_key and is_name(found.group(2)):
                yield key, found

    @cached_property
    def authors(self) -> dict[str, str]:
        """Each author's name in small letters, and the source the author writes for."""
        return {name.lower(): a.source for a in self.articles for name in author_names(a.author)}

    def authors_in(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield every author's name in a text, with the source the author writes for."""
        flat = squeezed(text)
        for key, name, source in self._author_keys:
            if key in flat:
                whole = r"\s{1,3}".join(map(re.escape, name.split()))
                yield from ((source, m) for m in re.finditer(rf"(?<!\w){whole}(?!\w)", text, re.IGNORECASE))

    @cached_property
    def _author_keys(self) -> list[tuple[str, str, str]]:
        return [(squeezed(name), name, source) for name, source in self.authors.items()]

    @cached_property
    def surnames(self) -> dict[str, re.Pattern[str]]:
        """The surnames of each source's authors."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name, source in self.authors.items():
            found[source].add(re.escape(name.split()[-1]))
        return {s: re.compile(rf"(?<!\w)(?:{'|'.join(sorted(n))})(?!\w)", re.IGNORECASE) for s, n in found.items()}

    @cached_property
    def in_full(self) -> dict[str, set[str]]:
        """The sources that each source names in full."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for article in self.articles:
            for key, _ in self.keys_in(f"{article.title} {article.text}", sure=True):
                found[article.source] |= set(self.by_key[key])
        return dict(found)

    @cached_property
    def other_titles(self) -> dict[str, set[str]]:
        """Each short form that also ends another name, as in "Los Angeles Times", and the sources that write so."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for article in self.articles:
            for text in (article.title, *(p.text for p in article.paragraphs)):
                taken = [match.span() for _, match in self.keys_in(text, sure=True)]
                for key, match in self.keys_in(text, sure=False):
                    free = all(match.end() <= start or match.start(2) >= end for start, end in taken)
                    if free and not match.group(1) and joined_before(text, match.start(2)):
                        found[key].add(article.source)
        return dict(found)

    @cached_property
    def _sure(self) -> list[str]:
        return [key for key, sources in self.by_key.items() if _first(sources).strength == "sure"]

    @cached_property
    def _unsure(self) -> list[str]:
        return [key for key, sources in self.by_key.items() if _first(sources).strength != "sure"]

    def _pattern(self, keys: tuple[str, ...]) -> re.Pattern[str]:
        """Return a pattern of the forms with these keys; of all it would be slow where there are many outlets."""
        if keys not in self._patterns:
            self._patterns[keys] = _any_of(form for key in keys for form in self.by_key[key].values())
        return self._patterns[keys]

    @cached_property
    def _patterns(self) -> dict[tuple[str, ...], re.Pattern[str]]:
        return {}


def _first(sources: Mapping[str, Form]) -> Form:
    return next(iter(sources.values()))


def _unnamed(source: str, articles: Sequence[Article]) -> bool:
    """Whether a source is called by the first words of its text, which are no name."""
    begins = [squeezed(text[:200]) for a in articles for text in (a.title, a.text)]
    return len(source.split()) >= _OPENING and any(text.startswith(squeezed(source)) for text in begins)


def _any_of(chosen: Iterable[Form]) -> re.Pattern[str]:
    ways = sorted({_spelled(form) for form in chosen}, key=lambda way: (-len(way), way))
    return re.compile(rf"(?<![\w@#.])(?:\b(the)\s+)?({'|'.join(ways)})(?!\w)(?!\.\w)", re.IGNORECASE)


def _spelled(form: Form) -> str:
    """Return a pattern of a form, however its words are spaced and its apostrophes and "and" written."""
    if len(form.words) > 1:
        words = ["(?:&|and)" if word in ("&", "and") else re.escape(word) for word in form.words]
        return r"[\s-]{0,3}".join(re.sub("['’]", "['’]", word) for word in words)
    word = form.words[0]
    apart = form.strength == "sure" and len(word) > 5 and word.islower()  # "huffingtonpost" of an address
    return r"[\s-]?".join(map(re.escape, word)) if apart else re.escape(word)
