"""One word for another in sentences that are otherwise the same, as in agency copy that two desks edited."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from framing.measure.wording.slots import Pair, Span, Swap
from framing.measure.wording.terms import stop_words
from framing.measure.wording.tokens import Token

KIND = "edited copy"
_REASON = "the sentences are otherwise nearly the same: one of the two was changed on purpose"
_ALIKE = 0.6  # share of words that both have in the same order
_AROUND = 2  # equal words on each side of what was exchanged
_MOST = 3  # words exchanged
_SPELLING = 0.75  # share of letters in the same order from which two words are one in two spellings


def edit_swaps(pair: Pair) -> Iterator[Swap]:
    """Yield the words that alone differ between two sentences in the same order of words."""
    left, right = [t.word for t in pair.left], [t.word for t in pair.right]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return
    codes = matcher.get_opcodes()
    for before, (tag, a, b, c, d), after in zip(codes, codes[1:], codes[2:], strict=False):
        held = min(before[2] - before[1], after[2] - after[1])
        if tag == "replace" and held >= _AROUND and max(b - a, d - c) <= _MOST:
            here, there = pair.left[a:b], pair.right[c:d]
            if _differ(here, there):
                yield Swap(KIND, "edit", Span(a, b), Span(c, d), _REASON, float(held))


def _differ(here: tuple[Token, ...], there: tuple[Token, ...]) -> bool:
    """Whether both say something, and not the same name, figure or word in another form."""
    stop = stop_words()
    told = [t for t in here if t.word not in stop], [t for t in there if t.word not in stop]
    if not all(told) or any(t.capital or t.word[0].isdigit() for part in told for t in part):
        return False
    if {t.stem for t in told[0]} & {t.stem for t in told[1]}:
        return False
    one, other = (" ".join(t.word for t in part) for part in told)
    return bool(SequenceMatcher(None, one, other, autojunk=False).ratio() < _SPELLING)
