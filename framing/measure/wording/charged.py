"""A loaded word in place of a plain one, or put before a word that the other source leaves bare."""

from __future__ import annotations

from collections.abc import Iterator

from framing.measure.lexicon import load_lexicon
from framing.measure.wording.slots import Pair, Span, Swap, both_ways, span_of
from framing.measure.wording.tokens import Token, tokens

KIND = "loaded or plain"
ADDED = "loaded word added"
_LEAST_LOADED = 0.5
_LEAST = 1.0
_ADDED_REASON = "one puts a loaded word before it, the other leaves it bare"


def _charged_swaps(pair: Pair) -> Iterator[Swap]:
    """Yield loaded words of the left sentence that the right one puts plainly, or does without."""
    here_all = [(span_of(pair.left, h.start, h.end), h.entry) for h in load_lexicon("loaded").find(pair.left_text)]
    theirs = {h.entry.term for h in load_lexicon("loaded").find(pair.right_text)}
    for here, entry in here_all:
        if entry.score < _LEAST_LOADED or entry.term in theirs:
            continue
        plain = [t.stem for t in tokens(entry.neutral)]
        there = _find(pair.right, plain)
        if there and not _find(pair.left, plain):
            own = {t.stem for t in pair.left[here.first : here.last]} | set(plain)
            strength = pair.closeness(here, there, leave_out=own)
            if strength >= _LEAST:
                yield Swap(KIND, entry.term, here, there, entry.reason, strength)
        else:
            yield from _added(pair, here, entry.term)


charged_swaps = both_ways(_charged_swaps)


def _added(pair: Pair, here: Span, term: str) -> Iterator[Swap]:
    """Yield a loaded word right before a word that the right sentence has, too, with the same neighbours."""
    last = pair.left[here.last - 1]
    if here.last >= len(pair.left) or "*" in term or not last.tells:
        return  # a verb, or a phrase that wants an object, is not put before a word
    noun = pair.left[here.last]
    beside = pair.left_text[last.end : noun.start].isspace()
    whole = Span(here.first, here.last + 1)
    there = _find(pair.right, [noun.stem])
    if there and beside and noun.tells and _same(noun, pair.right[there.first]):
        strength = pair.closeness(whole, there, leave_out={noun.stem})
        if strength >= _LEAST:
            yield Swap(ADDED, term, whole, there, _ADDED_REASON, strength)


def _same(one: Token, other: Token) -> bool:
    """Whether two words are one, perhaps in the plural: a stem alone takes "reports" and "reported" for one."""
    return one.word.removesuffix("s") == other.word.removesuffix("s")


def _find(sentence: tuple[Token, ...], stems: list[str]) -> Span | None:
    """Return where a run of stems stands first."""
    for i in range(len(sentence) - len(stems) + 1):
        if stems and [t.stem for t in sentence[i : i + len(stems)]] == stems:
            return Span(i, i + len(stems))
    return None
