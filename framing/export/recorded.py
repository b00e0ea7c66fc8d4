"""Look at a project's numbers where its texts are not at hand: a comparison whose passages are rows of dots.

Ids, offsets, words, scores and tables are those of the file; every dot stands for a letter, so that a picture of the
articles keeps its proportions. What reads words, as names and wording do, finds nothing in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from framing.align import Alignment
from framing.comparison import Comparison, Model, labels_of
from framing.measure.tone import COLUMNS
from framing.read.project import Outline, Project
from framing.read.project_numbers import OTHERS, Column, Numbers
from framing.records import Article, CleanArticle, Event, Match, Paragraph, Passage, Removal, Sentence, StoryPoint

DOT = "·"
WITHHELD = "(the text was not shared)"


@dataclass(frozen=True, slots=True)
class WithheldArticle(Article):
    """An article whose text is not at hand: its id is the one it was saved with, not one made from the text."""

    known_id: str = field(default="", kw_only=True)

    @property
    def id(self) -> str:
        """The id the article had when its text was there."""
        return self.known_id


def recorded(project: Project) -> Comparison:
    """Return the comparison that the file's numbers tell of, without computing anything anew."""
    tables = project.numbers
    articles = [_article(outline, tables) for outline in project.outlines]
    labels = labels_of(articles)
    words = _sentence_words(tables["tone"])
    passages = tuple(_passage(row, labels, words) for row in rows(tables["passages"]))
    points = [
        StoryPoint(point, f"Story point {number}", tuple(members))
        for number, (point, members) in enumerate(_points(tables), 1)
    ]
    made = Comparison(
        event=Event(
            project.title,
            tuple(articles),
            project.date,
            project.restored,
            project.judgements,
            rules_off=project.rules_off,
            left_out=project.left_out,
        ),
        articles=tuple(
            CleanArticle(a, a.title, a.paragraphs, _removed(a, tables))
            for a in sorted(articles, key=lambda article: labels[article.id])
        ),
        passages=passages,
        alignment=Alignment(tuple(_match(row) for row in rows(tables["matches"])), tuple(points), project.cut),
        tone=_labelled(tables["tone"], labels)[COLUMNS],
        model=Model(project.model["name"], project.model["sha256"], project.model["dtype"]),
        judgements=project.judgements,
    )
    differences = pd.DataFrame(dict(tables["differences"]))
    for side in ("left", "right"):
        differences[side] = [labels.get(id, id) for id in differences[side]]
    tone, shares = differences["measure"] == "tone", differences["measure"] == "share of words"
    # These are made when they are first asked for; here they are laid in their places as they were saved.
    vars(made)["emphasis"] = _labelled(tables["emphasis"], labels)
    vars(made)["emphasis_intervals"] = _labelled(tables["intervals"], labels).drop(columns="article")
    names = {point.id: point.label for point in points}
    omissions = _labelled(tables["omissions"], labels).drop(columns="article")
    omissions["label"] = [names.get(id, WITHHELD) for id in omissions["point"]]
    vars(made)["omissions"] = omissions.assign(missing="")
    vars(made)["differences"] = differences
    vars(made)["emphasis_differences"] = differences[~tone].reset_index(drop=True)
    pairs = differences["right"] != OTHERS
    vars(made)["share_differences"] = differences[shares & pairs].reset_index(drop=True)
    main = differences["instrument"] == made.main_instrument
    vars(made)["main_differences"] = differences[tone & main].reset_index(drop=True)
    return made


def is_withheld(comparison: Comparison) -> bool:
    """Whether the texts of the articles are not at hand, so that nothing but the numbers can be told."""
    return any(isinstance(article, WithheldArticle) for article in comparison.event.articles)


def bare(text: str) -> str:
    """Return a text for a file: nothing where the words that say that it is not at hand stand in its place."""
    return "" if text == WITHHELD else text


def rows(table: Mapping[str, Column]) -> Iterable[dict[str, object]]:
    """Return a table of columns row by row."""
    return (dict(zip(table, values, strict=True)) for values in zip(*table.values(), strict=True))


def _article(outline: Outline, tables: Numbers) -> WithheldArticle:
    words = sum(r["words"] for r in rows(tables["passages"]) if r["article"] == outline.id)  # type: ignore[misc]
    paragraph = Paragraph(_dots(2 * words, words))
    return WithheldArticle(
        outline.source,
        (paragraph,),
        title=WITHHELD,
        author=outline.author,
        published=outline.published,
        url=outline.url,
        known_id=outline.id,
    )


def _removed(article: Article, tables: Numbers) -> tuple[Removal, ...]:
    found = [r for r in rows(tables["removed"]) if r["article"] == article.id]
    return tuple(Removal(r["paragraph"], WITHHELD, r["rule"], "") for r in found)  # type: ignore[arg-type]


def _sentence_words(tone: Mapping[str, Column]) -> dict[tuple[str, int], int]:
    return dict(zip(zip(tone["passage"], tone["sentence"], strict=True), tone["words"], strict=True))


def _passage(row: Mapping[str, object], labels: Mapping[str, str], words: Mapping[tuple[str, int], int]) -> Passage:
    id, article, text = str(row["passage"]), str(row["article"]), ""
    sentences = []
    starts, ends = row["starts"], row["ends"]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):  # type: ignore[call-overload]
        text = text.ljust(start)
        sentences.append(Sentence(_dots(end - start, words.get((id, number), 1)), start))
        text += sentences[-1].text
    kind, index = row["kind"], row["index"]
    return Passage(id, article, labels[article], index, kind, text, tuple(sentences))  # type: ignore[arg-type]


def _dots(length: int, words: int) -> str:
    """Return as many words as there were, of the same length in all."""
    words = max(1, min(words, (length + 1) // 2))
    letters, longer = divmod(length - (words - 1), words)
    return " ".join(DOT * (letters + (number < longer)) for number in range(words))


def _points(tables: Numbers) -> Iterable[tuple[str, list[str]]]:
    return zip(tables["story_points"]["point"], tables["story_points"]["passages"], strict=True)


def _match(row: Mapping[str, object]) -> Match:
    left, right, chance, relation, pair = (row[k] for k in ("left", "right", "probability", "relation", "sentences"))
    return Match(left, right, chance, (), relation, tuple(pair))  # type: ignore[arg-type]


def _labelled(table: Mapping[str, Column], labels: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame({"source": [labels[id] for id in table["article"]], **table})
