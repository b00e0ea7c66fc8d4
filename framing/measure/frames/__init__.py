"""Frames, as exploration: how close sentences stand to known frames, and to axes between two poles that a user writes.

A frame is given by sentences that speak in it (`anchors`), an axis by its two ends (`axes`); closeness is a cosine of
embeddings, held against the sentences of other events (`closeness`, `background`), sources against one another and
against chance (`measure.beside`), axes against axes between random words (`chance`); `explore` does all of it.
"""

from framing.measure.frames.anchors import SETS, Frame, FrameSet, frame_directions, load_frames
from framing.measure.frames.axes import Axis, axis_directions, read_axes
from framing.measure.frames.background import background
from framing.measure.frames.chance import against_random_axes, random_directions
from framing.measure.frames.closeness import Directions, Scale, frame_scores, scale_of
from framing.measure.frames.explore import Elsewhere, Exploration, explore

__all__ = [
    "SETS",
    "Axis",
    "Directions",
    "Elsewhere",
    "Exploration",
    "Frame",
    "FrameSet",
    "Scale",
    "against_random_axes",
    "axis_directions",
    "background",
    "explore",
    "frame_directions",
    "frame_scores",
    "load_frames",
    "random_directions",
    "read_axes",
    "scale_of",
]
