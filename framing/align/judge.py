"""What people said about matches: which word stands, how far the program agrees, and the cut that follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from math import exp, log

from framing.align.scoring import Scores
from framing.records import Judgement, StoryPoint, Verdict

Pair = tuple[str, str]

# The best cuts of single article pairs in the open data lie .5 around the common one, in log-odds.
SPREAD = 0.5
LEAST, MOST = 0.05, 0.95
"""The cut never leaves this range: beyond it everything or nothing matches."""


def standing(judgements: Iterable[Judgement]) -> dict[Pair, Verdict]:
    """Return the verdict that stands for each pair: the latest one, whoever gave it."""
    return {pair: judgement.verdict for pair, judgement in _latest(judgements).items()}


def _latest(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    ordered = sorted(judgements, key=lambda j: (j.time.timestamp(), j.coder, j.verdict))
    return {(j.left, j.right): j for j in ordered}


def judge(left: str, right: str, verdict: Verdict, *, coder: str, time: datetime) -> Judgement:
    """Return a judgement on two passages, its ids in order."""
    return Judgement(min(left, right), max(left, right), verdict, coder, time)


def merge(points: Sequence[StoryPoint], *, coder: str, time: datetime) -> tuple[Judgement, ...]:
    """Say that the points are one: every passage of one tells the same thing as every passage of another."""
    members = [p.passages for p in points]
    pairs = {_pair(a, b) for left, right in combinations(members, 2) for a in left for b in right if a != b}
    return tuple(Judgement(*pair, "same", coder, time) for pair in sorted(pairs))


def split(point: StoryPoint, groups: Sequence[Sequence[str]], *, coder: str, time: datetime) -> tuple[Judgement, ...]:
    """Say that a point is several: passages of two groups do not tell the same thing.

    What stands in one group is left to the program: who takes one passage out has not said that every two of the
    others are the same, and "same" would draw in what those match elsewhere.

    Raises ValueError when a group names a passage that does not stand in the point, or two groups the same passage.
    """
    named = [id for group in groups for id in group]
    if strangers := sorted(set(named) - set(point.passages)):
        raise ValueError(f"Story point {point.id} does not hold {', '.join(strangers)}.")
    if len(set(named)) < len(named):
        raise ValueError("A passage stands in one group of a split only.")
    different = {_pair(a, b) for left, right in combinations(groups, 2) for a in left for b in right}
    return tuple(Judgement(*pair, "different", coder, time) for pair in sorted(different))


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often the program at a cut says what people said: counts of judged pairs by verdict and by program."""

    both_same: int
    both_different: int
    only_person: int
    only_program: int

    @property
    def judged(self) -> int:
        """Number of judged pairs."""
        return self.both_same + self.both_different + self.only_person + self.only_program

    @property
    def share(self) -> float:
        """Share of judged pairs on which program and person agree, 0 to 1; NaN without judgements."""
        return (self.both_same + self.both_different) / self.judged if self.judged else float("nan")

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of `share`; 0 to 1 without judgements."""
        n, z = self.judged, 1.959964
        if not n:
            return 0.0, 1.0
        centre = (self.share + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * (self.share * (1 - self.share) / n + z * z / (4 * n * n)) ** 0.5
        return max(0.0, centre - half), min(1.0, centre + half)

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa, -1 to 1; None where all judgements, or all of the program's answers, are alike."""
        n = self.judged
        person = self.both_same + self.only_person
        program = self.both_same + self.only_program
        if not 0 < person < n or not 0 < program < n:
            return None
        chance = (person * program + (n - person) * (n - program)) / (n * n)
        return (self.share - chance) / (1 - chance)


def agreement(scores: Scores, judgements: Iterable[Judgement], *, cut: float) -> Agreement:
    """Compare the program's answer at the cut, before judgements count, with the verdicts that stand."""
    counts = {(True, True): 0, (False, False): 0, (True, False): 0, (False, True): 0}
    for _, verdict, probability in _judged(scores, standing(judgements)):
        counts[verdict == "same", probability >= cut] += 1
    return Agreement(counts[True, True], counts[False, False], counts[True, False], counts[False, True])


def recalibrated_cut(scores: Scores, judgements: Iterable[Judgement], *, default: float) -> float:
    """Return the event's cut after the judgements: the default moves as far as they speak against it.

    The log-odds of this event are taken to be off by one amount, most likely none: `SPREAD` is how far events differ.
    Judgements that agree with the program do not move the cut, and hold it where it would come to disagree with them
    (a hinge loss with a quadratic prior). What one click said of many pairs, as in a split, counts as one judgement:
    the pairs are not independent.
    """
    latest = _latest(judgements)
    clicks = Counter((j.coder, j.time) for j in latest.values())
    judged = [
        (1 if verdict == "same" else -1, _odds(p) - _odds(default), 1 / clicks[latest[pair].coder, latest[pair].time])
        for pair, verdict, p in _judged(scores, standing(latest.values()))
    ]
    low, high = -4.0, 4.0
    while high - low > 1e-6:  # the slope of the loss, turned, falls as the shift grows
        shift = (low + high) / 2
        pull = sum(weight * side for side, above, weight in judged if side * (above + shift) < 0)
        low, high = (shift, high) if pull - shift / SPREAD**2 > 0 else (low, shift)
    return round(min(max(_chance(_odds(default) - (low + high) / 2), LEAST), MOST), 3)


def _odds(probability: float) -> float:
    """Return log-odds, at most 3 either way: one judgement of a pair the program was sure of does not decide alone."""
    kept = min(max(probability, 1e-6), 1 - 1e-6)
    return min(max(log(kept / (1 - kept)), -3.0), 3.0)


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def _judged(scores: Scores, verdicts: Mapping[Pair, Verdict]) -> list[tuple[Pair, Verdict, float]]:
    article = {p.id: p.article for p in scores.passages}
    found = []
    for pair, verdict in sorted(verdicts.items()):
        if article.get(pair[0], "") != article.get(pair[1], "") and pair[0] in article and pair[1] in article:
            found.append((pair, verdict, scores.probability(*pair)))
    return found


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
