"""Hold an event's passages against frames or axes: the one way through this package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from framing.measure.beside import beside_elsewhere, beside_others
from framing.measure.frames.chance import against_random_axes
from framing.measure.frames.closeness import Directions, frame_scores, scale_of
from framing.measure.means import all_passage_means
from framing.measure.tone import sentence_table
from framing.measure.voice import Voice
from framing.records import Passage, Vectors

Elsewhere = tuple[pd.DataFrame, Mapping[str, Vectors]]
"""What `background` returns: sentences of other events, and their vectors by passage id."""


@dataclass(frozen=True, slots=True)
class Exploration:
    """How close an event stands to frames: by source, as a whole and by passage.

    Columns of the first two are those of `measure.beside`, of the third those of `measure.means.all_passage_means`, but
    `frame` for instrument. Few other events come with the program, so that the event differs from them says no more
    than that it is not like those.
    """

    sources: pd.DataFrame
    event: pd.DataFrame
    passages: pd.DataFrame

    @property
    def frames(self) -> list[str]:
        """The frames that were asked for, those the event stands closest to first."""
        means = self.passages.groupby("frame")[["mean", "words"]].apply(
            lambda rows: (rows["mean"] * rows["words"]).sum() / rows["words"].sum()
        )
        return sorted(means.index, key=lambda frame: (-means[frame], frame))


def explore(
    passages: Sequence[Passage],
    vectors: Mapping[str, Vectors],
    directions: Directions,
    elsewhere: Elsewhere,
    *,
    random: Directions | None = None,
    voice: Voice | None = None,
) -> Exploration:
    """Measure how close an event's passages stand to each direction, against other events and against chance.

    `vectors` are the passages' sentence vectors by passage id, `random` directions of `random_directions`, given for
    axes: a source then stands apart only where it also does so further than on axes between random words.
    """
    sentences, scale = sentence_table(passages), scale_of(*elsewhere, directions)
    here, there = (frame_scores(*side, directions, scale) for side in ((sentences, vectors), elsewhere))
    sources = beside_others(here, voice)
    if random is not None:
        sources = against_random_axes(sources, random, sentences, vectors, elsewhere, voice)
    tables = (sources, beside_elsewhere(here, there, voice), all_passage_means(here, voice))
    return Exploration(*(table.rename(columns={"instrument": "frame"}) for table in tables))
