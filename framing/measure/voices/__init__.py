"""Voices: who is quoted, where, with which verb, and how much of its words a source gives to whom."""

from framing.measure.voices.find import VOICE_COLUMNS, voices
from framing.measure.voices.tables import only_once, speaker_shares, verbs_used

__all__ = ["VOICE_COLUMNS", "only_once", "speaker_shares", "verbs_used", "voices"]
