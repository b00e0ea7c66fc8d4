"""Measure wording: which words are whose, where they stand, and what one source says in place of another's word."""

from framing.measure.wording.context import in_context
from framing.measure.wording.keyness import keyness
from framing.measure.wording.swaps import swaps

__all__ = ["in_context", "keyness", "swaps"]
