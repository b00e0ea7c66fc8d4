"""Cut a passage into words and marks, with what the rules for names ask of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from framing.records import Passage

_RANKS = "Gen|Lt|Col|Sgt|Capt|Maj|Supt|Adm|Cmdr|Insp|Det"
_TITLES = f"{_RANKS}|Mr|Mrs|Ms|Mx|Dr|Prof|Gov|Sen|Rep|Rev|Hon|Cllr|St|Ste|Mt|Ft|Fr|Messrs"
_SHORT = f"{_TITLES}|Jr|Sr|Inc|Corp|Co|Ltd|Bros|No"
_STATES = (
    "Calif|Fla|Mass|Pa|Conn|Mich|Minn|Wis|Tenn|Ala|Ariz|Colo|Ga|Ill|Ind|Kan|Ky|La|Md|Mo|Mont|Neb|Nev|Okla|Ore|Tex|Va|Vt|"
    "Wash|Wyo|Del"
)
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|\b(?:{_SHORT})\.(?=[\s,]|$)|(?<=, )(?:{_STATES})\.(?=[\s,]|$)"
    r"|\b[^\W\d_]\.(?=[\s-]?[^\W\d_])|[^\W_]+(?:[’'‘ʼ\-‐‑&][^\W_]+)*|\S"
)
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
# A name before a participle is a mention of its own: "Leeds-based".
_COMPOUND = re.compile(
    r"([^\W\d_][\w’']*)[-‐‑](?:based|born|led|backed|owned|run|area|wide|listed|registered|bred|trained|educated|controlled|"
    r"held|funded|style|made|built|bound|sponsored|linked|occupied|administered|era)"
)
_PREFIXED = re.compile(r"(?:[Aa]l|[Ee]l|[Aa]n|[Aa]s|[Aa]d|ul|d|l|ibn|de|[Oo])[-’'‐‑][^\W\d_]")
_CLOSING = ("”", '"', "’", "'", "»", ")")
_OPENING = ("“", '"', "‘", "'", "«", "„", "•", "*", "–", "—", "-", "…", "(", "[")


class Token(NamedTuple):
    """A word or mark; `opens` where a sentence or a quotation begins with it, `near` where one blank is before it."""

    text: str
    start: int
    end: int
    opens: bool
    near: bool

    @property
    def word(self) -> str:
        """The word without its dots, so that "Mr." is "Mr"."""
        return self.text.replace(".", "") if len(self.text) > 1 else self.text

    @property
    def capital(self) -> bool:
        """Whether it is written as a name can be: "Lee", "O'Neill", "al-Rashid"."""
        first = self.text[0]
        if first.isupper():
            return True
        prefixed = _PREFIXED.match(self.text)
        return bool(prefixed and self.text[prefixed.end() - 1].isupper())

    @property
    def shouted(self) -> bool:
        """Whether it is two or more capitals and no small letter: "WHO", "U.S."."""
        return self.word.isupper() and sum(c.isalpha() for c in self.word) > 1

    @property
    def initial(self) -> bool:
        """Whether it is an initial: "J." or "J.K."."""
        return self.text.endswith(".") and all(len(part) == 1 for part in self.text.rstrip(".").split("."))


def tokens(passage: Passage) -> list[Token]:
    """Return the words and marks of a passage in order; a possessive "'s" is a mark of its own."""
    text = passage.text
    starts = {s.start for s in passage.sentences}
    found: list[Token] = []
    opens, end = True, 0
    for match in _TOKEN.finditer(text):
        gap = text[end : match.start()]
        if any(end <= s <= match.start() for s in starts) and not (found and found[-1].text in _TITLES_WITH_DOT):
            opens = True
        for start, stop in _parts(match):
            piece = text[start:stop]
            worded = piece[0].isalnum()
            opens = opens or (bool(gap) and _after_stop(found))
            near = not found or (len(gap) <= 1 and "\n" not in gap)
            found.append(Token(piece, start, stop, opens and worded, near))
            opens = (
                (opens and piece in _OPENING) or piece in ("“", "„", "«", ":", "•") or _quote(piece, gap, text, stop)
            )
            gap = ""
        end = match.end()
    return found


_TITLES_WITH_DOT = frozenset(f"{word}." for word in _TITLES.split("|"))


def _after_stop(found: Sequence[Token]) -> bool:
    """Whether the words before end a sentence: inside a quotation the passage's sentences do not say so."""
    return any(t.text in (".", "!", "?") for t in found[-2:]) and (
        found[-1].text in ".!?" or found[-1].text in _CLOSING
    )


def _quote(piece: str, gap: str, text: str, stop: int) -> bool:
    """Whether a straight mark opens a quotation: a blank before it, none after."""
    return piece in ('"', "‘", "'") and (bool(gap) or stop == 1) and not text[stop : stop + 1].isspace()


def _parts(match: re.Match[str]) -> list[tuple[int, int]]:
    start, end = match.span()
    if compound := _COMPOUND.fullmatch(match.group()):
        return [(start, start + compound.end(1)), (start + compound.end(1), end)]
    possessive = _POSSESSIVE.search(match.group())
    if possessive and possessive.start() > 0:
        return [(start, start + possessive.start()), (start + possessive.start(), end)]
    return [(start, end)]
