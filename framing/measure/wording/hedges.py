"""The same thing said with a hedge and without: "the alleged attack", "the attack"."""

from __future__ import annotations

from collections.abc import Iterator

from framing.measure.lexicon import Hit, load_lexicon
from framing.measure.wording.slots import Pair, Span, Swap, both_ways, span_of
from framing.measure.wording.terms import stop_words

KIND = "hedged or bare"
_REASON = "one leaves open whether it is so, the other says that it is"
_STRONGEST = -0.7  # hedges on whether a thing is so; those on an amount ("about", "some") are left out
_BETWEEN = frozenset("a an be been had has have the to".split())  # may stand between a hedge and the hedged word
_LEAST = 1.5  # neighbours in common


def _hedge_swaps(pair: Pair) -> Iterator[Swap]:
    """Yield hedges of the left sentence before a word that the right sentence has without any hedge."""
    if _hedges(pair.right_text):
        return
    for hit in _hedges(pair.left_text):
        here = span_of(pair.left, hit.start, hit.end)
        hedged = next((i for i in range(here.last, len(pair.left)) if pair.left[i].word not in _BETWEEN), None)
        if hedged is None or pair.left[hedged].word in stop_words():
            continue
        for i, token in enumerate(pair.right):
            if token.stem == pair.left[hedged].stem and not token.word.endswith("ly"):
                strength = pair.closeness(Span(here.first, hedged + 1), Span(i, i + 1), leave_out={token.stem})
                if strength >= _LEAST:
                    yield Swap(KIND, "hedge", Span(here.first, hedged + 1), Span(i, i + 1), _REASON, strength)
                break


hedge_swaps = both_ways(_hedge_swaps)


def _hedges(text: str) -> list[Hit]:
    return [hit for hit in load_lexicon("certainty").find(text) if hit.entry.score <= _STRONGEST]
