"""What is found: an actor of the event and the places where the articles mention it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["person", "organisation", "place"]
Form = Literal["name", "description"]


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor mentioned from `start` up to `end` in the passage with this id, by name or by description.

    The span holds neither titles nor the possessive: "Lee" in "Ms. Lee's plan", "the mayor" in "the mayor's plan".
    """

    passage: str
    start: int
    end: int
    text: str
    form: Form


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, an organisation or a place, under its fullest name, with its mentions in order of passage and place."""

    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
