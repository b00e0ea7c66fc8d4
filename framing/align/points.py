"""Join matches into story points, so that no weak link chains two points into one.

Passages are joined step by step, always the two groups whose passages match best on average over all pairs of different
articles (average linkage): a single match between two groups that otherwise do not match joins nothing. A passage that
tells two things may then stand in a second point as well. What a person said overrules the result: see `overrule`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from scipy.sparse import coo_array, csr_array

from framing.align.labels import labels
from framing.align.linkage import joined, pairs_apart
from framing.align.overrule import Group, Pair, overruled
from framing.align.scoring import Scores
from framing.align.sides import Places
from framing.records import Passage, StoryPoint, Verdict, fingerprint

# The mean probability over the pairs across two groups that are joined is at least this share of the cut. Between .8
# and 1.2 the planted events hardly differ; lower, neighbouring points run together.
JOIN = 1.0
# A passage stands in a second point when it matches one passage of it at the cut and the mean reaches this share.
ALSO = 1.3


def story_points(scores: Scores, verdicts: Mapping[Pair, Verdict], *, cut: float) -> tuple[StoryPoint, ...]:
    """Return the story points in the order in which they are told, on average over their passages.

    Args:
        scores: The passages that take part, and the probabilities of their pairs; pairs that are not there cannot
            match.
        verdicts: What people said of pairs: "same" joins them, "different" keeps them out of one point.
        cut: The probability from which a match counts.
    """
    ids = [p.id for p in scores.passages]
    near = _near(scores)
    article = np.unique([p.article for p in scores.passages], return_inverse=True)[1]
    places = joined(near, article, cut=cut, share=JOIN)
    groups = [frozenset(ids[place] for place in group) for group in _with_guests(near, places, article, cut)]
    groups = _with_left_out(scores, groups, cut)
    if verdicts:
        same = [pair for pair, verdict in verdicts.items() if verdict == "same"]
        apart = {pair for pair, verdict in verdicts.items() if verdict == "different"}
        groups = [g for g in overruled(groups, scores.probability, same, apart) if _sources(g, scores) > 1]
        groups = _with_left_out(scores, groups, cut, apart)
    return _named(groups, scores.passages)


def _near(scores: Scores) -> csr_array:
    """Return the probabilities both ways: shape (passages, passages)."""
    size, (left, right) = len(scores.passages), scores.pairs.reshape(-1, 2).T
    both = np.concatenate([left, right]), np.concatenate([right, left])
    return csr_array(coo_array((np.tile(scores.probabilities, 2), both), shape=(size, size)))


def _with_guests(near: csr_array, groups: Sequence[Places], article: Places, cut: float) -> list[list[int]]:
    """Let passages that tell two things stand in a second point; what is judged by the groups as they were before."""
    home = np.full(near.shape[0], -1)
    counts = np.zeros((len(groups), int(article.max(initial=0)) + 1))
    for number, members in enumerate(groups):
        home[members] = number
        np.add.at(counts[number], article[members], 1)
    rows = np.repeat(np.arange(near.shape[0]), np.diff(near.indptr))
    host = home[near.indices]
    kept = (home[rows] >= 0) & (host >= 0) & (home[rows] != host)
    # A passage and a group that it does not stand in, as one number.
    meetings, place = np.unique(rows[kept] * max(len(groups), 1) + host[kept], return_inverse=True)
    guest, host = np.divmod(meetings, max(len(groups), 1))
    sums, matched = (np.bincount(place, values[kept], len(meetings)) for values in (near.data, near.data >= cut))
    means = sums / pairs_apart(counts.sum(axis=1)[host], counts[host, article[guest]])
    stays = (matched > 0) & (means >= ALSO * cut)
    found = [members.tolist() for members in groups]
    for one, number in zip(guest[stays].tolist(), host[stays].tolist(), strict=True):
        found[number].append(one)
    return found


def _with_left_out(scores: Scores, groups: Iterable[Group], cut: float, apart: Collection[Pair] = ()) -> list[Group]:
    """Add a point of two for each match that stands in no point, when one of its sides stands nowhere.

    Pairs of `apart` do not match. A match whose sides both stand somewhere adds nothing, together or not.
    """
    found = list(groups)
    ids = np.array([p.id for p in scores.passages])
    standing = {id for group in found for id in group}
    nowhere = ~np.isin(ids, list(standing))
    matches = np.flatnonzero((scores.probabilities >= cut) & nowhere[scores.pairs].any(axis=1))
    # The surest first and, as pairs are sorted, of equally sure ones that of the first passages.
    for pair in scores.pairs[matches[np.argsort(-scores.probabilities[matches], kind="stable")]]:
        left, right = ids[pair].tolist()
        if not standing.issuperset((left, right)) and (left, right) not in apart:
            found.append(frozenset((left, right)))
            standing |= {left, right}
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


def _sources(group: Group, scores: Scores) -> int:
    return len({scores.by_id[id].article for id in group})
