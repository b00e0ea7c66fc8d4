"""Axes that a user writes as two poles, "legal – illegal": from the embedding of the one to that of the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from framing.embed import Encoder
from framing.measure.frames.closeness import Directions

MOST, LONGEST = 6, 80  # axes at once; characters of a pole
SAME = 1e-4  # vectors nearer than this are one: a model gives all words that it does not know the same
# A dash with spaces round it comes first, so that "left-wing – right-wing" has two poles and not four.
_BETWEEN = (r"\s+(?:[–—|/]|-{1,2}|vs\.?|versus)\s+", r"\s*[–—|/]\s*", r"\s*-\s*")


@dataclass(frozen=True, slots=True)
class Axis:
    """Two poles: a sentence's place on the axis is negative near the left one and positive near the right one."""

    left: str
    right: str

    @property
    def name(self) -> str:
        """The axis as it is shown."""
        return f"{self.left} – {self.right}"


def read_axes(text: str) -> list[Axis]:
    """Read one axis a line. Raises ValueError, saying which line is wrong and what to do; no lines give no axes."""
    found: list[Axis] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            axis = _read_axis(line.strip(), number)
            if axis not in found:
                found.append(axis)
    if len(found) > MOST:
        raise ValueError(f"These are {len(found)} axes: write at most {MOST}, or the figure cannot be read.")
    return found


def axis_directions(axes: Sequence[Axis], encoder: Encoder) -> Directions:
    """Return the direction of each axis by its name: right pole less left pole, of length 1 (Kwak et al. 2021).

    Raises ValueError where the model has the same vector for both poles.
    """
    rows = encoder.encode([pole for axis in axes for pole in (axis.left, axis.right)])
    apart = rows[1::2] - rows[::2]
    lengths = np.linalg.norm(apart, axis=1)
    for axis, length in zip(axes, lengths, strict=True):
        if length <= SAME:
            raise ValueError(f"The model cannot tell “{axis.left}” from “{axis.right}”: choose other words for them.")
    return {a.name: row / length for a, row, length in zip(axes, apart, lengths, strict=True)}


def _read_axis(line: str, number: int) -> Axis:
    for between in _BETWEEN:
        poles = [" ".join(pole.split()) for pole in re.split(between, f" {line} ")]
        if len(poles) == 2:
            break
        if len(poles) > 2:
            raise ValueError(f"Line {number} has {len(poles)} poles: write two, as in “legal – illegal”.")
    else:
        raise ValueError(f"Line {number} has one pole: write two with a dash between, as in “legal – illegal”.")
    if not all(re.search(r"\w", pole) for pole in poles):
        raise ValueError(f"Line {number} has an empty pole: write a word on both sides, as in “legal – illegal”.")
    if max(map(len, poles)) > LONGEST:
        raise ValueError(f"A pole in line {number} is too long: use a word or a phrase of up to {LONGEST} letters.")
    if poles[0].lower() == poles[1].lower():
        raise ValueError(f"Line {number} has the same pole twice: write two that differ.")
    return Axis(*poles)
