"""Figures: tables or a comparison in, a plotly figure out; one figure a file."""

from framing.plots.instrument_agreement import instrument_agreement
from framing.plots.ribbon import ribbon
from framing.plots.share_by_point import share_by_point
from framing.plots.tone_along import tone_along
from framing.plots.tone_by_point import tone_by_point
from framing.plots.tone_gaps import tone_gaps
from framing.plots.tone_split import tone_split

__all__ = [
    "instrument_agreement",
    "ribbon",
    "share_by_point",
    "tone_along",
    "tone_by_point",
    "tone_gaps",
    "tone_split",
]
