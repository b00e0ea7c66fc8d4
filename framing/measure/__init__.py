"""Measure tone, voice and emphasis, and how sure a difference between sources is."""

from framing.measure.actors import actor_tone, actors
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
    "Instrument",
    "Speech",
    "Split",
    "actor_tone",
    "actors",
    "differences",
    "explain",
    "flip",
    "scores",
    "sides",
    "speech",
    "split",
    "subjective",
    "tone",
]
