"""The log-odds ratio with an informative Dirichlet prior: how much more a source uses a word than the others do.

Monroe, Colaresi and Quinn (2008), "Fightin' Words", Political Analysis 16(4), equations 15 to 22. For a word that
stands y times among the n words of a source and y' times among the n' of all the others, with a prior worth a words in
all and b of them this word,

    log_odds = log((y + b) / (n + a - y - b)) - log((y' + b) / (n' + a - y' - b))
    variance = 1 / (y + b) + 1 / (y' + b)
    z        = log_odds / sqrt(variance)
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
SURE = 1.96
"""From this |z| on, one word looked at on its own is used more, or less, than chance would make it: 5 % of chance."""


def log_odds(count: Numbers, total: Numbers, rest: Numbers, rest_total: Numbers, prior: Numbers) -> Numbers:
    """Return the difference in log-odds between a source and the rest: above 0 the source uses the word more.

    Args:
        count: How often the source uses each word, shape (words, sources).
        total: How many words the source has, shape (sources,).
        rest: How often all other sources use it, shape (words, sources).
        rest_total: How many words they have, shape (sources,).
        prior: What the prior adds to each count, above 0, shape (words, sources).

    Every array's prior must add up, over the whole vocabulary, to the same number of words in a column.
    """
    weight = prior.sum(axis=0)
    return _log_odds(count + prior, total + weight) - _log_odds(rest + prior, rest_total + weight)


def z_score(ratio: Numbers, count: Numbers, rest: Numbers, prior: Numbers) -> Numbers:
    """Return a log-odds ratio in standard errors."""
    z: Numbers = ratio / np.sqrt(1 / (count + prior) + 1 / (rest + prior))
    return z


def _log_odds(count: Numbers, total: Numbers) -> Numbers:
    # A text of one word over and over has no other words; half a one keeps its odds finite.
    odds: Numbers = np.log(count) - np.log(np.maximum(total - count, 0.5))
    return odds
