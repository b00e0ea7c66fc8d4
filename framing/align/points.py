"""Join matches into story points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from framing.records import Match, Passage, StoryPoint, Verdict, fingerprint

Pair = tuple[str, str]


def story_points(
    passages: Sequence[Passage], matches: Sequence[Match], verdicts: Mapping[Pair, Verdict]
) -> tuple[StoryPoint, ...]:
    """Return the points in the order of their mean place in the articles."""
    known = {p.id: p for p in passages}
    group = {p.id: frozenset({p.id}) for p in passages}
    strength = {(m.left, m.right): m.probability for m in matches}
    strength |= {pair: 1.0 for pair, v in verdicts.items() if v == "same"}
    apart = {pair for pair, v in verdicts.items() if v == "different"}
    for pair in sorted(strength, key=lambda pair: (-strength[pair], pair)):
        a, b = group[pair[0]], group[pair[1]]
        if a is b or any(_pair(x, y) in apart for x in a for y in b):
            continue
        links = [strength.get(_pair(x, y), 0.0) for x in a for y in b if known[x].article != known[y].article]
        if verdicts.get(pair) == "same" or (links and sum(links) / len(links) >= 0.3):
            joined = a | b
            for id in joined:
                group[id] = joined
    found = {g for g in group.values() if len({known[id].article for id in g}) > 1}
    size = Counter(p.article for p in passages)
    place = {p.id: p.index / size[p.article] for p in passages}
    points = [
        StoryPoint(fingerprint(*sorted(g)), _label([known[id] for id in sorted(g)]), tuple(sorted(g))) for g in found
    ]
    return tuple(sorted(points, key=lambda s: (round(sum(place[i] for i in s.passages) / len(s.passages), 9), s.id)))


def _label(members: Sequence[Passage]) -> str:
    words = Counter(w for p in members for w in set(re.findall(r"[A-Za-z]{5,}", p.text)))
    return ", ".join(w for w, _ in sorted(words.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))[:3])


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
