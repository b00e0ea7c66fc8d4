"""Blind reading: the outlets of an event behind letters, until they are revealed."""

from framing.blind.comparison import Blinded, blinded, measured, name_of, revealed
from framing.blind.mask import Mask
from framing.blind.records import hidden_event

__all__ = ["Blinded", "Mask", "blinded", "hidden_event", "measured", "name_of", "revealed"]
