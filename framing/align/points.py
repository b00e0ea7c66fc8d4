"""Join matches into story points, so that no weak link chains two points into one.

Passages are joined step by step, always the two groups whose passages match best on average over all pairs of different
articles (average linkage): a single match between two groups that otherwise do not match joins nothing. A passage that
tells two things may then stand in a second point as well. What a person said overrules the result: see `overrule`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from framing.align.labels import labels
from framing.align.linkage import Group, Near, Pair, joined, mean, near
from framing.align.overrule import overruled
from framing.records import Passage, StoryPoint, Verdict, fingerprint

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
    beside = near(probabilities)
    groups = joined(beside, article, cut=cut, share=JOIN)
    groups = _with_guests(beside, [g for g in groups if _sources(g, article) > 1], article, cut)
    groups = _with_left_out(probabilities, groups, article, cut)
    if verdicts:
        same = [pair for pair, verdict in verdicts.items() if verdict == "same"]
        apart = {pair for pair, verdict in verdicts.items() if verdict == "different"}
        groups = overruled(groups, probabilities, same, apart)
        left = {pair: value for pair, value in probabilities.items() if pair not in apart}
        groups = _with_left_out(left, [g for g in groups if _sources(g, article) > 1], article, cut)
    return _named(groups, passages)


def _with_guests(beside: Near, groups: Sequence[Group], article: Mapping[str, str], cut: float) -> list[Group]:
    """Let passages that tell two things stand in a second point; what is judged by the groups as they were before."""
    home = {id: place for place, group in enumerate(groups) for id in group}
    articles = [Counter(article[id] for id in group) for group in groups]
    guests: list[set[str]] = [set() for _ in groups]
    for id in sorted(home):
        sums: defaultdict[int, float] = defaultdict(float)
        matched = set()
        for other, value in beside.get(id, {}).items():
            if (place := home.get(other, home[id])) != home[id]:
                sums[place] += value
                if value >= cut:
                    matched.add(place)
        for place in matched:
            if mean(sums[place], {article[id]: 1}, articles[place]) >= ALSO * cut:
                guests[place].add(id)
    return [group | extra for group, extra in zip(groups, guests, strict=True)]


def _with_left_out(
    chances: Mapping[Pair, float], groups: Sequence[Group], article: Mapping[str, str], cut: float
) -> list[Group]:
    """Add a point of two for each match that stands in no point, when one of its sides stands nowhere."""
    found = list(groups)
    standing = {id for group in found for id in group}
    # A match whose sides both stand somewhere adds nothing, whether they stand together or not.
    matches = [pair for pair, value in chances.items() if value >= cut and not standing.issuperset(pair)]
    for pair in sorted(matches, key=lambda pair: (-chances[pair], pair)):
        if article[pair[0]] != article[pair[1]] and not standing.issuperset(pair):
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
