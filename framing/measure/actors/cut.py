"""Cut a run of capitalised words into names: at titles, offices, nationalities and days, not inside a body's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from framing.align.words import STOP
from framing.measure.actors.casing import ordinary
from framing.measure.actors.gazetteer import given_names, known, plain, terms
from framing.measure.actors.runs import Run
from framing.measure.actors.tokens import Token

_ADDRESS = frozenset("Mr Mrs Ms Miss Mx Dr Prof Sir Dame Messrs".split())
_OF_STATE = frozenset("State Staff Police Government".split())
_SEES = frozenset("Archbishop Bishop Duke Duchess Prince Princess Earl Countess Dean Mayor Sheriff Marquess".split())
# Titles that are also words of a body's or a place's name: "Justice Department", "King Street", "General Hospital".
_TWOFOLD = frozenset(
    (
        "Justice General King Queen Prince Princess Lord Major Duke Earl Father Sister Judge Speaker Chief Captain "
        "Marshal Bishop Cardinal Crown Treasury Senior Junior Associate Vice Farmer Farmers Driver Drivers Lawyers "
        "Actors Nurse Nurses Engineers Officers Founder Witness Resident Residents Volunteer Governors Governor "
        "Mayors Magistrates President Mother Brother Deputy Attorney Canon Deacon Coach Late Then"
    ).split()
)
_PARTY = re.compile(r"[RDI]-\w+")  # "R-Va."
_PARTICIPLE = re.compile(r"[^\W\d_]+[-‐‑][a-z]{4,}(?:ed|ing)")
_NUMERALS = frozenset("II III IV VI VII VIII XI XII XIV XVI Jr Sr".split())
_FORENAMES = frozenset("King Queen Prince Princess Pope Sister Brother Saint Lady".split())
"""Titles that a given name alone follows."""


class Piece(NamedTuple):
    """Tokens `first` up to `last` that may be one name, and the titles that stand before them."""

    first: int
    last: int
    titles: tuple[str, ...]


def pieces(found: Sequence[Token], run: Run) -> Iterator[Piece]:
    """Yield the names in a run; a piece without tokens holds titles with nobody's name after them."""
    start, titles = run.first, _of_titles(found, run)
    if titles and (stated := sum(_state(found, run, i) for i in range(run.first, run.last))):
        start += stated
    elif titles and found[run.first - 2].text.islower():  # "the head of Corvane" is no title
        titles = ()
    if titles and titles[-1] in _SEES and run.last - start > 1:
        yield Piece(start, start + 1, ())
        start += 1
    i = start
    while i < run.last:
        if _is_title(found, run, i, start, titles):
            said = _qualified(found, start, i)
            if not said and i > start:
                yield Piece(start, _before_office(found, start, i), titles)
                titles = ()
            titles, start = (*titles, *said, _singular(found[i].word)), i + 1
        elif _separates(found, run, i, start):
            end = i - (found[i - 1].word in _POINTS and i > start and found[i].word in terms("demonym"))
            if end > start:
                yield Piece(start, end, titles)
                titles = ()
            start = i + 1
        elif i > start and _splits(found, run, start, i):
            yield Piece(start, i, titles)
            titles, start = (), i
        i += 1
    if start < run.last or titles:
        yield Piece(start, run.last, titles)


def ends_in_head(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether the tokens end with the head of a body's or a place's name: "Town Council", "Mill Lane"."""
    return last - first > 1 and is_head(found[last - 1].word)


def is_head(word: str) -> bool:
    """Whether a word can end the name of a body, a firm, a team or a place."""
    groups = ("organisation_head", "company_suffix", "place_head", "newspaper_head", "team_head")
    return any(word in terms(group) for group in groups)


def is_title(word: str) -> bool:
    """Whether a capitalised word can stand before a person's name without belonging to it."""
    return _singular(word) in terms("title") or word in ("Executive", "Adviser", "Advisor", "Correspondent")


def participle(word: str) -> bool:
    """Whether a word is a participle with its object: "Russian-speaking", "War-scarred", but not "Mei-ling"."""
    return bool(_PARTICIPLE.fullmatch(word))


def contracted(word: str) -> bool:
    """Whether a word is a contraction of small words: "I'm", "We’ve", "Don't"."""
    stem, mark, _ = word.replace("’", "'").partition("'")
    return bool(mark) and (stem.lower() in STOP or stem in ("I", "Let") or stem.lower().endswith("n"))


def _singular(word: str) -> str:
    word = word.removesuffix("-elect").removesuffix("-designate")
    if (second := word.removeprefix("Co-")) != word and second.capitalize() in terms("title"):
        return second.capitalize()
    return word[:-1] if word.endswith("s") and word not in terms("title") else word


def _of_titles(found: Sequence[Token], run: Run) -> tuple[str, ...]:
    """Return the title that the run completes: "Secretary" before "of State Ann Lee"."""
    i = run.first
    if i > 1 and found[i - 1].text == "of" and is_title(found[i - 2].word.capitalize()):
        return (found[i - 2].word.capitalize(),) if run.last - i > 1 or found[i].word in _OF_STATE else ()
    return ()


def _state(found: Sequence[Token], run: Run, i: int) -> bool:
    """Whether the words from the run's start to `i` only say which office it is: "of State", "of Homeland Security"."""
    words = (_singular(t.word) for t in found[run.first : i + 1])
    return all(word in _OF_STATE or word in terms("topic") for word in words)


def _is_title(found: Sequence[Token], run: Run, i: int, start: int, titles: Sequence[str]) -> bool:
    word = found[i].word
    if not is_title(word):
        return False
    if i + 1 < run.last and _singular(word) in _TWOFOLD and is_head(found[i + 1].word):
        return False
    if (
        word in _FORENAMES
        and i == start
        and i + 2 < run.last
        and found[run.last - 1].word in terms("organisation_head")
    ):
        return False
    if i + 1 == run.last and start < i:  # "Stephen King", "J. Bishop"
        first = found[start]
        initial = first.initial and plain(first.text) not in known()
        return not (initial or first.word in given_names()) or i - start > 2
    return not (i + 1 == run.last and titles and titles[-1] in _ADDRESS)


def _qualified(found: Sequence[Token], start: int, i: int) -> tuple[str, ...]:
    """Return the words that only say which office the title at `i` is: "Health" of "Health Secretary"."""
    qualifiers = terms("topic") | terms("demonym") | _QUALIFIERS
    words = tuple(t.word for t in found[start:i])
    if not words or plain(" ".join(words)) in known() or ends_in_head(found, start, i):
        return ()
    return words if all(w in qualifiers or ordinary(w) for w in words) else ()


def _before_office(found: Sequence[Token], start: int, i: int) -> int:
    """Return where the name ends before an office: "White House" in "White House Press Secretary"."""
    if i - start > 1 and plain(_text(found, start, i - 1)) in known() and _qualified(found, i - 1, i):
        return i - 1
    end = i
    while end - start > 1 and not ends_in_head(found, start, end) and _qualified(found, end - 1, end):
        if plain(_text(found, start, end)) in known():
            break
        end -= 1
    return end


_QUALIFIERS = frozenset(
    (
        "Chief Police Fire Treasury District State City County Town National Press Party Group Council Special "
        "Executive General Field First Second Supreme High Lead Opposition Shadow Cabinet Senate House Federal US "
        "UK Provincial Municipal Village Borough Regional Parliamentary Majority Minority White Policy Political "
        "Campaign"
    ).split()
)


_POINTS = frozenset("North South East West".split())
_ASKING = frozenset("Why How What When Who Where Is Are Was Has Have But And That This If It He She They We".split())


def _splits(found: Sequence[Token], run: Run, start: int, i: int) -> bool:
    """Whether another name begins at `i`: after an acronym that no body's name goes on with, "the U.N. Ann Lee"."""
    if i != start + 1 or not found[start].shouted or plain(found[start].word) not in known():
        return False
    end = next((j for j in range(i, run.last) if _is_title(found, run, j, i, ())), run.last)
    return not is_head(found[end - 1].word) and plain(_text(found, start, end)) not in known()


def _separates(found: Sequence[Token], run: Run, i: int, start: int) -> bool:
    """Whether a capitalised word belongs to no name: a day, a nationality, an opener of the sentence."""
    token = found[i]
    rest = run.last - i
    named = i > start and (found[i - 1].initial or found[i - 1].word in given_names())
    if token.word in _NUMERALS:
        return i == start
    if _PARTY.fullmatch(token.word) or participle(token.word) or (token.word in _ASKING and i > start):
        return True
    if token.word in terms("not_a_name") or contracted(token.word) or (token.word == "&" and i == start):
        return not named and plain(_text(found, i, run.last)) not in known()
    if token.word in terms("demonym"):
        return not named and not _kept(found, run, i)
    if token.opens and i == start and rest > 1:
        return _only_opens(found, i, run.last)
    small = token.word.lower() in STOP and not token.shouted and token.word.lower() not in terms("particle")
    small = small and token.word not in given_names() and not ends_in_head(found, i, run.last)
    return (
        i == start and rest > 1 and (small or token.word == "The") and plain(_text(found, i, run.last)) not in known()
    )


def _kept(found: Sequence[Token], run: Run, i: int) -> bool:
    """Whether a nationality is the beginning or a part of a name: "British Medical Association", "Christian Lopez"."""
    end = next((j for j in range(i + 1, run.last) if _is_title(found, run, j, i, ())), run.last)
    if any(ends_in_head(found, i, k) or plain(_text(found, i, k)) in known() for k in range(i + 2, end + 1)):
        return True
    after = i + 1 < run.last and not is_title(found[i + 1].word)
    return after and found[i].word in given_names()


def _only_opens(found: Sequence[Token], i: int, last: int) -> bool:
    """Whether the first word of a sentence has its capital for that alone: "Yesterday Ann Lee"."""
    word = found[i].word
    if plain(_text(found, i, last)) in known() or word in given_names() or word.lower() in terms("particle"):
        return False
    if ordinary(word) and found[i + 1].word in given_names():  # "Later Bob Hill"
        return True
    if word.lower() in STOP or word in ("The", "Yesterday", "Today", "Meanwhile", "Police", "Residents"):
        return not ends_in_head(found, i, last) or word.lower() in STOP
    return ordinary(word) and not ends_in_head(found, i, last) and not found[i + 1].text.startswith(("'", "’"))


def _text(found: Sequence[Token], first: int, last: int) -> str:
    return " ".join(t.text for t in found[first:last])
