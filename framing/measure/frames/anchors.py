"""Known frames, each given by sentences that speak in it: `data/lexicons/frames.csv`."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from framing.embed import Encoder
from framing.measure.frames.closeness import Directions
from framing.resources import DATA

FrameSet = Literal["policy", "generic"]
SETS: dict[FrameSet, str] = {"policy": "Policy frames", "generic": "Generic news frames"}
"""The sets of frames and what each is called.

The codebook of policy frames has a fifteenth, Other: what fits none of the fourteen. It has no anchors.
"""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame of a set: its name, the sentences that stand for it, and whose frame it is."""

    set: FrameSet
    name: str
    sentences: tuple[str, ...]
    source: str


@lru_cache
def load_frames(chosen: FrameSet) -> tuple[Frame, ...]:
    """Read a set of frames, in the order in which its codebook lists them."""
    found: dict[str, list[str]] = {}
    source = ""
    with (DATA / "lexicons" / "frames.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["set"] == chosen:
                found.setdefault(row["frame"], []).append(row["sentence"])
                source = row["source"]
    return tuple(Frame(chosen, name, tuple(sentences), source) for name, sentences in found.items())


def frame_directions(frames: Sequence[Frame], encoder: Encoder) -> Directions:
    """Return the direction of each frame by its name: the mean of its sentences' embeddings, of length 1.

    Whitening and a classifier fitted to the anchors put a few sentences in a hundred more in the right frame; the mean
    was kept for being the simplest (`tests/quality/frames.py` measures it).
    """
    rows = encoder.encode([sentence for frame in frames for sentence in frame.sentences])
    ends = np.cumsum([len(frame.sentences) for frame in frames])[:-1]
    means = [part.mean(axis=0) for part in np.split(rows, ends)]
    return {frame.name: mean / np.linalg.norm(mean) for frame, mean in zip(frames, means, strict=True)}
