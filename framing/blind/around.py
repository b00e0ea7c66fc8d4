"""What stands around a word that could be an outlet's name or could mean something else."""

from __future__ import annotations

import re

from framing.align.words import STOP
from framing.blind.names import Form

_BEFORE = re.compile(r"([\w&’'-]+)\s+$")
_AFTER = re.compile(r"\s+([\w&’'-]+)")
_FAR = 60  # characters; no word is longer
_ENDED = re.compile(r"(?:^|[.!?:;\n“”\"–—-])\s*[“\"‘'(]*$")
# After these even a capitalised word does not make a longer name of it.
_ITS_OWN = frozenset("stories newsdesk editorial newsletter news online magazine media opinion staff sunday".split())
# Capitalised with a small "the" these are something else: the Hill is Congress, the Sun a star.
_OTHERWISE = frozenset("hill sun state nation world union week press star west south north east national".split())
_HEARD = re.compile(r"(?:told|tells?|telling|by|to|with|from|in)\s+$", re.IGNORECASE)
_SAYS = re.compile(r"['’]s\b|\s+(?:reported|reports?|has learn(?:ed|t)|writes?|wrote|says?|said|understands?|found)\b")
_JOINING = frozenset("of the and for in on &".split())


def is_name(text: str) -> bool:
    """Whether every word begins with a capital, as only a name does."""
    words = [word for word in re.split(r"[\s-]+", text) if word and word.lower() not in _JOINING]
    return all(not word[0].isalpha() or word[0].isupper() for word in words)


def joined_before(text: str, start: int) -> bool:
    """Whether the word before a place makes a longer name of what follows, as in "Los Angeles Times"."""
    found = _BEFORE.search(text[max(0, start - _FAR) : start])
    return bool(found) and _capital(found.group(1) if found else "")


def means_outlet(found: re.Match[str], form: Form, *, other: bool, elsewhere: bool) -> bool:
    """Judge a short form by what stands around it; the match's groups are a "the" before it, if any, and the form.

    `other` says that this article has named another title that ends so, which a "the" then means; `elsewhere` that some
    article has another name that ends so, so that a bare word may be that one's.
    """
    text, start, end = found.string, found.start(2), found.end()
    word_after = _AFTER.match(text[end : end + _FAR])
    after = word_after.group(1) if word_after else ""
    if _capital(after) and (after.lower() in _ITS_OWN or form.strength == "short"):
        return after.lower() in _ITS_OWN
    if found.group(1):
        otherwise = found.group(1)[0].islower() and found.group(2).lower() in _OTHERWISE
        return not other and (not otherwise or bool(_HEARD.search(text[max(0, found.start() - _FAR) : found.start()])))
    if _ENDED.search(text[max(0, start - _FAR) : start]):
        return not form.plain or end == len(text) or bool(_SAYS.match(text[end : end + _FAR]))
    return not elsewhere and not joined_before(text, start)


def _capital(word: str) -> bool:
    """Whether a word makes a longer name of what stands beside it: the first of a sentence may be any word."""
    return word[:1].isupper() and word.lower() not in STOP
