"""Passages as HTML with marked words. Everything that comes from an article is escaped; nothing here can carry a link.

Pure functions over templates; the app and the report show the same HTML.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.records import Passage

_WIDE, _NARROW = "minmax(12rem,1fr)", "minmax(7rem,0.4fr)"  # a column with passages, and that of absent sources


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
    """Return the cards side by side, a column a source in the order given.

    Sources without a card are named together in a last narrow column under the heading `absent`; without one they are
    left out.
    """
    present = [s for s in sources if any(card.passage.source == s for card in cards)]
    missing = [s for s in sources if s not in present] if absent else []
    cells = [_column(source, [c for c in cards if c.passage.source == source], colours[source]) for source in present]
    if missing:
        names = "".join(f'<li style="border-color:{colours[s]}">{html.escape(s)}</li>' for s in missing)
        cells.append(f'<section class="fr-column fr-empty"><h4>{html.escape(absent)}</h4><ul>{names}</ul></section>')
    widths = [_WIDE] * len(present) + [_NARROW] * bool(missing)
    return f'<div class="fr-columns" style="grid-template-columns:{" ".join(widths)}">{"".join(cells)}</div>'


def passages(cards: Sequence[Card]) -> str:
    """Return the cards below one another."""
    return f'<div class="fr-stack">{"".join(_card(card) for card in cards)}</div>'


def _column(source: str, cards: Sequence[Card], colour: str) -> str:
    body = "".join(_card(card) for card in cards)
    return f'<section class="fr-column"><h4 style="border-color:{colour}">{html.escape(source)}</h4>{body}</section>'


def _card(card: Card) -> str:
    note = f'<p class="fr-note">{html.escape(card.note)}</p>' if card.note else ""
    return f'<blockquote class="fr-passage"><p>{marked(card.passage.text, card.marks)}</p>{note}</blockquote>'
