"""How a pair of passages stands among the other pairs of its two articles.

Articles on one event are all alike, so what tells a match is how far a pair stands out from its row and its column.
"""

from __future__ import annotations

import numpy as np

from framing.align.sides import Numbers

# A passage of a one-passage article always has its "best" match there. So many imagined passages, as alike as two
# unrelated ones, stand beside the real ones: with many real ones they change nothing.
IMAGINED = 3
UNRELATED = -5.0
"""The log-odds of an unrelated pair of one event, about the median in the open data."""
NOTHING = -1.5
"""The log-odds of "matches nothing", which every passage may prefer to a match."""


def standing_out(logits: Numbers) -> dict[str, Numbers]:
    """Return features of the log-odds table of two articles, shape (left passages, right passages) each."""
    table = np.maximum(logits, 2 * UNRELATED)
    found = {"first": table}
    for k in (1, 3):
        row, column = table - rivals(table, k), table - rivals(table.T, k).T
        found |= {f"over_{k}_more": np.maximum(row, column), f"over_{k}_less": np.minimum(row, column)}
    row, column = _share(table), _share(table.T).T
    found |= {"share_more": np.maximum(row, column), "share_less": np.minimum(row, column)}
    row, column = 1 / _rank(table), 1 / _rank(table.T).T
    found |= {"rank_more": np.maximum(row, column), "rank_less": np.minimum(row, column)}
    return found | _neighbours(table)


def rivals(table: Numbers, k: int) -> Numbers:
    """Return, for each pair, the mean log-odds of the k best other pairs in its row, imagined ones included."""
    padded = np.hstack([table, np.full((len(table), IMAGINED), UNRELATED)])
    best = -np.sort(-padded, axis=1)[:, : k + 1]
    total = best.sum(axis=1, keepdims=True)
    return np.asarray(np.where(table >= best[:, k:], (total - table) / k, (total - best[:, k:]) / k))


def _share(table: Numbers) -> Numbers:
    """Return the log share of a pair in its row, where matching nothing is one more choice (softmax)."""
    top = np.maximum(table.max(axis=1, keepdims=True), NOTHING)
    total = np.exp(table - top).sum(axis=1, keepdims=True) + np.exp(NOTHING - top)
    return np.asarray(table - top - np.log(total))


def _rank(table: Numbers) -> Numbers:
    """Return each pair's rank in its row, 1 the best; equal pairs share the better rank."""
    ordered = np.sort(-table, axis=1)
    return (
        np.array([np.searchsorted(o, -row) for o, row in zip(ordered, table, strict=True)]).reshape(table.shape) + 1.0
    )


def _neighbours(table: Numbers) -> dict[str, Numbers]:
    """Support of the passages before and after: along the same order, against it, and one passage told as two."""
    padded = np.pad(table, 1, constant_values=2 * UNRELATED)
    ahead, behind = padded[2:, 2:], padded[:-2, :-2]
    crossing = np.maximum(padded[2:, :-2], padded[:-2, 2:])
    beside = np.maximum(padded[1:-1, 2:], padded[1:-1, :-2]), np.maximum(padded[2:, 1:-1], padded[:-2, 1:-1])
    return {
        "along": np.maximum(ahead, behind),
        "crossing": crossing,
        "beside_more": np.maximum(*beside),
        "beside_less": np.minimum(*beside),
    }
