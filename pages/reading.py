"""Showing article text: always as escaped HTML, because Streamlit's own text elements interpret what they are given."""

from __future__ import annotations

import html
import re
from collections.abc import Container, Iterable, Sequence

import streamlit as st

from framing.comparison import Comparison
from framing.marks import Marking, marks_of_each
from framing.markup import Card, columns, passages
from framing.plots.theme import source_borders
from framing.records import Passage

_ADDRESS = re.compile(r"https?:(?=//)|www(?=\.)|@", re.IGNORECASE)
READ = "Passages to read: arrow keys move them"
"""What the first passages in a place that scrolls by itself are called, so that it scrolls without a mouse, too."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|:$~<>&^=/\"'@%])")


def plain(text: str) -> str:
    """Escape a text for a label, which Streamlit reads as Markdown with colours, icons, formulas and bare addresses.

    No line ends before a percent sign.
    """
    unbroken = " ".join(text.split()).replace(" %", "\N{NO-BREAK SPACE}%")
    parted = _ADDRESS.sub("\\g<0>\u2060", unbroken)  # a word joiner: nothing is seen of it
    return _SPECIAL.sub(r"\\\1", parted)


def show_text(text: str, style: str = "fr-plain") -> None:
    """Show a text as it is, with no end of a line before a percent sign."""
    unbroken = html.escape(text).replace(" %", "\N{NO-BREAK SPACE}%")
    st.html(f'<p class="{style}">{unbroken}</p>')


def show_side_by_side(
    comparison: Comparison, ids: Iterable[str], marking: Marking, *, absent: str = "", only: Sequence[str] | None = None
) -> None:
    """Show passages in their sources' columns, in reading order; sources without any are named under `absent`.

    With `only`, the columns of these sources.
    """
    wanted = comparison.sources if only is None else only
    chosen = [p for p in _passages(comparison, ids) if p.source in wanted]
    sources = wanted if absent else list(dict.fromkeys(p.source for p in chosen))
    cards = _cards(comparison, chosen, marking)
    st.html(columns(cards, sources, source_borders(comparison.sources), absent=absent))


def show_below(comparison: Comparison, ids: Iterable[str], marking: Marking, *, scrolls: bool = False) -> None:
    """Show passages below one another under their sources' names: in a narrow place, which may scroll alone."""
    borders = source_borders(comparison.sources)
    chosen = _passages(comparison, ids)
    cards = _cards(comparison, chosen, marking)
    for place, source in enumerate(dict.fromkeys(p.source for p in chosen)):
        st.html(f'<p class="fr-source" style="{borders[source]}">{html.escape(source)}</p>')
        mine = [card for card in cards if card.passage.source == source]
        st.html(passages(mine, region=READ if scrolls and not place else ""))


def _passages(comparison: Comparison, ids: Iterable[str]) -> list[Passage]:
    wanted = set(ids)
    return [p for p in comparison.passages if p.id in wanted]


def _cards(comparison: Comparison, chosen: Sequence[Passage], marking: Marking) -> list[Card]:
    count = {s: sum(p.source == s and p.aligned for p in comparison.passages) for s in comparison.sources}
    place = {
        id: i
        for s in count
        for i, id in enumerate((p.id for p in comparison.passages if p.source == s and p.aligned), 1)
    }
    marks = marks_of_each(chosen, marking)
    copied = _same_words(comparison, {p.id for p in chosen})
    return [
        Card(
            p,
            marks[p.id],
            (f"passage {place[p.id]} of {count[p.source]}" if p.id in place else p.kind) + copied.get(p.id, ""),
        )
        for p in chosen
    ]


def _same_words(comparison: Comparison, shown: Container[str]) -> dict[str, str]:
    """Return, by passage id, a note on which other sources here have nearly the same words, as agency copy does."""
    found: dict[str, set[str]] = {}
    for match in comparison.alignment.matches:
        if match.left in shown and match.right in shown and match.relation == "same words":
            for one, other in ((match.left, match.right), (match.right, match.left)):
                found.setdefault(one, set()).add(comparison.by_id[other].source)
    return {id: f" · same words as {', '.join(sorted(sources))}" for id, sources in found.items()}
