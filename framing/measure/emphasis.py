"""Emphasis: how much, how early, how often and in whose mouth each source tells each story point.

Counts words and places only; nothing here depends on a model beyond the alignment it is given.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from framing.quotation import quotations
from framing.records import Passage, StoryPoint

EMPHASIS_COLUMNS = ["source", "article", "point", "words", "share", "first", "place", "headline", "passages", "quoted"]
ALONE = "alone"
"""Stands where a story point's id would, for the passages that stand in none."""
WHOLE = "all"
"""Stands where a story point's id would, for the whole article."""
# News puts what it holds most important into its first sentence or two (Pöttker 2003). Fifty words are that in the
# event examples; of a short text they would be half of it, so no more than an eighth counts.
LEAD_WORDS, LEAD_SHARE = 50, 1 / 8


@dataclass(frozen=True, slots=True)
class Measure:
    """One way of measuring emphasis: its name in tables, how a page calls it, its unit, which way it runs.

    `title` is what a figure of it shows, `reading` how to read one.
    """

    name: str
    label: str
    unit: str
    direction: str
    title: str
    reading: str


MEASURES = {
    measure.name: measure
    for measure in (
        Measure(
            "share of words",
            "How much",
            "% of the source's words",
            "0 none … 100 all of them",
            "How much of its words each source gives each thing",
            "The number, and the bar, is the share of the source’s words in percent",
        ),
        Measure(
            "first mention",
            "How early",
            "% of the text before it",
            "0 opens with it … 100 ends with it",
            "How early each source comes to each thing",
            "Each grey line is the source’s text, its beginning on top; the dot is where it first tells the thing, the "
            "number how many percent of the text stand before it. H: the headline tells it, too",
        ),
        Measure(
            "passages",
            "How often",
            "passages that tell it",
            "1 once … as often as told",
            "In how many passages each source tells each thing",
            "The number, and the bar, is how many of the source’s passages tell it",
        ),
        Measure(
            "share quoted",
            "Whose words",
            "% of its words in quotation marks",
            "0 own words … 100 all quoted",
            "How much of it each source tells in other people’s words",
            "The number, and the bar, is how many percent of the words telling it stand in quotation marks",
        ),
    )
}


def emphasis(
    passages: Sequence[Passage],
    points: Sequence[StoryPoint],
    *,
    headlines: Mapping[str, Collection[str]] | None = None,
) -> pd.DataFrame:
    """Return one row a source and story point that it tells; `headlines` is what `headline_points` returns.

    Columns:
        source, article, point: Who tells what; `point` is the story point's id.
        words: Words given to the point; a passage that stands in several points is shared equally between them.
        share: Those words over all words of the article's passages that can be aligned, 0 to 1.
        first: Share of the article's words that stand before the first mention, 0 (opens with it) to 1.
        place: "lead" for the article's first passage that can be aligned and those that begin within its first fifty
            words and its first eighth, else the quarter of the words, "quarter 1" to "quarter 4".
        headline: 1 where the headline tells it, else 0.
        passages: Number of passages that tell it: repetition.
        quoted: Share of those words inside quotation marks, 0 to 1.
    """
    parts = points_of(points)
    rows = []
    for article in articles_of(passages):
        before, total = words_before(article), sum(p.words for p in article)
        told: dict[str, list[Passage]] = defaultdict(list)
        for passage in article:
            for point in parts.get(passage.id, ()):
                told[point].append(passage)
        heads = (headlines or {}).get(article[0].article, ())
        for point in (p.id for p in points if p.id in told):
            members = told[point]
            words = sum(p.words / len(parts[p.id]) for p in members)
            start = before[members[0].id]
            quoted = sum(quoted_words(p) for p in members) / max(sum(p.words for p in members), 1)
            named = (members[0].source, members[0].article, point)
            place = (start / total, place_of(start, total), int(point in heads))
            rows.append((*named, words, words / total, *place, len(members), quoted))
    return pd.DataFrame(rows, columns=EMPHASIS_COLUMNS)


def place_of(before: int, total: int) -> str:
    """Return where a passage begins that has so many of its article's words before it: "lead" or "quarter N"."""
    if before == 0 or before < min(LEAD_WORDS, LEAD_SHARE * total):
        return "lead"
    return f"quarter {min(int(4 * before / total) + 1, 4)}"


def points_of(points: Iterable[StoryPoint]) -> Mapping[str, list[str]]:
    """Return the ids of the story points each passage stands in, by passage id."""
    found: dict[str, list[str]] = defaultdict(list)
    for point in points:
        for passage in point.passages:
            found[passage].append(point.id)
    return found


def quoted_words(passage: Passage) -> int:
    """Count the words of a passage that stand inside quotation marks, in whole or in part."""
    spans = quotations(passage.text)
    words = re.finditer(r"\S+", passage.text)
    return sum(any(word.start() < span.end and span.start < word.end() for span in spans) for word in words)


def articles_of(passages: Iterable[Passage]) -> list[list[Passage]]:
    """Return the passages that can be aligned, article by article in the order of source and id."""
    by_article: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.aligned:
            by_article[passage.source, passage.article].append(passage)
    return [by_article[key] for key in sorted(by_article)]


def words_before(article: Sequence[Passage]) -> Counter[str]:
    """Return how many of the article's words stand before each passage, by passage id."""
    before: Counter[str] = Counter()
    count = 0
    for passage in article:
        before[passage.id] = count
        count += passage.words
    return before
