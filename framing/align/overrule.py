"""Let what a person said overrule the program's story points, changing as little else as possible.

The points are first made as if nobody had said anything, then changed: a passage that was said to be different leaves,
one that was said to be the same joins. So a confirmed match never draws neighbouring points together, and parting two
passages leaves the others where they were.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import combinations

Pair = tuple[str, str]
Group = frozenset[str]
Chance = Callable[[str, str], float]
"""Tells the probability of a pair of ids, the smaller one first."""


def overruled(groups: Sequence[Group], chance: Chance, same: Collection[Pair], apart: Collection[Pair]) -> list[Group]:
    """Return the groups of passage ids after what was said; pairs are written with the smaller id first.

    No group holds a pair of `apart`, and every pair of `same` stands in some group together.
    """
    found: list[Group] = []
    for group in groups:
        found += _parted(group, chance, apart)
    for pair in sorted(same):
        if not any(set(pair) <= group for group in found):
            found = _with_pair(found, pair, same, apart)
    return _without_doubles(found)


def _parted(group: Group, chance: Chance, apart: Collection[Pair]) -> list[Group]:
    """Take out of a group the fewest passages that it takes; those that were taken out together stay together."""
    stay, gone = set(group), set[str]()
    while conflicts := [pair for pair in combinations(sorted(stay), 2) if pair in apart]:
        named = [id for pair in conflicts for id in pair]
        leaves = min(stay & set(named), key=lambda id: (-named.count(id), round(_fit(id, stay, chance), 9), id))
        stay.remove(leaves)
        gone.add(leaves)
    return [frozenset(stay), *(_parted(frozenset(gone), chance, apart) if gone else [])]


def _fit(id: str, group: Collection[str], chance: Chance) -> float:
    """Return the mean probability of a passage with the others of its group."""
    others = [chance(*_pair(id, other)) for other in group if other != id]
    return sum(others) / len(others) if others else 0.0


def _with_pair(groups: Sequence[Group], pair: Pair, same: Collection[Pair], apart: Collection[Pair]) -> list[Group]:
    """Bring two passages together: in the group where most others were said to be the same as the one that joins."""
    offers = []
    for member, joins in (pair, pair[::-1]):
        for place, group in enumerate(groups):
            if member in group and not any(_pair(joins, other) in apart for other in group):
                share = sum(_pair(joins, other) in same for other in group) / len(group)
                offers.append((-share, -len(group), sorted(group), place, joins))
    if not offers:
        return [*groups, frozenset(pair)]
    *_, place, joins = min(offers)
    return [group | {joins} if i == place else group for i, group in enumerate(groups)]


def _without_doubles(groups: Sequence[Group]) -> list[Group]:
    """Leave out groups that another one holds altogether: two merged points are one."""
    kept: list[Group] = []
    for group in sorted(set(groups), key=lambda g: (-len(g), sorted(g))):
        if not any(group <= other for other in kept):
            kept.append(group)
    return sorted(kept, key=sorted)


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
