"""Passages on a slide: side by side, whole sentences around those that tell the same thing, the rest behind "more"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from framing.comparison import Comparison
from framing.marks import marks_of
from framing.markup import Card, beside, excerpt
from framing.plots.theme import source_borders
from framing.records import Passage

_WORDS = {1: 110, 2: 80, 3: 55}  # of a passage, by columns: what fits below a heading in letters of this size
_ROOMY = 420  # characters of the longest column, times the columns, up to which larger letters fit
_FULL = 840  # characters, counted in the same way, from which on letters are smaller than usual, lest the end be cut
_REST = 12  # words; so few are not worth leaving out


def show_passages(comparison: Comparison, by_source: Mapping[str, Sequence[str]]) -> None:
    """Show the first passage of each source, cut to whole sentences; the rest of them opens below it."""
    chosen = [comparison.by_id[id] for ids in by_source.values() for id in ids]
    carrying = carrying_sentences(comparison, {p.id for p in chosen})
    most = _WORDS.get(len(by_source), 55)
    cells, longest = [], 0
    for source, ids in by_source.items():
        first, *rest = [comparison.by_id[id] for id in ids]
        start, end = excerpt_of(first, carrying.get(first.id, 0), most)
        longest = max(longest, end - start)
        cards = [Card(p, tuple(marks_of(p, chosen, "shared words"))) for p in (first, *rest)]
        cells.append((source, excerpt(cards[0], start, end, cards[1:])))
    taken = longest * len(cells)
    room = "fr-roomy" if taken <= _ROOMY else "fr-full" if taken <= _FULL else "fr-tight"
    st.html(f'<div class="{room}">{beside(cells, source_borders(comparison.sources))}</div>')


def excerpt_of(passage: Passage, carrying: int, most: int) -> tuple[int, int]:
    """Return where to cut a passage: whole sentences of at most `most` words around the one that carries the match.

    One sentence is shown whole, however long; so is a passage of which next to nothing would be left out.
    """
    if passage.words <= most + _REST or not passage.sentences:
        return 0, len(passage.text)
    counts = [len(s.text.split()) for s in passage.sentences]
    low = high = min(carrying, len(counts) - 1)
    while high + 1 < len(counts) and sum(counts[low : high + 2]) <= most:
        high += 1
    while low > 0 and sum(counts[low - 1 : high + 1]) <= most:
        low -= 1
    return passage.sentences[low].start, passage.sentences[high].end


def carrying_sentences(comparison: Comparison, ids: set[str]) -> dict[str, int]:
    """Return, by passage, the sentence that most of its matches with the others go by."""
    found: dict[str, Counter[int]] = {}
    for match in comparison.alignment.matches:
        if match.left in ids and match.right in ids:
            for id, sentence in zip((match.left, match.right), match.sentences, strict=True):
                found.setdefault(id, Counter())[sentence] += 1
    return {id: min(counts, key=lambda s: (-counts[s], s)) for id, counts in found.items()}
