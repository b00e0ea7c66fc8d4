"""Words that two texts have in the same order: what is copied or quoted, not told anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

RUN = 6
"""So many words in a row, said alike, are copied or quoted; by chance two sentences share three or four."""

Marks = Mapping[int, Sequence[int]]
"""Where each `RUN` words in a row begin, by a number that stands for the words."""

Run = tuple[int, int, int]
"""Equal words in two texts: where they begin in the one and in the other, and how many they are."""


def marks(words: Sequence[str]) -> Marks:
    """Return a number for each `RUN` words in a row, the same for the same words, and where they begin."""
    found: dict[int, list[int]] = {}
    for place, gram in enumerate(zip(*(words[start:] for start in range(RUN)), strict=False)):
        found.setdefault(hash(gram), []).append(place)
    return found


def copied(left: Marks, right: Marks) -> int:
    """Return how many words stand in runs of at least `RUN` in both of two texts, given by their `marks`.

    The longest run is taken first and none crosses another, as `difflib.SequenceMatcher` finds blocks; it does not look
    for blocks that are too short to count.
    """
    common = left.keys() & right.keys()
    if not common:
        return 0
    runs = sorted(_runs(sorted((i, j) for mark in common for i in left[mark] for j in right[mark])))
    if all(a + size <= c and b + size <= d for (a, b, size), (c, d, _) in pairwise(runs)):
        return sum(size for _, _, size in runs)
    return _longest(runs, (0, 0), (max(a + size for a, _, size in runs), max(b + size for _, b, size in runs)))


def _longest(runs: Sequence[Run], start: tuple[int, int], end: tuple[int, int]) -> int:
    """Return the size of the longest run within bounds and of what is before it and after it in both texts."""
    inside = [run for run in (_within(run, start, end) for run in runs) if run[2] >= RUN]
    if not inside:
        return 0
    a, b, size = min(inside, key=lambda run: (-run[2], run))
    return _longest(inside, start, (a, b)) + size + _longest(inside, (a + size, b + size), end)


def _within(run: Run, start: tuple[int, int], end: tuple[int, int]) -> Run:
    a, b, size = run
    skipped = max(start[0] - a, start[1] - b, 0)
    return a + skipped, b + skipped, min(size, end[0] - a, end[1] - b) - skipped


def _runs(places: Iterable[tuple[int, int]]) -> list[Run]:
    """Return every longest run, from where `RUN` equal words begin in both texts, in order."""
    growing: dict[int, Run] = {}  # by how much later a run stands in the one text than in the other
    found: list[Run] = []
    for i, j in places:
        run = growing.get(j - i)
        if run and run[0] + run[2] == i + RUN - 1:
            growing[j - i] = (run[0], run[1], run[2] + 1)
        else:
            if run:
                found.append(run)
            growing[j - i] = (i, j, RUN)
    return [*found, *growing.values()]
