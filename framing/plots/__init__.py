"""Figures: tables or a comparison in, a plotly figure out; one figure a file."""

from framing.plots.ribbon import ribbon
from framing.plots.share_by_point import share_by_point
from framing.plots.tone_by_point import tone_by_point

__all__ = ["ribbon", "share_by_point", "tone_by_point"]
