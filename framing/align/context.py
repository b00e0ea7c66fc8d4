"""How a pair of passages stands among the other pairs of its two articles.

Articles on one event are all alike, so what tells a match is how far a pair stands out from its row and its column.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.align.sides import Numbers, Places

# A passage of a one-passage article always has its "best" match there. So many imagined passages, as alike as two
# unrelated ones, stand beside the real ones: with many real ones they change nothing.
IMAGINED = 3
UNRELATED = -5.0
"""The log-odds of an unrelated pair of one event, about the median in the open data."""
NOTHING = -1.5
"""The log-odds of "matches nothing", which every passage may prefer to a match."""


def standing_out(logits: Numbers, firsts: Places | None = None) -> dict[str, Numbers]:
    """Return features of the log-odds table of two articles, shape (left passages, right passages) each.

    The right passages may be those of several articles, one after the other; `firsts` is where each begins.
    """
    table = np.maximum(logits, 2 * UNRELATED)
    beside = _Beside.of(np.zeros(1, dtype=np.int64) if firsts is None else firsts, table.shape[1])
    rows = beside.apart(table)
    found = {"first": table}
    for k in (1, 3):
        row, column = table - beside.together(rivals(rows, k)), table - rivals(table.T, k).T
        found |= {f"over_{k}_more": np.maximum(row, column), f"over_{k}_less": np.minimum(row, column)}
    row, column = beside.together(_share(rows)), _share(table.T).T
    found |= {"share_more": np.maximum(row, column), "share_less": np.minimum(row, column)}
    row, column = beside.together(1 / _rank(rows)), 1 / _rank(table.T).T
    found |= {"rank_more": np.maximum(row, column), "rank_less": np.minimum(row, column)}
    return found | {name: beside.together(values) for name, values in _neighbours(rows, len(table)).items()}


@dataclass(frozen=True)
class _Beside:
    """Articles side by side on the right of a table: which one each column belongs to, and its place there."""

    article: Places
    place: Places

    @classmethod
    def of(cls, firsts: Places, columns: int) -> _Beside:
        sizes = np.diff(firsts, append=columns)
        article = np.repeat(np.arange(len(firsts)), sizes)
        return cls(article, np.arange(columns) - firsts[article])

    def apart(self, table: Numbers) -> Numbers:
        """Return the rows of each article below each other, the shorter ones filled with -inf."""
        filled = np.full((self.article[-1] + 1, len(table), self.place.max() + 1), -np.inf)
        filled[self.article, :, self.place] = table.T
        return filled.reshape(-1, filled.shape[2])

    def together(self, rows: Numbers) -> Numbers:
        """Undo `apart`."""
        return np.asarray(rows.reshape(self.article[-1] + 1, -1, rows.shape[1])[self.article, :, self.place].T)


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
    order = np.argsort(-table, axis=1, kind="stable")
    ordered = np.take_along_axis(table, order, axis=1)
    place = np.broadcast_to(np.arange(table.shape[1]), table.shape)
    fresh = np.zeros(table.shape, dtype=np.int64)
    np.copyto(fresh[:, 1:], place[:, 1:], where=ordered[:, 1:] != ordered[:, :-1])
    ranks = np.empty(table.shape)
    np.put_along_axis(ranks, order, np.maximum.accumulate(fresh, axis=1) + 1.0, axis=1)
    return ranks


def _neighbours(rows: Numbers, height: int) -> dict[str, Numbers]:
    """Support of the passages before and after: along the same order, against it, and one passage told as two.

    `rows` holds tables of so many rows below each other.
    """
    tables = np.maximum(rows.reshape(-1, height, rows.shape[1]), 2 * UNRELATED)
    padded = np.pad(tables, ((0, 0), (1, 1), (1, 1)), constant_values=2 * UNRELATED)
    ahead, behind = padded[:, 2:, 2:], padded[:, :-2, :-2]
    crossing = np.maximum(padded[:, 2:, :-2], padded[:, :-2, 2:])
    beside = (
        np.maximum(padded[:, 1:-1, 2:], padded[:, 1:-1, :-2]),
        np.maximum(padded[:, 2:, 1:-1], padded[:, :-2, 1:-1]),
    )
    found = {
        "along": np.maximum(ahead, behind),
        "crossing": crossing,
        "beside_more": np.maximum(*beside),
        "beside_less": np.minimum(*beside),
    }
    return {name: values.reshape(rows.shape) for name, values in found.items()}
