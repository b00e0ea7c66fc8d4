"""Find who and what an event is about: people, organisations and places, each with all its mentions."""

from framing.measure.actors.actors import actors, shared_actors
from framing.measure.actors.found import Actor, ActorKind, Form, Mention
from framing.measure.actors.table import Gap, actor_table, mention_table, widest_gap

__all__ = [
    "Actor",
    "ActorKind",
    "Form",
    "Gap",
    "Mention",
    "actor_table",
    "actors",
    "mention_table",
    "shared_actors",
    "widest_gap",
]
