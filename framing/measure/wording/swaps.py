"""Swaps: what one source says in place of another's word, in sentences that tell the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from framing.measure.voice import Speech
from framing.measure.wording.agents import agent_swaps
from framing.measure.wording.charged import charged_swaps
from framing.measure.wording.contrasts import contrast_swaps
from framing.measure.wording.edits import edit_swaps
from framing.measure.wording.heard import spoken
from framing.measure.wording.hedges import hedge_swaps
from framing.measure.wording.slots import Finder, Pair, Span, Swap
from framing.measure.wording.tokens import tokens
from framing.records import Match, Passage, by_id

# The more particular first: what one finder has found, another does not find again.
FINDERS: tuple[Finder, ...] = (contrast_swaps, agent_swaps, charged_swaps, hedge_swaps, edit_swaps)
_ALIKE = 4  # telling words in common that make two sentences of matched passages worth looking at, too
_SIDE = ["source", "words", "quoted", "passage", "sentence", "start", "end"]
COLUMNS = ["kind", "set", *(f"{side}_{name}" for side in ("left", "right") for name in _SIDE), "reason", "strength"]


def swaps(passages: Sequence[Passage], matches: Sequence[Match]) -> pd.DataFrame:
    """Return what the sources say in each other's place, columns `COLUMNS`, one row a swap, the surest first.

    Looked at are the two sentences that carry each match, and others of its passages that are as alike. `kind` names
    what is exchanged, `set` the words it belongs to, `reason` why it may matter. Of each side stand the source, the
    words as written, whether they stand inside quotation marks, the passage's id, the sentence's number and the
    characters of the passage; the source that comes first in the alphabet is left. `strength` counts the words that
    both sides have around the exchanged ones, 1/2 and more.
    """
    known = by_id(passages)
    spans = spoken(passages)
    rows: dict[tuple[object, ...], dict[str, object]] = {}
    for one, i, other, j in _sentence_pairs(known, matches):
        for swap in found_in(Pair(one.sentences[i].text, other.sentences[j].text)):
            row = {"kind": swap.kind, "set": swap.set, "reason": swap.reason, "strength": swap.strength}
            row |= _side("left", one, i, swap.left, spans) | _side("right", other, j, swap.right, spans)
            rows.setdefault(tuple(row[c] for c in ("left_passage", "left_start", "right_passage", "right_start")), row)
    table = pd.DataFrame(list(rows.values()), columns=COLUMNS)
    order = ["strength", "left_source", "right_source", "left_passage", "left_start", "right_start"]
    return table.sort_values(order, ascending=[False] + [True] * 5, ignore_index=True)


def _sentence_pairs(
    known: Mapping[str, Passage], matches: Sequence[Match]
) -> Iterator[tuple[Passage, int, Passage, int]]:
    """Yield the pairs of sentences of each match that tell the same thing: the one that carries it, and any as alike.

    The passage whose source comes first in the alphabet is yielded first.
    """
    for match in matches:
        left, right = known[match.left], known[match.right]
        swap_sides = (left.source, left.id) > (right.source, right.id)
        for i, one in enumerate(left.sentences):
            for j, other in enumerate(right.sentences):
                if (i, j) == match.sentences or _shared(one.text, other.text) >= _ALIKE:
                    yield (right, j, left, i) if swap_sides else (left, i, right, j)


def _shared(one: str, other: str) -> int:
    """Return how many telling words two sentences have in common."""
    return len({t.stem for t in tokens(one) if t.tells} & {t.stem for t in tokens(other) if t.tells})


def found_in(pair: Pair) -> list[Swap]:
    """Return the swaps in two sentences, in reading order of the left one; a word is exchanged only once."""
    if pair.left_text == pair.right_text:
        return []
    kept: list[Swap] = []
    for finder in FINDERS:
        for swap in sorted(finder(pair), key=lambda s: (-s.strength, s.left.first, s.right.first)):
            if not any(_touch(swap.left, other.left) or _touch(swap.right, other.right) for other in kept):
                kept.append(swap)
    return sorted(kept, key=lambda s: (s.left.first, s.right.first))


def _touch(one: Span, other: Span) -> bool:
    return one.first < other.last and other.first < one.last


def _side(
    name: str, passage: Passage, index: int, span: Span, spans: Mapping[str, Sequence[Speech]]
) -> dict[str, object]:
    sentence = passage.sentences[index]
    words = Pair(sentence.text, "").left
    start, end = sentence.start + words[span.first].start, sentence.start + words[span.last - 1].end
    quoted = any(s.kind == "direct" and s.start < end and start < s.end for s in spans[passage.id])
    values = (passage.source, passage.text[start:end], quoted, passage.id, index, start, end)
    return {f"{name}_{column}": value for column, value in zip(_SIDE, values, strict=True)}
