"""Join passages step by step, always the two groups that match best on average over all pairs of different articles.

The sums of probabilities between groups are kept and added up as groups join, so that joining a thousand passages of a
hundred articles takes about as long as reading their pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

Pair = tuple[str, str]
Group = frozenset[str]
Near = Mapping[str, Mapping[str, float]]
"""The probabilities of a passage with others, both ways, by id and id; those that are not there cannot match."""

_Offer = tuple[float, Pair, float, int, int, tuple[int, int]]


def near(chances: Mapping[Pair, float]) -> Near:
    """Return the probabilities of pairs of ids by each of the two."""
    found: dict[str, dict[str, float]] = {}
    for (a, b), value in chances.items():
        if a != b:
            found.setdefault(a, {})[b] = value
            found.setdefault(b, {})[a] = value
    return found


def joined(passages: Near, article: Mapping[str, str], *, cut: float, share: float) -> list[Group]:
    """Join groups, the best match first, until none is left whose mean probability is that share of the cut.

    Args:
        passages: What `near` returns.
        article: The article of each passage that takes part, by id.
        cut: Two groups may be joined when a pair across them reaches it.
        share: The mean over the pairs of different articles across two groups that are joined is at least this share
            of the cut.
    """
    groups = _groups(passages, article, cut)
    offers = [_offer(groups, one, other) for one in groups for other in groups[one].matched if one < other]
    heapify(offers)
    while offers:
        _, _, value, one, other, ages = heappop(offers)
        if one not in groups or other not in groups or ages != (groups[one].age, groups[other].age):
            continue  # one of them has been joined with a third since
        if round(value, 9) < round(share * cut, 9):
            break
        both = _merge(groups, one, other)
        for neighbour in groups[both].matched:
            heappush(offers, _offer(groups, both, neighbour))
    return sorted((frozenset(group.members) for group in groups.values()), key=sorted)


@dataclass(slots=True)
class _Growing:
    """A group while it grows: its passages, the first of their ids, how many each article has, and its neighbours.

    `sums` are the sums of probabilities with other groups, by their numbers; `matched` are those of them with a pair
    that reaches the cut; `age` is how often it has grown, so that an offer tells whether it still stands.
    """

    members: list[str]
    first: str
    articles: Counter[str]
    sums: dict[int, float] = field(default_factory=dict)
    matched: set[int] = field(default_factory=set)
    age: int = 0


def _groups(passages: Near, article: Mapping[str, str], cut: float) -> dict[int, _Growing]:
    """Return a group for each passage; those that match nothing have no neighbours."""
    ids = sorted(article)
    number = {id: place for place, id in enumerate(ids)}
    matching = {id for id, others in passages.items() if max(others.values(), default=0.0) >= cut}
    groups = {number[id]: _Growing([id], id, Counter([article[id]])) for id in ids}
    for id in matching:
        group = groups[number[id]]
        group.sums = {number[other]: value for other, value in passages[id].items() if other in matching}
        group.matched = {number[other] for other, value in passages[id].items() if value >= cut}
    return groups


def _merge(groups: dict[int, _Growing], one: int, other: int) -> int:
    """Join two groups into that with more neighbours, whose number stays and is returned; sums are added up."""
    if len(groups[one].sums) < len(groups[other].sums):
        one, other = other, one
    larger, smaller = groups[one], groups.pop(other)
    for third, total in smaller.sums.items():
        if third == one:
            continue
        beside = groups[third]
        del beside.sums[other]
        larger.sums[third] = beside.sums[one] = larger.sums.get(third, 0.0) + total
        if third in smaller.matched:
            beside.matched.discard(other)
            beside.matched.add(one)
            larger.matched.add(third)
    larger.sums.pop(other, None)
    larger.matched.discard(other)
    larger.members.extend(smaller.members)
    larger.articles.update(smaller.articles)
    larger.first = min(larger.first, smaller.first)
    larger.age += 1
    return one


def _offer(groups: Mapping[int, _Growing], one: int, other: int) -> _Offer:
    """Return two groups as the queue orders them: the best mean first, then by their ids."""
    here, there = groups[one], groups[other]
    value = mean(here.sums[other], here.articles, there.articles)
    key = (here.first, there.first) if here.first < there.first else (there.first, here.first)
    return (-round(value, 9), key, value, one, other, (here.age, there.age))


def mean(total: float, here: Mapping[str, int], there: Mapping[str, int]) -> float:
    """Return a sum of probabilities as the mean over all pairs of different articles; 0 where there is none.

    `here` and `there` are how many passages of each article stand in the two groups.
    """
    fewer, more = sorted((here, there), key=len)
    pairs = sum(here.values()) * sum(there.values()) - sum(n * more.get(id, 0) for id, n in fewer.items())
    return total / pairs if pairs else 0.0
