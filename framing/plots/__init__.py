"""Figures: tables or a comparison in, a plotly figure out; one figure a file."""

from framing.plots.actors_by_source import actors_by_source
from framing.plots.barcode import barcode
from framing.plots.instrument_agreement import instrument_agreement
from framing.plots.keyness import keyness
from framing.plots.marks_by_source import marks_by_source
from framing.plots.omission_matrix import omission_matrix
from framing.plots.order import order
from framing.plots.ribbon import ribbon
from framing.plots.share_by_point import share_by_point
from framing.plots.tone_along import tone_along
from framing.plots.tone_along_each import tone_along_each
from framing.plots.tone_by_point import tone_by_point
from framing.plots.tone_gaps import tone_gaps
from framing.plots.tone_split import tone_split
from framing.plots.voices_by_source import voices_by_source

__all__ = [
    "actors_by_source",
    "barcode",
    "instrument_agreement",
    "keyness",
    "marks_by_source",
    "omission_matrix",
    "order",
    "ribbon",
    "share_by_point",
    "tone_along",
    "tone_along_each",
    "tone_by_point",
    "tone_gaps",
    "tone_split",
    "voices_by_source",
]
