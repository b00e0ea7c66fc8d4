"""Whether two reporting verbs report the same thing of the same speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.measure.wording.slots import Pair, Span
from framing.measure.wording.tokens import Token

_REACH = 6  # words from a verb to the end of its speaker's name


def same_speech(pair: Pair, here: Span, there: Span) -> bool:
    """Whether both verbs have one speaker, and what is left of the sentences a word in common, too."""
    for mine, rest in _sides(pair.left, here):
        for theirs, other in _sides(pair.right, there):
            if _names(mine) & _names(theirs) and _told(rest) & _told(other) - _told(mine) - _told(theirs):
                return True
    return False


def _sides(sentence: Sequence[Token], verb: Span) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Yield where the speaker can stand, before or after the verb, each with the rest of the sentence."""
    first, last = max(0, verb.first - _REACH), verb.last + _REACH
    yield sentence[first : verb.first], [*sentence[:first], *sentence[verb.last :]]
    yield sentence[verb.last : last], [*sentence[: verb.first], *sentence[last:]]


def _names(part: Sequence[Token]) -> set[str]:
    """Return who can be speaking: names, and what speaks for somebody, as a lawsuit does."""
    return {t.stem for t in part if t.tells and (t.capital or t.word in _SPEAKS)}


def _told(part: Sequence[Token]) -> set[str]:
    return {t.stem for t in part if t.tells}


_SPEAKS = frozenset(
    "company court government group indictment lawsuit mayor minister ministry officials party police president "
    "prosecutors report spokesman spokeswoman suit union".split()
)
