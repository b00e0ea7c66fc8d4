"""Follow the name of a body over its small words: "Ministry of Health", "Dock and Transport Union"."""

from __future__ import annotations

from collections.abc import Sequence

from framing.measure.actors.casing import ordinary
from framing.measure.actors.cut import is_head, is_title
from framing.measure.actors.gazetteer import given_names, known, plain, terms
from framing.measure.actors.tokens import Token

_LINKS = ("of", "for", "on", "to", "against", "in")


def extended(found: Sequence[Token], first: int, last: int) -> int:
    """Return where a name that seems to end at `last` really ends; `last` where nothing goes on."""
    joined = _joined(found, first, last)
    if joined > last:
        return extended(found, first, joined)
    word = found[last - 1].word
    if word in terms("organisation_of"):
        after = _complement(found, last, _LINKS)
    elif word in terms("place_of") or (first + 1 < last and word in ("House", "Houses", "Court", "States")):
        after = _complement(found, last, ("of",))
    else:
        return last
    while after > last:
        last = after
        after = _list(found, last) or _complement(found, last, ("of", "for"))
    return last


def _complement(found: Sequence[Token], i: int, links: Sequence[str]) -> int:
    """Return the end of "of Health" that begins at `i`; `i` where there is none."""
    if i + 1 >= len(found) or found[i].text not in links or not found[i].near:
        return i
    j = i + 2 if found[i + 1].text in ("the", "The") else i + 1
    if j >= len(found) or not _names_a_field(found[j]):
        return i
    if found[i].text in ("on", "to", "in", "against") and not _topical(found[j]):
        return i
    return _capitals(found, j)


def _names_a_field(token: Token) -> bool:
    calendar = token.word in terms("not_a_name") or token.word in terms("thing_lead")
    named = token.word in given_names() and plain(token.word) not in known()
    return (
        token.capital
        and token.near
        and not (is_title(token.word) and not _topical(token))
        and not calendar
        and not named
    )


def _topical(token: Token) -> bool:
    """Whether a capitalised word is one that bodies are named for, no proper name."""
    return token.capital and (token.word in terms("topic") or ordinary(token.word))


def _capitals(found: Sequence[Token], i: int) -> int:
    while i < len(found) and found[i].capital and found[i].near and not found[i].opens:
        if is_title(found[i].word) and found[i].word not in terms("topic"):
            break
        i += 1
    return i


def _list(found: Sequence[Token], i: int) -> int:
    """Return the end of ", Fisheries and Food" or "and Social Care" at `i`; 0 where there is none."""
    if i + 1 >= len(found) or not _topical(found[i - 1]):
        return 0
    if found[i].text in ("and", "&") and _topical(found[i + 1]):
        return _capitals(found, i + 1)
    if found[i].text == "," and _topical(found[i + 1]):
        end = _capitals(found, i + 1)
        return _list(found, end)
    return 0


def _joined(found: Sequence[Token], first: int, last: int) -> int:
    """Return the end of "Dock and Transport Union" after "Dock", of "Pike and Sons" after "Pike"; else `last`."""
    if last + 1 >= len(found) or found[last].text != "and" or not found[last + 1].capital:
        return last
    end = _capitals(found, last + 1)
    if end == last + 2 and found[last + 1].word in terms("organisation_and"):
        return end
    topical = (_topical(found[last - 1]) and not is_head(found[last - 1].word)) or found[last - 1].word in terms(
        "topic"
    )
    if topical and end > last + 2 and found[end - 1].word in terms("organisation_head"):
        return end if _topical(found[last + 1]) or last - first == 1 else last
    return last
