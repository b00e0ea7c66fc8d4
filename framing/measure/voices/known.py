"""What can be known of an article's people and bodies before it is read: where they stand, he or she, their offices."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from framing.measure.actors import Actor
from framing.measure.speech_patterns import QUOTED
from framing.measure.voices.cast import Cast, Named
from framing.measure.voices.gender import Gender, by_given_name, by_pronouns, titled
from framing.measure.voices.roles import roles_of
from framing.measure.voices.units import Unit


def mentions_of(actors: Sequence[Actor]) -> dict[str, list[Named]]:
    """Return the mentions of actors by passage id, in order."""
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for actor in actors:
        for m in actor.mentions:
            found[m.passage].append(Named(m.start, m.end, actor.name, actor.kind, m.form))
    return {id: sorted(named) for id, named in found.items()}


def cast_of(units: Sequence[Unit], mentions: Mapping[str, Sequence[Named]]) -> Cast:
    """Return the people and bodies of one article, cut into units."""
    texts = {unit.passage.id: unit.passage.text for unit in units}
    mentions = {id: mentions.get(id, ()) for id in texts}
    cast = Cast(mentions, {}, roles_of(texts, mentions))
    cast.genders.update(_genders(units, cast, texts))
    return cast


def _genders(units: Sequence[Unit], cast: Cast, texts: Mapping[str, str]) -> dict[str, Gender]:
    """Return who is a he and who a she: by title, else by given name, else by the pronouns in their sentences."""
    found = by_pronouns([_about(unit, cast) for unit in units])
    people = [(id, m) for id, named in cast.mentions.items() for m in named if m.kind == "person"]
    for _, m in people:
        if gender := by_given_name(m.name):
            found[m.name] = gender
    for id, m in people:
        if gender := titled(texts[id], m.start):
            found[m.name] = gender
    return found


def _about(unit: Unit, cast: Cast) -> tuple[str, frozenset[str]]:
    """Return what a unit says outside its quotations after the first person in it, and the people in it."""
    people = [m for m in cast.named(unit) if m.kind == "person"]
    start = min((m.end for m in people), default=0)
    return re.sub(rf"\w*{QUOTED}\w*", " ", unit.text[start:]), frozenset(m.name for m in people)
