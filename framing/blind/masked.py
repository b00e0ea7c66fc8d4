"""A text with some of its characters exchanged, and where every other character lies afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Characters `start` to `end` of a text, and what stands there instead."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A text before its changes, and the changes: sorted, none over another."""

    before: str
    changes: tuple[Change, ...]

    @classmethod
    def of(cls, text: str, changes: Iterable[Change]) -> Masked:
        """Keep of changes that overlap the one that begins first, of two that begin together the longer."""
        kept: list[Change] = []
        for change in sorted(changes, key=lambda c: (c.start, -c.end)):
            if not kept or change.start >= kept[-1].end:
                kept.append(change)
        return cls(text, tuple(kept))

    @property
    def text(self) -> str:
        """The text with the changes made."""
        return self.slice(0, len(self.before))

    def slice(self, start: int, end: int) -> str:
        """Return what lies between two offsets of the text before, with the changes that touch it."""
        pieces, position = [], start
        for change in self.changes:
            if change.start < end and change.end > start:
                pieces += [self.before[position : max(change.start, position)], change.text]
                position = change.end
        return "".join([*pieces, self.before[position:end]])

    def moved(self, offset: int, *, end: bool = False) -> int:
        """Return where an offset lies afterwards: one inside a change at its beginning, or at its `end`."""
        shift = 0
        for change in self.changes:
            if offset <= change.start:
                break
            if offset < change.end:
                return change.start + shift + (len(change.text) if end else 0)
            shift += len(change.text) - (change.end - change.start)
        return offset + shift
