"""Measure tone, voice and emphasis, and how sure a difference between sources is."""

from framing.measure.actor_tone import actor_tone
from framing.measure.actors import Actor, actor_table, actors, shared_actors
from framing.measure.differences import differences, flip
from framing.measure.explain import explain
from framing.measure.instruments import INSTRUMENTS, Instrument
from framing.measure.sides import sides
from framing.measure.split import Split, split
from framing.measure.subjective import subjective
from framing.measure.tone import scores, tone
from framing.measure.voice import Speech, speech

__all__ = [
    "INSTRUMENTS",
    "Actor",
    "Instrument",
    "Speech",
    "Split",
    "actor_table",
    "actor_tone",
    "actors",
    "differences",
    "explain",
    "flip",
    "scores",
    "shared_actors",
    "sides",
    "speech",
    "split",
    "subjective",
    "tone",
]
