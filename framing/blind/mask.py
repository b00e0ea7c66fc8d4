"""Find what gives an outlet away in a text, and put its letter there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from framing.blind.around import joined_before, means_outlet
from framing.blind.authors import bylines, their_reporter
from framing.blind.known import Known
from framing.blind.masked import Change, Masked
from framing.blind.names import added, hostname, squeezed
from framing.comparison import labels_of
from framing.records import Article, fingerprint

ELSEWHERE = "another outlet"
"""Stands where a short name can mean several of the sources."""
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”’)\]]*[\w/]|(?<![\w.+-])[\w.+-]{0,64}[@#]\w[\w.-]*\w"
    r"|(?<![\w-])(?:[a-z0-9-]{1,63}\.){1,8}(?:com|org|net|news|example|info|eu|ie|uk|us|tv|co)\b"
    r"(?:/[^\s<>\"”’)\]]*)?",
    re.IGNORECASE,
)
_PARTS = 12  # of an address: no host has more
_SHORTEST = 4  # letters of a surname that is hidden alone


@dataclass(frozen=True)
class Mask:
    """Hides the names of an event's outlets, their authors and addresses behind letters.

    `letters` gives each outlet's letter by its name, `labels` each source's by its label, which tells two articles of
    one outlet apart.
    """

    articles: tuple[Article, ...]
    letters: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Mask:
        """Give the outlets their letters, in an order that comes from the articles' ids, not from the names."""
        kept = tuple(sorted(articles, key=lambda a: a.id))
        ids: defaultdict[str, list[str]] = defaultdict(list)
        for article in kept:
            ids[article.source].append(article.id)
        ordered = sorted(ids, key=lambda source: fingerprint("letter", *ids[source]))
        letters = {source: f"Source {_letter(i, len(ordered))}" for i, source in enumerate(ordered)}
        labels = {label: letters[a.source] + label[len(a.source) :] for a, label in _labelled(kept)}
        return cls(kept, letters, labels)

    def letter_of(self, article: str) -> str:
        """Return the letter of the article with this id, numbered where its outlet has several articles."""
        return self.labels[labels_of(self.articles)[article]]

    def hide(self, text: str, own: str | None = None) -> str:
        """Return a text without anything that gives an outlet away; `own` is the source it comes from."""
        return self.masked(text, own).text

    def masked(self, text: str, own: str | None = None) -> Masked:
        """Return a text with its changes, so that places in it can be found again."""
        found = [*self._addresses(text), *self._authors(text, own), *self._sure(text, own)]
        return Masked.of(text, [*found, *self._short(text, own, found)])

    def named(self, text: str) -> str:
        """Return a name, or several with commas between, without those of outlets: there is no sentence around them."""
        parts = [text] if text in self.labels else text.split(", ")
        return ", ".join(dict.fromkeys(self.labels.get(p) or self._by_name(p) or self.hide(p) for p in parts))

    @cached_property
    def known(self) -> Known:
        """What is known of the outlets."""
        return Known(self.articles)

    def _by_name(self, name: str) -> str | None:
        key = squeezed(re.sub(r"^the ", "", name, flags=re.IGNORECASE))
        return self._letter(key, None) if key in self.known.by_key and name[:1].isupper() else None

    def _letter(self, key: str, own: str | None) -> str:
        """Return whose name it is: of several the source that speaks, or else the only one that it names in full."""
        sources = set(self.known.by_key[key])
        if own in sources:
            return self.letters[own]
        if len(sources) > 1:
            sources &= self.known.in_full.get(own or "", set())
        return self.letters[sources.pop()] if len(sources) == 1 else ELSEWHERE

    def _authors(self, text: str, own: str | None) -> Iterator[Change]:
        for source, found in self.known.authors_in(text):
            yield Change(*found.span(), f"{self.letters[source]}’s author")
        surnames = self.known.surnames.get(own or "")
        for found in surnames.finditer(text) if surnames else ():
            name = found.group()
            if len(name) >= _SHORTEST and name[0].isupper() and not joined_before(text, found.start()):
                yield Change(*found.span(), f"{self.letters[own or '']}’s author")
        yield from (Change(start, end, "an author") for start, end in bylines(text))

    def _addresses(self, text: str) -> Iterator[Change]:
        for found in _ADDRESS.finditer(text):
            if whose := self._whose_address(found.group()):
                yield Change(*found.span(), whose)

    def _whose_address(self, address: str) -> str | None:
        written = re.split(r"[@#.]", address) if re.search("[@#]", address) else hostname(address).split(".")
        parts = [part for part in map(squeezed, written[:_PARTS]) if part]
        for key, sources in self.known.by_key.items():
            sure = any(form.strength in ("sure", "brand") or not form.plain for form in sources.values())
            sure = sure and len(key) > 2
            for part in parts:
                begins = sure and part.removeprefix("the").startswith(key)
                if part.removeprefix("the") == key or begins or (len(key) > 4 and sure and key in part):
                    return self._letter(key, None)
        writers = (s for name, s in self.known.authors.items() if any(squeezed(name) in part for part in parts))
        return next((f"{self.letters[source]}’s author" for source in writers), None)

    def _sure(self, text: str, own: str | None) -> Iterator[Change]:
        for key, found in self.known.keys_in(text, sure=True):
            yield self._change(key, found, own)

    def _short(self, text: str, own: str | None, taken: Sequence[Change]) -> Iterator[Change]:
        for key, found in self.known.keys_in(text, sure=False):
            sources, elsewhere = self.known.by_key[key], self.known.other_titles.get(key, set())
            form = next(iter(sources.values()))
            free = all(found.end() <= c.start or found.start(2) >= c.end for c in taken)
            other = own not in sources and own in elsewhere
            whole = self._end(key, found) > found.end()
            if free and (
                whole or means_outlet(found, form, own=own in sources, other=other, elsewhere=bool(elsewhere))
            ):
                yield self._change(key, found, own)

    def _change(self, key: str, found: re.Match[str], own: str | None) -> Change:
        letter = self._letter(key, own)
        reporter = their_reporter(found.string, found.end())
        if reporter:
            return Change(found.start(), reporter, f"{letter}’s reporter")
        return Change(found.start(), self._end(key, found), letter)

    def _end(self, key: str, found: re.Match[str]) -> int:
        """Return where a name ends with what a database added to it, as in "CNN (Web News)"."""
        rest = found.string[found.end() :]
        return found.end() + max(len(more) if rest.startswith(more) else 0 for more in self._added[key])

    @cached_property
    def _added(self) -> dict[str, list[str]]:
        return {key: [added(source) for source in sources] for key, sources in self.known.by_key.items()}


def _labelled(articles: Sequence[Article]) -> list[tuple[Article, str]]:
    labels = labels_of(articles)
    return [(article, labels[article.id]) for article in articles]


def _letter(place: int, count: int) -> str:
    """Return A, B, C …, of more than 26 all with two letters, so that they sort as they are counted."""
    letter = chr(ord("A") + place % 26)
    return letter if count <= 26 else chr(ord("A") + place // 26) + letter
