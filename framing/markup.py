"""Passages as HTML with marked words. Everything that comes from an article is escaped; nothing here can carry a link.

Pure functions over templates; the app and the report show the same HTML.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.records import Passage

_WIDE, _NARROW = "minmax(12rem,1fr)", "minmax(7rem,0.4fr)"  # a column with passages, and that of absent sources
_FEW = 4  # names that stand in a column no higher than a short passage


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


def columns(cards: Sequence[Card], sources: Sequence[str], borders: Mapping[str, str], *, absent: str = "") -> str:
    """Return the cards side by side, a column a source in the order given, its name over the border given as CSS.

    Sources without a card are named together under the heading `absent`, in a last narrow column or, if many, in lines
    below; without a heading they are left out.
    """
    present = [s for s in sources if any(card.passage.source == s for card in cards)]
    missing = [s for s in sources if s not in present] if absent else []
    below = bool(present) and len(missing) > _FEW
    cells = [_column(source, [c for c in cards if c.passage.source == source], borders[source]) for source in present]
    if missing:
        names = "".join(f'<li style="{borders[s]}">{html.escape(s)}</li>' for s in missing)
        kind = "fr-column fr-empty" + " fr-below" * below
        cells.append(f'<section class="{kind}"><h3>{html.escape(absent)}</h3><ul>{names}</ul></section>')
    widths = [_WIDE] * len(present) + [_NARROW] * bool(missing and not below)
    return f'<div class="fr-columns" style="grid-template-columns:{" ".join(widths)}">{"".join(cells)}</div>'


def passages(cards: Sequence[Card], *, region: str = "") -> str:
    """Return the cards below one another, as a `region` of that name which the tab key comes to, if one is given."""
    named = f' role="region" tabindex="0" aria-label="{html.escape(region)}"' if region else ""
    return f'<div class="fr-stack"{named}>{"".join(_card(card) for card in cards)}</div>'


def excerpt(card: Card, start: int, end: int, more: Sequence[Card] = ()) -> str:
    """Return the part of a passage from `start` to `end`, with the whole of it, and `more` passages, behind "more".

    Points of suspension stand where something is left out.
    """
    text = card.passage.text
    inner = [
        Mark(m.start - start, m.end - start, m.kind, m.note) for m in card.marks if start <= m.start < m.end <= end
    ]
    before, after = ("… " if start > 0 else ""), (" …" if end < len(text) else "")
    shown = f'<blockquote class="fr-passage"><p>{before}{marked(text[start:end], inner)}{after}</p></blockquote>'
    if not (before or after or more):
        return shown
    rest = "".join(_card(one) for one in ([card] if before or after else []) + list(more))
    count = f"{len(more)} more {'passage' if len(more) == 1 else 'passages'}" if more else ""
    name = " and ".join(part for part in ("the whole passage" if before or after else "", count) if part)
    return f'{shown}<details class="fr-more"><summary>more: {name}</summary>{rest}</details>'


def beside(cells: Sequence[tuple[str, str]], borders: Mapping[str, str]) -> str:
    """Return cells of a source and its HTML side by side, each as wide as the others."""
    made = [
        f'<section class="fr-column"><h2 style="{borders[source]}">{html.escape(source)}</h2>{body}</section>'
        for source, body in cells
    ]
    return (
        f'<div class="fr-columns" style="grid-template-columns:repeat({len(made)},minmax(0,1fr))">{"".join(made)}</div>'
    )


def _column(source: str, cards: Sequence[Card], border: str) -> str:
    body = "".join(_card(card) for card in cards)
    return f'<section class="fr-column"><h3 style="{border}">{html.escape(source)}</h3>{body}</section>'


def _card(card: Card) -> str:
    note = f'<p class="fr-note">{html.escape(card.note)}</p>' if card.note else ""
    return f'<blockquote class="fr-passage"><p>{marked(card.passage.text, card.marks)}</p>{note}</blockquote>'
