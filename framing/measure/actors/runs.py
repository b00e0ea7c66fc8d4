"""Find the runs of capitalised words in a passage: "US President Ann Lee" is one, and still to be cut into names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from framing.align.words import STOP
from framing.measure.actors.gazetteer import terms
from framing.measure.actors.tokens import Token

_STARTING = frozenset("van von der de del di da bin al ter ten den ibn abu".split())  # "said van der Berg"
_OWNERS = frozenset(
    (
        "Magistrates Worker "
        "Women Men Children Girls Boys King Queen People Peoples Veterans Workers Farmers Teachers Nurses "
        "Mothers Fathers Parents Students Builders Bakers Miners Drivers Growers Fishermen Residents Writers "
        "Actors Players Officers Firefighters Lawyers Journalists Tenants Pensioners Consumers Employers Ladies "
        "Physicians Surgeons Seafarers Engineers Taxpayers Prisoners Publishers Retailers Brewers Manufacturers "
        "Owners Landlords Presidents Governors"
    ).split()
)
"""Whose body it is: "Farmers' Union", "Queen's College"; with others a possessive ends the name."""


_TABLES = frozenset(
    ("Diner Cafe Café Bar Grill Restaurant Kitchen Bakery Pizza Pizzeria Tavern Bistro Pub Inn Arms").split()
)


class Run(NamedTuple):
    """Tokens `first` up to `last` of a passage, next to one another and capitalised."""

    first: int
    last: int


def runs(found: Sequence[Token]) -> Iterator[Run]:
    """Yield the runs of capitalised words, small words of people's names inside them included."""
    i = 0
    while i < len(found):
        last = _end(found, i)
        if last > i:
            yield Run(i, last)
            i = last
        else:
            i += 1


def _end(found: Sequence[Token], first: int) -> int:
    """Return the end of the run that begins at a token; the token itself where none does."""
    i = first
    while i < len(found) and found[i].text in _STARTING and _follows(found, i + 1):
        i += 1
    if i >= len(found) or not found[i].capital or (i > first and not found[i].near):
        return first
    i += 1
    while step := _step(found, i):
        i += step
    return i


def _step(found: Sequence[Token], i: int) -> int:
    """Return how many tokens from `i` on belong to the run before: 0 where it ends."""
    if i >= len(found) or not found[i].near:
        return 0
    token, before = found[i], found[i - 1]
    if token.capital:
        return 0 if token.opens or _sentence_ended(before, token) else 1
    if token.text in ("“", '"', "‘", "'") and _nickname(found, i):
        return 4
    if token.text == "&" and _follows(found, i + 1):
        return 2
    if token.text == "." and before.text in ("St", "Mt") and _follows(found, i + 1):
        return 2
    if token.text == "," and i + 1 < len(found) and found[i + 1].word in ("Jr", "Sr", "Inc", "Ltd"):
        return 2
    if token.text.startswith(("'", "’")) and _owned(found, i):
        return 1
    if token.text[0].isdigit() and before.text in ("Channel", "Radio", "Local", "Number", "No.", "No", "Sky", "Area"):
        return 1
    return _particles(found, i)


def _sentence_ended(before: Token, token: Token) -> bool:
    """Whether the full stop of an abbreviation ends the sentence, too: "in Portland, Ore. Kim will"."""
    if not before.text.endswith(".") or before.initial:
        return False
    firm = before.word in terms("company_suffix") or before.word in ("Jr", "Sr")
    return before.text in terms("place") or (firm and token.word.lower() in STOP)


def _nickname(found: Sequence[Token], i: int) -> bool:
    """Whether a nickname in marks stands at `i`: "Margaret “Peg” Lindqvist"."""
    closing = ("”", '"', "’", "'")
    return _follows(found, i + 3) and found[i + 1].capital and found[i + 2].text in closing


def _particles(found: Sequence[Token], i: int) -> int:
    """Return the length of small words such as "van der" that a capital follows."""
    particles, start = terms("particle"), i
    while i < len(found) and found[i].near and found[i].text in particles:
        i += 1
    return i - start if i > start and _follows(found, i) else 0


def _owned(found: Sequence[Token], i: int) -> bool:
    """Whether the possessive at `i` stands inside a name: "St Mary's", "Farmers' Union"."""
    before = found[i - 1].word
    saint = i > 1 and found[i - 2].word in ("St", "Saint")
    bar = i > 1 and found[i - 2].text in ("at", "At") and i + 1 < len(found) and found[i + 1].text in (",", ".", ";")
    bar = bar or (_follows(found, i + 1) and found[i + 1].word in _TABLES)
    return saint or bar or f"{before}'s" in terms("organisation") or (before in _OWNERS and _follows(found, i + 1))


def _follows(found: Sequence[Token], i: int) -> bool:
    return i < len(found) and found[i].near and found[i].capital
