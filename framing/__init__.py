"""Align the passages of articles about one event, and show where the sources differ in tone and emphasis.

comparison = framing.compare(["left.txt", "right.txt"])
comparison.matches, comparison.tone, comparison.emphasis, comparison.differences
"""

from framing import plots
from framing.compare import compare
from framing.comparison import Comparison
from framing.read import ReadError
from framing.records import Article, Event, Match, Paragraph, Passage, Sentence, StoryPoint

__all__ = [
    "Article",
    "Comparison",
    "Event",
    "Match",
    "Paragraph",
    "Passage",
    "ReadError",
    "Sentence",
    "StoryPoint",
    "compare",
    "plots",
]
