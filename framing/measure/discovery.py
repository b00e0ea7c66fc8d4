"""Correct p values for the number of comparisons made.

In a module of its own, and not taken from `scipy.stats`: importing that takes longer than all else of the first view.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def false_discovery_control(p: ArrayLike) -> NDArray[np.float64]:
    """Return a q value, 0 to 1, for each p value: shape (comparisons,) both.

    Calling different what has q < .05 lets at most 5 % of what is called so be chance.

    Source: Benjamini & Hochberg (1995), Controlling the false discovery rate, JRSS B 57.
    """
    values = np.asarray(p, dtype=np.float64)
    order = np.argsort(values, kind="stable")
    raised = values[order] * (len(values) / np.arange(1, len(values) + 1))
    q = np.empty_like(raised)
    q[order] = np.minimum.accumulate(raised[::-1])[::-1]
    return np.clip(q, 0.0, 1.0)
