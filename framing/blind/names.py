"""The forms in which an outlet's name is written: in full, short, as initials, as its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from framing.align.words import background, stem

Strength = Literal["sure", "brand", "short", "initials"]

TITLES = frozenset(
    (
        "advertiser argus bell chronicle courier dispatch echo enquirer examiner express gazette globe guardian herald "
        "independent inquirer journal lantern ledger mail mercury mirror monitor news observer post press record "
        "register reporter review sentinel standard star sun telegraph times tribune voice"
    ).split()
)
"""Words that newspapers are called by and that mean something else besides."""
_ADDED = frozenset("news online media newspaper radio tv television".split())
_NO_SHORT = frozenset("radio tv television channel".split())  # what follows these is a place
_SMALL = frozenset("a an and at for in of on the &".split())
_NO_INITIALS = frozenset("AI DC EU IT LA MP NY PM PR TV UK UN US".split())  # even after "the" something else
_RARE = 7.0  # as rare in news as a word can be that it does hold
_ASIDE = re.compile(r"\s*[(\[].*?[)\]]|\s+[-–|].*$")
_NUMBERED = re.compile(r"Source [A-Z]{1,2}")
_HOSTED = frozenset("blogspot wordpress substack medium tumblr".split())
_SECOND = frozenset("co com org net ac gov".split())  # the last but one part of addresses such as courier.co.uk


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write an outlet's name: its words in order, and when it counts.

    "sure" wherever it stands with its capitals; "brand" unless a capitalised word comes before it ("Vicente Fox");
    "short" unless one stands on either side ("Post Office", "Capitol Hill"); "initials", which are two, in brackets or
    after "the". `plain` says that the word has another
    meaning, so that at the beginning of a sentence a capital says nothing.
    """

    words: tuple[str, ...]
    strength: Strength
    plain: bool = False

    @property
    def key(self) -> str:
        """The form in small letters without spaces and marks."""
        return squeezed("".join(self.words))


def squeezed(text: str) -> str:
    """Return a text in small letters without anything but letters and digits."""
    return re.sub(r"[\W_]+", "", text.replace("&", "and")).lower()


def added(name: str) -> str:
    """Return what a database adds to an outlet's name at its end: " (Web News)", " - News"; empty without it."""
    plain = bare(name)
    return name[len(plain) :] if name.startswith(plain) else ""


def bare(name: str) -> str:
    """Return an outlet's name without what a database adds: "CNN (Web News)", "New York Times - News"."""
    return " ".join(_ASIDE.sub("", name).split()) or name


def forms(name: str, urls: Iterable[str] = ()) -> list[Form]:
    """Return the forms of an outlet's name, the fullest first; none of a name that hides nothing, such as Source A."""
    if _NUMBERED.fullmatch(name):
        return []
    words = tuple(bare(name).split())
    core = words[1:] if words[0].lower() == "the" and len(words) > 1 else words
    found = [_whole(core)]
    while len(core) > 1 and core[-1].lower() in _ADDED:
        core = core[:-1]
        found.append(_whole(core) if len(core) > 1 else _one(core[0], "brand"))
    found += [Form((label,), "sure") for url in urls for label in _labels(url)]
    telling = [w for w in core if w.lower() not in _SMALL]
    if len(telling) > 1:
        if core[0].lower() not in _NO_SHORT:
            found.append(_one(core[-1], "short"))
        found += _initials(telling, core)
    kept = {form.key: form for form in reversed(found) if len(form.key) > 1}
    return sorted(kept.values(), key=lambda form: (-len(form.key), form.key))


def _initials(*ways: Iterable[str]) -> Iterator[Form]:
    """Yield the initials of a name, with its small words and without: "TOI" and "TI" are the Times of India."""
    for letters in ("".join(word[0] for word in words).upper() for words in ways):
        if len(letters) > 1 and letters.isalpha() and letters not in _NO_INITIALS:
            yield Form((letters,), "sure" if len(letters) > 2 else "initials")


def _whole(words: tuple[str, ...]) -> Form:
    return Form(words, "sure") if len(words) > 1 else _one(words[0], "short")


def _one(word: str, otherwise: Strength) -> Form:
    """Return the form of a single word: sure where it can be nothing else."""
    low = word.lower()
    made = sum(c.isupper() for c in word) > 1 or (low not in TITLES and background().rarity(stem(word)) >= _RARE)
    plain = low in TITLES or (word.isalpha() and background().rarity(stem(word)) < _RARE)
    return Form((word,), "sure") if made else Form((word,), otherwise, plain)


def _labels(url: str) -> Iterator[str]:
    """Yield what an address calls its outlet: "nytimes" of www.nytimes.com."""
    host = hostname(url)
    parts = host.split(".")
    if len(parts) < 2:
        return
    at = -3 if len(parts) > 2 and parts[-2] in _SECOND and len(parts[-1]) == 2 else -2
    label = parts[at]
    if label in _HOSTED and len(parts) > 2:
        label = parts[at - 1]
    if len(label) > 2:
        yield label


def hostname(url: str) -> str:
    """Return an address's host without www, empty where it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
