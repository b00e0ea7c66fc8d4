"""What Framing found in an event: the alignment, and the tables that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

import pandas as pd

from framing.align import Alignment, Scores, standing
from framing.display import html_of
from framing.measure import INSTRUMENTS, Actor, actors, differences
from framing.measure.differences import OTHERS
from framing.measure.emphasis import emphasis
from framing.measure.emphasis_differences import emphasis_differences, emphasis_intervals, share_differences
from framing.measure.emphasis_draws import draws_of
from framing.measure.headline import headline_chances, headline_points
from framing.measure.omission import omissions
from framing.measure.order import openings, order_agreement
from framing.measure.voices import voices
from framing.measure.wording import keyness, swaps
from framing.records import Article, CleanArticle, Event, Judgement, Match, Passage, StoryPoint, Vectors, by_id

MATCH_COLUMNS = ["left", "right", "left_source", "right_source", "probability", "relation", "reasons"]


@dataclass(frozen=True, slots=True)
class Model:
    """The model the vectors come from: its name, the SHA-256 of its weights, empty when unknown, its type of number."""

    name: str
    sha256: str
    dtype: str = "float32"


@dataclass(frozen=True)
class Comparison:
    """What Framing found in an event: the alignment, and tidy tables of tone, emphasis and differences.

    Tables that follow from the alignment are made when they are first asked for, so that moving the cut stays quick.
    """

    event: Event
    articles: tuple[CleanArticle, ...]
    passages: tuple[Passage, ...]
    alignment: Alignment
    tone: pd.DataFrame
    model: Model
    judgements: tuple[Judgement, ...] = ()
    scores: Scores | None = None
    vectors: Mapping[str, Vectors] = field(default_factory=dict)

    @cached_property
    def emphasis(self) -> pd.DataFrame:
        """One row a source and story point it tells; columns as in `measure.emphasis.emphasis`."""
        return emphasis(self.passages, self.points, headlines=self._headlines)

    @cached_property
    def emphasis_intervals(self) -> pd.DataFrame:
        """One row a source, story point and measure of emphasis, with its 95 % interval."""
        return self._emphasis_tables[0]

    @cached_property
    def omissions(self) -> pd.DataFrame:
        """One row a thing told and source, told or not; columns as in `measure.omission.omissions`."""
        chances = self.scores.chances if self.scores else {}
        published = {self.labels[a.id]: a.raw.published for a in self.articles}
        apart = {pair for pair, verdict in standing(self.judgements).items() if verdict == "different"}
        heads = self._headline_chances
        return omissions(self.passages, self.points, chances, published=published, apart=apart, headlines=heads)

    @cached_property
    def order_agreement(self) -> pd.DataFrame:
        """One row a pair of sources: how alike they arrange what both tell, as in `measure.order`."""
        return order_agreement(self.emphasis)

    @cached_property
    def openings(self) -> pd.DataFrame:
        """One row a source and thing that its headline or its lead tells; columns as in `measure.order.openings`."""
        return openings(self.passages, self.points, headlines=self._headlines)

    @cached_property
    def _headlines(self) -> Mapping[str, frozenset[str]]:
        return headline_points(self.passages, self.points, self._headline_chances)

    @cached_property
    def _headline_chances(self) -> Mapping[str, Mapping[str, float]]:
        return headline_chances(self.passages, self.points, self.vectors)

    @cached_property
    def differences(self) -> pd.DataFrame:
        """One row a comparison made, of tone and of emphasis; columns as in `measure.differences`."""
        return pd.concat([differences(self.tone, self.points), self.emphasis_differences], ignore_index=True)

    @cached_property
    def emphasis_differences(self) -> pd.DataFrame:
        """The rows of `differences` on the four measures of emphasis."""
        return self._emphasis_tables[1]

    @cached_property
    def _emphasis_tables(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The intervals and the differences, from the same draws: these fill memory and are let go again."""
        drawn = draws_of(self.passages, self.points)
        intervals = emphasis_intervals(self.passages, self.points, drawn=drawn)
        return intervals, emphasis_differences(self.passages, self.points, drawn=drawn)

    @cached_property
    def share_differences(self) -> pd.DataFrame:
        """The gaps between two sources in shares of words: quicker to have than all of `emphasis_differences`."""
        return share_differences(self.passages, self.points)

    @cached_property
    def main_differences(self) -> pd.DataFrame:
        """The rows of `differences` on the main instrument: quicker to have than those on all."""
        return differences(self.tone[self.tone["instrument"] == self.main_instrument], self.points)

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """The people, organisations and places that the articles mention, the one with most mentions first."""
        return actors(self.passages)

    @cached_property
    def voices(self) -> pd.DataFrame:
        """One row a quotation or attributed statement; columns as in `measure.voices.voices`."""
        return voices(self.passages, self.actors)

    @cached_property
    def keyness(self) -> pd.DataFrame:
        """One row a source and term, the most typical first; columns as in `measure.wording.keyness`."""
        return keyness(self.passages)

    @cached_property
    def swaps(self) -> pd.DataFrame:
        """One row a swap inside matched sentences, the surest first; columns as in `measure.wording.swaps`."""
        return swaps(self.passages, self.alignment.matches)

    def _repr_html_(self) -> str:
        """What a notebook shows: the sources, the story points they tell, and the differences that are sure."""
        labels = {p.id: p.label for p in self.points}
        sure = pd.concat([self.main_differences, self.share_differences], ignore_index=True)
        return html_of(self.event.title, self.passages, self.emphasis, sure[sure["verdict"] == "differs"], labels)

    @property
    def sources(self) -> list[str]:
        """The sources, sorted; two articles of one outlet are told apart by a number."""
        return list(dict.fromkeys(p.source for p in self.passages))

    @property
    def labels(self) -> dict[str, str]:
        """Each article's source by article id, told apart as in `sources`."""
        return labels_of(a.raw for a in self.articles)

    @property
    def cut(self) -> float:
        """The probability from which a match counts."""
        return self.alignment.cut

    @property
    def instruments(self) -> list[str]:
        """The names of the instruments that measured these texts, the main one first."""
        return [name for name in INSTRUMENTS if (self.tone["instrument"] == name).any()]

    @property
    def main_instrument(self) -> str:
        """The name of the instrument that the ribbon and the findings use."""
        return self.instruments[0]

    @property
    def points(self) -> tuple[StoryPoint, ...]:
        """The story points."""
        return self.alignment.points

    @cached_property
    def by_id(self) -> dict[str, Passage]:
        """The passages by their ids."""
        return by_id(self.passages)

    @property
    def alone(self) -> tuple[Passage, ...]:
        """The passages that stand in no story point: what one source alone tells."""
        joined = {id for point in self.points for id in point.passages}
        return tuple(p for p in self.passages if p.aligned and p.id not in joined)

    @cached_property
    def matches(self) -> pd.DataFrame:
        """One row a match: left, right (passage ids), their sources, probability (0 to 1), relation, reasons."""
        passages = self.by_id
        return pd.DataFrame([_match_row(m, passages) for m in self.alignment.matches], columns=MATCH_COLUMNS)


def labels_of(articles: Iterable[Article]) -> dict[str, str]:
    """Return each article's source by article id, numbered by date where one outlet has several articles."""
    labels = {}
    ordered = sorted(articles, key=lambda a: (a.source, a.published or "", a.id))
    for source, group in groupby(ordered, key=lambda a: a.source):
        several = list(group)
        # An outlet of that name must not be taken for all the others together.
        numbered = len(several) > 1 or source == OTHERS
        for number, article in enumerate(several, 1):
            labels[article.id] = f"{source} ({number})" if numbered else source
    return labels


def _match_row(match: Match, passages: Mapping[str, Passage]) -> tuple[object, ...]:
    left, right = passages[match.left], passages[match.right]
    reasons = "; ".join(match.reasons)
    return (match.left, match.right, left.source, right.source, match.probability, match.relation, reasons)
