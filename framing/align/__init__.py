"""Align the passages of articles on one event: probabilities, matches with reasons, story points, judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.align.control import chances_elsewhere, matched_elsewhere, negative_control
from framing.align.judge import Agreement, agreement, judge, merge, recalibrated_cut, split, standing
from framing.align.model import Expected, default_cut, expected
from framing.align.points import story_points
from framing.align.scoring import FLOOR, Scores, score
from framing.records import Judgement, Match, Passage, StoryPoint, Vectors, Verdict

__all__ = [
    "FLOOR",
    "Agreement",
    "Alignment",
    "Expected",
    "Scores",
    "agreement",
    "align",
    "align_scored",
    "chances_elsewhere",
    "default_cut",
    "expected",
    "judge",
    "matched_elsewhere",
    "merge",
    "negative_control",
    "recalibrated_cut",
    "score",
    "split",
    "standing",
]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Matches at or above the cut, sorted by ids, and the story points they join, in the order they are told."""

    matches: tuple[Match, ...]
    points: tuple[StoryPoint, ...]
    cut: float


def align(
    passages: Sequence[Passage],
    vectors: Mapping[str, Vectors],
    *,
    cut: float | None = None,
    judgements: Sequence[Judgement] = (),
) -> Alignment:
    """Align passages of any number of articles; `vectors` holds sentence vectors by passage id, as `embed` gives them.

    Without a cut, the default one holds. Judgements always win.
    """
    return align_scored(score(passages, vectors), cut=cut, judgements=judgements)


def align_scored(scores: Scores, *, cut: float | None = None, judgements: Sequence[Judgement] = ()) -> Alignment:
    """Align at another cut, or after another judgement, what `score` has scored."""
    cut = default_cut() if cut is None else cut
    verdicts = {pair: v for pair, v in standing(judgements).items() if scores.by_id.keys() >= set(pair)}
    return Alignment(_matches(scores, verdicts, cut), story_points(scores, verdicts, cut=cut), cut)


def _matches(scores: Scores, verdicts: Mapping[tuple[str, str], Verdict], cut: float) -> tuple[Match, ...]:
    """Return the matches at the cut without those that people rejected, and those that they said there are."""
    if not verdicts:
        return tuple(scores.at(cut))
    kept = {(m.left, m.right): m for m in scores.at(cut) if verdicts.get((m.left, m.right)) != "different"}
    kept |= {pair: scores.judged(*pair) for pair, verdict in verdicts.items() if verdict == "same" and pair not in kept}
    article = {p.id: p.article for p in scores.passages}
    # Passages of one article may be said to stand in one point, but a match lies between two sources.
    return tuple(kept[pair] for pair in sorted(kept) if article[pair[0]] != article[pair[1]])
