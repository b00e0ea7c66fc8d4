"""Join matches into story points, so that no weak link chains two points into one.

Passages are joined step by step, always the two groups whose passages match best on average over all pairs of different
articles (average linkage): a single match between two groups that otherwise do not match joins nothing. A passage that
tells two things may then stand in a second point as well. What a person said overrules the result: see `overrule`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations

from framing.align.labels import labels
from framing.align.overrule import overruled
from framing.records import Passage, StoryPoint, Verdict, fingerprint

Pair = tuple[str, str]
Group = frozenset[str]
_Offer = tuple[float, Pair, float, Group, Group]

# The mean probability over the pairs across two groups that are joined is at least this share of the cut. Between .8
# and 1.2 the planted events hardly differ; lower, neighbouring points run together.
JOIN = 1.0
# A passage stands in a second point when it matches one passage of it at the cut and the mean reaches this share.
ALSO = 1.3


def story_points(
    passages: Sequence[Passage],
    probabilities: Mapping[Pair, float],
    verdicts: Mapping[Pair, Verdict],
    *,
    cut: float,
) -> tuple[StoryPoint, ...]:
    """Return the story points in the order in which they are told, on average over their passages.

    Args:
        passages: The passages that take part.
        probabilities: By pair of ids, smaller first; pairs that are not there cannot match.
        verdicts: What people said of pairs: "same" joins them, "different" keeps them out of one point.
        cut: The probability from which a match counts.
    """
    article = {p.id: p.article for p in passages}
    links = _Links(article, probabilities, cut)
    groups = _joined(links, sorted(article))
    groups = _with_guests(links, [g for g in groups if _sources(g, article) > 1])
    groups = _with_left_out(links, groups)
    if verdicts:
        same = [pair for pair, verdict in verdicts.items() if verdict == "same"]
        apart = {pair for pair, verdict in verdicts.items() if verdict == "different"}
        groups = overruled(groups, probabilities, same, apart)
        left = {pair: value for pair, value in probabilities.items() if pair not in apart}
        groups = _with_left_out(_Links(article, left, cut), [g for g in groups if _sources(g, article) > 1])
    return _named(groups, passages)


@dataclass(frozen=True)
class _Links:
    """How well groups of passages match: the articles, the probabilities by pair of ids, and the cut."""

    article: Mapping[str, str]
    chances: Mapping[Pair, float]
    cut: float

    def matched(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether some pair across the groups reaches the cut."""
        return any(self.chances.get(_pair(a, b), 0.0) >= self.cut for a in one for b in other)

    def mean(self, one: Iterable[str], other: Iterable[str]) -> float:
        """Return the mean probability over the pairs of different articles across two groups; 0 where there is none."""
        across = [self.chances.get(_pair(a, b), 0.0) for a in one for b in other if self.article[a] != self.article[b]]
        return sum(across) / len(across) if across else 0.0


def _joined(links: _Links, ids: Sequence[str]) -> list[Group]:
    """Join groups, the best match first, until none is left that matches well enough."""
    beside: dict[Group, set[Group]] = {frozenset({id}): set() for id in ids}
    offers: list[_Offer] = []
    for a, b in links.chances:
        if links.chances[a, b] >= links.cut and a != b:
            one, other = frozenset({a}), frozenset({b})
            beside[one].add(other)
            beside[other].add(one)
            offers.append(_offer(links, one, other))
    heapify(offers)
    while offers:
        _, _, value, one, other = heappop(offers)
        if one not in beside or other not in beside:
            continue  # one of them has been joined with a third since
        if value < JOIN * links.cut:
            break
        both = one | other
        neighbours = (beside.pop(one) | beside.pop(other)) - {one, other}
        beside[both] = neighbours
        for neighbour in neighbours:
            beside[neighbour] = (beside[neighbour] - {one, other}) | {both}
            heappush(offers, _offer(links, both, neighbour))
    return sorted(beside, key=sorted)


def _offer(links: _Links, one: Group, other: Group) -> _Offer:
    """Return two groups as the queue orders them: the best mean first, then by their ids."""
    value = links.mean(one, other)
    return (-round(value, 9), _key(one, other), value, one, other)


def _with_guests(links: _Links, groups: Sequence[Group]) -> list[Group]:
    """Let passages that tell two things stand in a second point; what is judged by the groups as they were before."""
    home = {id: place for place, group in enumerate(groups) for id in group}
    guests: list[set[str]] = [set() for _ in groups]
    for id in sorted(home):
        for place, group in enumerate(groups):
            if id in group or not links.matched([id], group):
                continue
            if links.mean([id], group) >= ALSO * links.cut:
                guests[place].add(id)
    return [group | extra for group, extra in zip(groups, guests, strict=True)]


def _with_left_out(links: _Links, groups: Sequence[Group]) -> list[Group]:
    """Add a point of two for each match that stands in no point, when one of its sides stands nowhere."""
    found = list(groups)
    standing = {id for group in found for id in group}
    covered = {_pair(a, b) for group in found for a, b in combinations(group, 2)}
    order = sorted(links.chances, key=lambda pair: (-links.chances[pair], pair))
    for pair in order:
        if pair in covered or links.chances[pair] < links.cut or links.article[pair[0]] == links.article[pair[1]]:
            continue
        if not standing.issuperset(pair):
            found.append(frozenset(pair))
            standing |= set(pair)
    return found


def _named(groups: Iterable[Group], passages: Sequence[Passage]) -> tuple[StoryPoint, ...]:
    by_id = {p.id: p for p in passages}
    last: dict[str, int] = {}
    for p in passages:
        last[p.article] = max(last.get(p.article, 0), p.index)
    place = {p.id: p.index / max(last[p.article], 1) for p in passages}
    ordered = sorted(set(groups), key=lambda g: (round(sum(sorted(place[id] for id in g)) / len(g), 9), sorted(g)))
    members = [sorted(g, key=lambda id: (by_id[id].source, by_id[id].article, by_id[id].index, id)) for g in ordered]
    names = labels([[by_id[id] for id in group] for group in members], passages)
    return tuple(
        StoryPoint(fingerprint(*sorted(ids)), name, tuple(ids)) for ids, name in zip(members, names, strict=True)
    )


def _sources(group: Group, article: Mapping[str, str]) -> int:
    return len({article[id] for id in group})


def _key(one: Group, other: Group) -> tuple[str, str]:
    a, b = min(one), min(other)
    return (a, b) if a < b else (b, a)


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
