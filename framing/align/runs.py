"""Words that two texts have in the same order: what is copied or quoted, not told anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

RUN = 6
"""So many words in a row, said alike, are copied or quoted; by chance two sentences share three or four."""

MOST = 20
"""Words in a row that stand more often than this in a text are not looked for: their pairs would fill the memory."""

Marks = Mapping[tuple[str, ...], Sequence[int]]
"""Where each `RUN` words in a row begin."""

Run = tuple[int, int, int]
"""Equal words in two texts: where they begin in the one and in the other, and how many they are."""


def marks(words: Sequence[str]) -> Marks:
    """Return where each `RUN` words in a row begin."""
    found: dict[tuple[str, ...], list[int]] = {}
    for place, gram in enumerate(zip(*(words[start:] for start in range(RUN)), strict=False)):
        found.setdefault(gram, []).append(place)
    return found


def copied(left: Marks, right: Marks) -> int:
    """Return how many words stand in runs of at least `RUN` in both of two texts, given by their `marks`.

    The longest run is taken first and none crosses another, as `difflib.SequenceMatcher` finds blocks; it does not look
    for blocks that are too short to count, nor, unless the texts are the same, for words that stand more than `MOST`
    times in one of them.
    """
    if left and left == right:
        return sum(len(places) for places in left.values()) + RUN - 1
    both = [(places, others) for mark, places in left.items() if (others := right.get(mark))]
    pairs = [(i, j) for one, other in both if len(one) <= MOST and len(other) <= MOST for i in one for j in other]
    return _longest(sorted(_runs(sorted(pairs)))) if pairs else 0


def _longest(runs: Sequence[Run]) -> int:
    """Return the size of the longest run and, in turn, of the longest of what is before it and after it in both texts.

    What is still to be looked through waits on a stack: there may be more runs than calls can be within each other.
    """
    total, waiting = 0, [runs]
    while waiting:
        among = waiting.pop()
        if all(i + size <= k and j + size <= m for (i, j, size), (k, m, _) in pairwise(among)):  # none crosses another
            total += sum(size for _, _, size in among)
            continue
        a, b, size = min(among, key=lambda run: (-run[2], run))
        total += size
        sides = (_before(among, a, b), _after(among, a + size, b + size))
        waiting += [side for side in sides if side]
    return total


def _before(runs: Iterable[Run], a: int, b: int) -> list[Run]:
    """Return what is left of runs before two places, one in each text, where it is still long enough."""
    cut = ((i, j, min(size, a - i, b - j)) for i, j, size in runs)
    return [run for run in cut if run[2] >= RUN]


def _after(runs: Iterable[Run], a: int, b: int) -> list[Run]:
    """Return what is left of runs from two places on, one in each text, where it is still long enough."""
    skipped = ((run, max(a - run[0], b - run[1], 0)) for run in runs)
    return [(i + skip, j + skip, size - skip) for (i, j, size), skip in skipped if size - skip >= RUN]


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
