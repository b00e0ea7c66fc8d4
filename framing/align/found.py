"""A match that says why when it is asked: of the matches of a hundred articles a reader asks of a few."""

from __future__ import annotations

from dataclasses import fields
from typing import NamedTuple, Protocol, Self

from framing.align.reasons import Bearing, explain, relation
from framing.records import Match, Passage, Relation


class Why(Protocol):
    """What can tell why two passages match, and whether they share their words."""

    def reasons(self) -> tuple[str, ...]:
        """Return the reasons, the strongest first."""
        ...

    def relation(self) -> Relation:
        """Return whether the passages have the same words or the same facts."""
        ...


class Pair(NamedTuple):
    """Two passages and how they stand among the others: what the reasons for their match are made of."""

    left: Passage
    right: Passage
    bearing: Bearing

    def reasons(self) -> tuple[str, ...]:
        """Return the reasons, the strongest first."""
        return explain(self.left, self.right, self.bearing)

    def relation(self) -> Relation:
        """Return whether the passages have the same words or the same facts."""
        return relation(self.left, self.right)


class FoundMatch(Match):
    """A `Match` whose reasons and relation are made when they are first read.

    It equals a match that holds the same, and is one after `copy` or `pickle`.
    """

    __slots__ = ("_why",)
    _why: Why

    @classmethod
    def of(cls, left: str, right: str, probability: float, sentences: tuple[int, int], why: Why) -> Self:
        """Return the match of two passages by their ids; `why` is asked for what the other fields hold."""
        match = cls.__new__(cls)
        held = {"left": left, "right": right, "probability": probability, "sentences": sentences, "_why": why}
        for name, value in held.items():
            object.__setattr__(match, name, value)  # the record is frozen for everybody else
        return match

    def __getattr__(self, name: str) -> object:
        """Make what a field that holds nothing yet is asked for; Python comes here for no other."""
        if name not in ("reasons", "relation"):
            raise AttributeError(f"A match has no {name!r}.")
        value: object = getattr(self._why, name)()
        object.__setattr__(self, name, value)
        return value

    def __eq__(self, other: object) -> bool:
        """Whether all fields are equal, whoever made them; those that are at hand are looked at first."""
        if not isinstance(other, Match):
            return NotImplemented
        return _at_hand(self) == _at_hand(other) and _held(self) == _held(other)

    def __hash__(self) -> int:
        """Return the hash of the `Match` that it equals."""
        return hash(_held(self))

    def __reduce__(self) -> tuple[type[Match], tuple[object, ...]]:
        """Say how it is copied and pickled: as a plain match."""
        return Match, _held(self)


def _at_hand(match: Match) -> tuple[object, ...]:
    return match.left, match.right, match.probability, match.sentences


def _held(match: Match) -> tuple[object, ...]:
    return tuple(getattr(match, field.name) for field in fields(Match))
