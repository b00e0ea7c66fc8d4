"""Two sentences that tell the same thing, and whether two of their words stand in the same place of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from framing.measure.wording.tokens import Token, tokens

NEAR, FAR = 2, 4  # telling words; the nearest neighbours say most about what a word is said of


@dataclass(frozen=True, slots=True)
class Span:
    """The words of a sentence from `first` up to `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Swap:
    """Words of two sentences that stand in each other's place; `strength` is what `Pair.closeness` says of them."""

    kind: str
    set: str
    left: Span
    right: Span
    reason: str
    strength: float

    @property
    def flipped(self) -> Swap:
        """The same, the other way round."""
        return replace(self, left=self.right, right=self.left)


@dataclass(frozen=True, slots=True)
class Pair:
    """The sentences, left and right."""

    left_text: str
    right_text: str

    @property
    def left(self) -> tuple[Token, ...]:
        """The words of the left sentence."""
        return tokens(self.left_text)

    @property
    def right(self) -> tuple[Token, ...]:
        """The words of the right sentence."""
        return tokens(self.right_text)

    @property
    def flipped(self) -> Pair:
        """The same, the other way round."""
        return Pair(self.right_text, self.left_text)

    def closeness(self, here: Span, there: Span, *, leave_out: Collection[str] = ()) -> float:
        """Return how much two spans have around them in common: 0 nothing, 1 a near neighbour, more for several.

        Of the words that carry meaning, the first two on either side count 1 where they stand so near to both spans,
        and the next two 1/2; each stem counts once, and the stems in `leave_out` not at all.
        """
        mine, theirs = _around(self.left, here), _around(self.right, there)
        shared = (mine.keys() & theirs.keys()) - set(leave_out)
        return sum(min(mine[stem], theirs[stem]) for stem in shared)


Finder = Callable[[Pair], Iterator[Swap]]


def both_ways(finder: Finder) -> Finder:
    """Return a finder that looks at a pair from the left and from the right."""

    def find(pair: Pair) -> Iterator[Swap]:
        yield from finder(pair)
        yield from (swap.flipped for swap in finder(pair.flipped))

    return find


def stems(sentence: Sequence[Token], span: Span | None = None) -> set[str]:
    """Return the stems of a sentence's words, or of those in a span."""
    return {t.stem for t in (sentence[span.first : span.last] if span else sentence)}


def span_of(sentence: Sequence[Token], start: int, end: int) -> Span:
    """Return the words of a sentence that touch its characters from `start` up to `end`."""
    inside = [i for i, t in enumerate(sentence) if t.start < end and t.end > start]
    return Span(inside[0], inside[-1] + 1)


def _around(sentence: Sequence[Token], span: Span) -> dict[str, float]:
    """Return the weight of each telling stem around a span."""
    before = [t.stem for t in reversed(sentence[: span.first]) if t.tells]
    after = [t.stem for t in sentence[span.last :] if t.tells]
    weights: dict[str, float] = {}
    for side in (before, after):
        for distance, stem in enumerate(side[:FAR], 1):
            weights[stem] = max(weights.get(stem, 0.0), 1.0 if distance <= NEAR else 0.5)
    return weights
