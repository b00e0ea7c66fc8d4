"""Hand-made articles of three lines, and comparisons of them whose numbers can be counted on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pandas as pd

from framing.align import Alignment
from framing.comparison import Comparison, Model
from framing.measure.emphasis_differences import share_differences
from framing.records import Article, CleanArticle, Event, Match, Paragraph, Passage, Sentence, StoryPoint

NOON = datetime(2025, 10, 14, 12, tzinfo=UTC)
BELL = (
    "The mayor closed the old bridge on Friday after engineers found cracks.",
    "Repairs will cost nine million crowns, the council said.",
    "Shops fear an empty winter.",
)
POST = (
    "Engineers found cracks and the mayor closed the old bridge on Friday.",
    "Repairs will cost nine million crowns, the council said.",
    "Swimmers love the river in summer.",
)


def article(source: str, *paragraphs: str, title: str = "", published: str | None = None) -> Article:
    return Article(source, tuple(Paragraph(text) for text in paragraphs), title=title, published=published)


def bell() -> Article:
    return article("Bell", *BELL, title="Old bridge is closed")


def post() -> Article:
    return article("Post", *POST, title="Cracks close bridge")


def passage(id: str, source: str, text: str, *, index: int = 0, kind: str = "body") -> Passage:
    """Return a passage of one sentence."""
    return Passage(id, f"article of {source}", source, index, kind, text, (Sentence(text, 0),))


def words(count: int) -> str:
    return " ".join(["word"] * count)


def tone_rows(scores: Mapping[str, float], passages: Sequence[Passage], instrument: str = "rated") -> pd.DataFrame:
    """Return a tone table of one sentence a passage, in the outlet's own voice."""
    rows = [
        {
            "article": p.article,
            "source": p.source,
            "passage": p.id,
            "kind": p.kind,
            "sentence": 0,
            "start": 0,
            "end": len(p.text),
            "words": p.words,
            "voice": "own",
            "quoted": 0.0,
            "instrument": instrument,
            "score": scores[p.id],
        }
        for p in passages
    ]
    return pd.DataFrame(rows)


def differ(**values: object) -> dict[str, object]:
    """Return a row of the differences table: a gap in rated tone that can be told apart, with other values as given."""
    row: dict[str, object] = {"measure": "tone", "instrument": "rated", "scope": "all", "left": "Bell", "right": "Post"}
    row |= {"left_mean": -1.0, "right_mean": 1.0, "gap": -2.0, "low": -2.5, "high": -1.5, "verdict": "differs"}
    return row | values


def comparison(
    passages: Sequence[Passage],
    points: Sequence[StoryPoint],
    *,
    matches: Sequence[Match] = (),
    differences: Sequence[Mapping[str, object]] | None = None,
    scores: Mapping[str, float] | None = None,
    title: str = "A bridge",
) -> Comparison:
    """Put a comparison together by hand; without rows for `differences` the gaps in shares of words are measured."""
    articles = []
    for source in dict.fromkeys(p.source for p in passages):
        raw = article(source, *(p.text for p in passages if p.source == source), title=f"{source}'s title")
        articles.append(CleanArticle(raw, raw.title, raw.paragraphs, ()))
    made = Comparison(
        event=Event(title, tuple(a.raw for a in articles)),
        articles=tuple(articles),
        passages=tuple(passages),
        alignment=Alignment(tuple(matches), tuple(points), 0.5),
        tone=tone_rows(scores or {p.id: 0.0 for p in passages}, passages),
        model=Model("bag-of-words", "0" * 64),
    )
    shares = share_differences(passages, points, resamples=200)
    # The table is made when it is first asked for; here it is laid in its place.
    table = (
        shares if differences is None else pd.DataFrame(differences, columns=None if differences else shares.columns)
    )
    vars(made)["differences"] = table
    vars(made)["share_differences"] = table[table["measure"] == "share of words"]
    vars(made)["main_differences"] = table[table["measure"] == "tone"]
    return made
