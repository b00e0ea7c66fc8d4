"""Measure tone, voice and emphasis, and how sure a difference between sources is."""

from framing.measure.differences import differences, flip
from framing.measure.instruments import INSTRUMENTS, Instrument
from framing.measure.split import Split, split
from framing.measure.tone import explain, scores, tone
from framing.measure.voice import Speech, speech

__all__ = [
    "INSTRUMENTS",
    "Instrument",
    "Speech",
    "Split",
    "differences",
    "explain",
    "flip",
    "scores",
    "speech",
    "split",
    "tone",
]
