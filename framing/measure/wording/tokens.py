"""A sentence as the search for swaps sees it: its words with their places and stems."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from framing.align.words import STOP, words
from framing.measure.lexicon import plain


class Token(NamedTuple):
    """A word: lower case without possessive, its stem, and where it stands in the text."""

    word: str
    stem: str
    start: int
    end: int
    capital: bool

    @property
    def tells(self) -> bool:
        """Whether the word carries meaning by itself."""
        return self.word not in STOP and (len(self.word) > 1 or self.word.isdigit())


@lru_cache(maxsize=20_000)
def tokens(text: str) -> tuple[Token, ...]:
    """Return a text's words in order."""
    return tuple(
        Token(plain(w.text).removesuffix("'s"), w.stem, w.start, w.start + len(w.text), w.text[0].isupper())
        for w in words(text)
    )
