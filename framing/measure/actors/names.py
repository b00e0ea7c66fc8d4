"""Find the names in a passage, each with its titles and with what speaks for its kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing.align.words import STOP
from framing.measure.actors.casing import ordinary
from framing.measure.actors.cut import Piece, ends_in_head, is_title, participle, pieces
from framing.measure.actors.extend import extended
from framing.measure.actors.gazetteer import given_names, known, plain, terms
from framing.measure.actors.kinds import DATELINE, SURE, Votes, votes
from framing.measure.actors.runs import runs
from framing.measure.actors.tokens import Token, tokens
from framing.records import Passage


@dataclass(frozen=True, slots=True)
class Name:
    """A name from `start` up to `end` in a passage.

    `words` are its words without dots; `titles` stand before it; `votes` speak for its kind. `doubtful` says that its
    capital may have another reason: then another place of the event has to bear it out; `opens` says that a sentence
    begins with it.
    """

    passage: Passage
    start: int
    end: int
    words: tuple[str, ...]
    titles: tuple[str, ...]
    votes: Votes
    doubtful: bool
    opens: bool

    @property
    def text(self) -> str:
        """The name as it is written."""
        return self.passage.text[self.start : self.end]

    @property
    def key(self) -> str:
        """What two spellings of one name share: no dots, capitals or accents, straight apostrophes."""
        return folded(" ".join(self.words))


def folded(text: str) -> str:
    """Return a name in small letters without accents."""
    if text.isascii():
        return text.lower()
    plainer = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in plainer if not unicodedata.combining(c)).lower()


_LETTERS = str.maketrans("ıøØłŁđĐð‐‑", "ioOlLdDd--")


def names_in(passage: Passage) -> list[Name]:
    """Return the names of a passage in order, doubtful ones included."""
    found = tokens(passage)
    names: list[Name] = []
    covered = 0
    works = _works(passage.text)
    for run in runs(found):
        for piece in pieces(found, run):
            if piece.last > piece.first and piece.first >= covered:
                last = extended(found, piece.first, piece.last)
                names += _name(passage, found, Piece(piece.first, last, piece.titles))
                covered = last if last > piece.last else covered
    return [n for n in names if not any(start <= n.start < end for start, end in works)]


def _works(text: str) -> list[tuple[int, int]]:
    """Return the titles of books and the like: short quotations in which the ordinary words have capitals."""
    found = []
    for match in _QUOTED.finditer(text):
        inside = [w for w in re.findall(r"[^\W\d_]{4,}", match.group()) if ordinary(w)]
        if len(inside) > 1 and sum(w[0].isupper() for w in inside[1:]) >= 0.7 * len(inside[1:]):
            found.append(match.span())
    return found


_QUOTED = re.compile(r"“[^“”]{3,90}”|\"[^\"]{3,90}\"|‘[^‘’]{3,90}’(?!\w)")


def _name(passage: Passage, found: Sequence[Token], piece: Piece) -> Iterator[Name]:
    first, last = _trimmed(found, piece)
    if first >= last:
        return
    said = found[first:last]
    words = tuple(plain(t.text) for t in said if t.text[0].isalnum() or t.text == "&" or t.text[0] in "'’")
    cast = votes(found, first, last, piece.titles)
    start, end = said[0].start, said[-1].end
    alone = (
        len(words) == 1
        and cast["person"] < SURE
        and (words[0] in terms("not_alone") or _small(words[0]) or is_title(words[0]))
    )
    if len("".join(words)) > 1 and not alone and words[0] not in terms("not_a_name"):
        yield Name(passage, start, end, words, piece.titles, cast, _doubtful(found, first, last, cast), said[0].opens)


def _small(word: str) -> bool:
    """Whether a word is a small one of grammar, a shape or a participle ("But", "U-turn", "War-weary"), not "IT"."""
    return (word.lower() in STOP and not word.isupper()) or bool(
        re.fullmatch(r"[A-Z][-‐‑][a-z]+", word) or participle(word)
    )


def _trimmed(found: Sequence[Token], piece: Piece) -> tuple[int, int]:
    """Leave out marks and small words at either end of a piece."""
    first, last = piece.first, piece.last
    while last > first and not (found[last - 1].text[0].isalnum() or found[last - 1].text[0] in "'’"):
        last -= 1
    while first < last and (not found[first].text[0].isalnum() or found[first].text.endswith(("'s", "’s"))):
        first += 1
    return first, last


def _doubtful(found: Sequence[Token], first: int, last: int, cast: Votes) -> bool:
    """Whether the capital says little: one ordinary word, or one that opens a sentence and is not known."""
    token = found[first]
    if last - first == 1 and _is_small_word(found, first):
        return True
    if plain(" ".join(t.word for t in found[first:last])) in known():
        return False
    if last - first > 1 and _plain_words(found, first, last, cast):
        return True
    if last - first > 1:
        small = ordinary(token.word) and token.word.lower() not in terms("particle")
        return small and token.opens and not ends_in_head(found, first, last) and cast["person"] < SURE
    if plain(token.word) in known() or cast["person"] >= SURE or cast["place"] >= DATELINE:
        return False
    if token.shouted and first and found[first - 1].text == "(" and len(token.word) <= _INTRODUCED:
        return False
    if token.shouted:
        return ordinary(token.word) or len(token.word) > _ACRONYM
    before = found[first - 1].text if first else ""
    if before.lower() == "the" and (
        token.word in ("North", "South", "East", "West") or token.word in terms("newspaper_head")
    ):
        return False
    if token.opens and token.word in given_names():
        return False
    free = first and not token.opens and found[first - 1].text not in _DETERMINERS and not found[first - 1].capital
    if free and max(cast["person"], cast["place"], cast["organisation"] - 2) >= 2:  # nothing else asks for a capital
        return False
    heads = ("organisation_head", "place_head", "thing_head")
    if token.opens and max(cast.values(), default=0) <= 0:  # nothing but its capital speaks for it
        return True
    if token.opens and token.word.endswith(("ing", "ly", "ness", "ment", "tion")):
        return True
    return ordinary(token.word) or any(token.word.rstrip("s") in terms(g) or token.word in terms(g) for g in heads)


def _is_small_word(found: Sequence[Token], i: int) -> bool:
    """Whether an acronym is likelier a small word that is shouted: "THE DEAL IS DEAD", "it IS over"."""
    token = found[i]
    if not token.shouted or token.word.lower() not in STOP or known().get(plain(token.word)) != "organisation":
        return False
    beside = [found[k] for k in (i - 1, i + 1) if 0 <= k < len(found)]
    return any(t.shouted for t in beside) or (i > 0 and found[i - 1].text.lower() in _PRONOUNS)


def _plain_words(found: Sequence[Token], first: int, last: int, cast: Votes) -> bool:
    """Whether all words are ordinary or all shouted, as in a slogan or a label: "Witch Hunt", "NO COLLUSION"."""
    said = found[first:last]
    if all(t.shouted for t in said):
        return cast["place"] < DATELINE
    if ends_in_head(found, first, last) or any(t.text in ("of", "for") for t in said):
        return False
    return cast["person"] < SURE and all(ordinary(t.word) for t in found[first:last])


_PRONOUNS = frozenset("it he she that this what there here which".split())
_INTRODUCED = 7  # letters of an acronym in brackets
_ACRONYM = 5  # letters: longer words in capitals are shouted
_DETERMINERS = frozenset("the The a an A An this that its his her their our your my no any every each".split())
