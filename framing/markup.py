"""Passages as HTML with marked words. Everything that comes from an article is escaped; nothing here can carry a link.

Pure functions over templates; the app and the report show the same HTML.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.records import Passage

_WIDE, _NARROW = "minmax(14rem,1fr)", "minmax(5.5rem,0.3fr)"  # a column with passages, and one without


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of a passage to be marked; `kind` becomes a CSS class, `note` a tooltip."""

    start: int
    end: int
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A passage to be shown in a source's column, with its marks and a line of small print below."""

    passage: Passage
    marks: tuple[Mark, ...] = ()
    note: str = ""


def marked(text: str, marks: Sequence[Mark]) -> str:
    """Return the text escaped, with marks around its words; of two marks that overlap the earlier stays."""
    pieces, position = [], 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.start < position or mark.end <= mark.start:
            continue
        title = f' title="{html.escape(mark.note)}"' if mark.note else ""
        inner = html.escape(text[mark.start : mark.end])
        pieces += [html.escape(text[position : mark.start]), f'<mark class="fr-{mark.kind}"{title}>{inner}</mark>']
        position = mark.end
    return "".join([*pieces, html.escape(text[position:])])


def columns(cards: Sequence[Card], sources: Sequence[str], colours: Mapping[str, str], *, absent: str = "") -> str:
    """Return the cards side by side, a column a source in the order given; `absent` stands where a source has none."""
    cells, widths = [], []
    for source in sources:
        mine = [card for card in cards if card.passage.source == source]
        body = "".join(_card(card) for card in mine) or f'<p class="fr-absent">{html.escape(absent)}</p>'
        head = f'<h4 style="border-color:{colours[source]}">{html.escape(source)}</h4>'
        cells.append(f'<section class="fr-column{"" if mine else " fr-empty"}">{head}{body}</section>')
        widths.append(_WIDE if mine else _NARROW)
    return f'<div class="fr-columns" style="grid-template-columns:{" ".join(widths)}">{"".join(cells)}</div>'


def passages(cards: Sequence[Card]) -> str:
    """Return the cards below one another."""
    return f'<div class="fr-stack">{"".join(_card(card) for card in cards)}</div>'


def _card(card: Card) -> str:
    note = f'<p class="fr-note">{html.escape(card.note)}</p>' if card.note else ""
    return f'<blockquote class="fr-passage"><p>{marked(card.passage.text, card.marks)}</p>{note}</blockquote>'
