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
_SAYS = re.compile(
    r"['’]s\b|\s+(?:(?:also|first|has|had|have|could|did|was|were|is|are)\s+)?(?:(?:not|never|independently)\s+){0,2}"
    r"(?:reports?|reported|learn(?:ed|t)|writes?|wrote|says?|said|understands?|understood|finds?|found|asked|told|seen"
    r"|saw|verified|verify|confirm(?:ed)?|contacted|approached|obtained|reviewed|revealed|spoken|spoke|interviewed"
    r"|unable|analysis|investigation|exclusive|polls?|readers?|subscribers?|reporters?|journalists?|columnists?"
    r"|correspondents?|editors?|critics?|photographers?|newspapers?|journalism)\b"
)
# Beside these a title may begin a sentence about something else, even in its own paper: "Times are hard".
_ORDINARY = frozenset(
    (
        "bell chronicle courier dispatch echo express independent journal lantern ledger mail mercury mirror monitor "
        "news observer post press record register review standard star sun times voice hill state nation world union "
        "week west south north east time sky fox business local today metro"
    ).split()
)
_EDITIONS = frozenset("australia international weekly us uk usa india europe africa america asia graphics".split())
_JOINING = frozenset("of the and for in on &".split())


def is_name(text: str) -> bool:
    """Whether every word begins with a capital, as only a name does."""
    words = [word for word in re.split(r"[\s-]+", text) if word and word.lower() not in _JOINING]
    return all(not word[0].isalpha() or word[0].isupper() for word in words)


def joined_before(text: str, start: int) -> bool:
    """Whether the word before a place makes a longer name of what follows, as in "Los Angeles Times"."""
    found = _BEFORE.search(text[max(0, start - _FAR) : start])
    return bool(found) and _capital(found.group(1) if found else "")


def means_outlet(found: re.Match[str], form: Form, *, own: bool, other: bool, elsewhere: bool) -> bool:
    """Judge a short form by what stands around it; the match's groups are a "the" before it, if any, and the form.

    `own` says that it is the article's own outlet; `other` that this article has named another title that ends so,
    which a "the" then means; `elsewhere` that some article has another name that ends so, so that a bare word may be
    that one's.
    """
    text, start, end = found.string, found.start(2), found.end()
    name, rest = found.group(2), text[end : end + _FAR]
    credited = rest.startswith("/") and (own or name.isupper())
    if form.strength == "initials":
        speaks = own and bool(_SAYS.match(rest))
        return name.isupper() and (credited or speaks or bool(found.group(1)) or _in_brackets(text, start, end))
    if credited:
        return True
    word_after = _AFTER.match(rest)
    after = word_after.group(1) if word_after else ""
    if _capital(after) and (after.lower() in _ITS_OWN or form.strength == "short"):
        return after.lower() in _ITS_OWN or (own and after.lower() in _EDITIONS)
    if found.group(1):
        otherwise = found.group(1)[0].islower() and found.group(2).lower() in _OTHERWISE
        return not other and (not otherwise or bool(_HEARD.search(text[max(0, found.start() - _FAR) : found.start()])))
    if _ENDED.search(text[max(0, start - _FAR) : start]):
        if not form.plain or end == len(text) or _SAYS.match(rest):
            return True
        shouted = name.isupper() and not after.isupper()
        return own and (shouted or name.lower() not in _ORDINARY)
    return not elsewhere and not joined_before(text, start)


def _in_brackets(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 1) : start] in ("(", "[") and text[end : end + 1] in (")", "]", "/")


def _capital(word: str) -> bool:
    """Whether a word makes a longer name of what stands beside it: the first of a sentence may be any word."""
    return word[:1].isupper() and word.lower() not in STOP
