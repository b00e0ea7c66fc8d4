"""Find every quotation and attributed statement of an event with its speaker, verb and place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

import pandas as pd

from framing.measure.actors import Actor
from framing.measure.emphasis import place_of
from framing.measure.voice import WORD, speech
from framing.measure.voices.cast import Named
from framing.measure.voices.known import cast_of, mentions_of
from framing.measure.voices.statements import Statement, read
from framing.measure.voices.units import units
from framing.quotation import Span
from framing.records import Passage

VOICE_COLUMNS = [
    "source", "article", "passage", "sentence", "start", "end", "type", "words", "speaker", "called", "called_start",
    "verb", "verb_start", "place",
]  # fmt: skip
_CORRECTS = re.compile(
    r"\W*(?:corrections?|clarification|editor[’']s note)\b\s*[:.–—-]|.{0,40}\bearlier version of this\b|"
    r"\W*this (?:article|story|post|report) (?:has been|was) (?:amended|corrected|updated)\b",
    re.IGNORECASE,
)
_CLOSED = ("”", '"', "»", "’", "'", "“")


def voices(passages: Sequence[Passage], actors: Sequence[Actor]) -> pd.DataFrame:
    """Return one row a quotation or attributed statement, by source and in reading order.

    Columns:
        source, article, passage: Where it stands.
        sentence: Index of the sentence of the passage that it begins in.
        start, end: Characters of the passage: of a direct quotation with its marks, of an indirect one the reported
            clause without what attributes it.
        type: "direct" inside quotation marks, "indirect" a reported clause without them. A few words in marks inside a
            reported clause are a row of their own.
        words: Number of words; those of an indirect row without the ones that a direct row counts.
        speaker: The actor's name where the speaker is one of `actors`, else the description as it is written ("a
            spokesman for the port"); "" where nobody can be told.
        called, called_start: The speaker as written beside it and where; "" and -1 where it is carried over.
        verb, verb_start: The reporting verb as written and where; "" and -1 without one.
        place: "headline"; else, by how many of the article's words stand before the passage, "lead" or "quarter 1" to
            "quarter 4", as `emphasis.place_of` has it.

    The patterns are those that Pareti et al. 2013 found in news: verb and speaker before, after and inside a quotation,
    speakers carried over from the sentence before, quotations over several paragraphs. Notices of corrections are left
    out: there the outlet speaks of itself.
    """
    mentions = mentions_of(actors)
    rows: list[tuple[object, ...]] = []
    ordered = sorted(passages, key=lambda p: (p.source, p.article, p.index))
    for _, group in groupby(ordered, key=lambda p: p.article):
        article = list(group)
        places = _places(article)
        found = _statements(article, mentions)
        rows += [_row(s, found, places[s.passage.id]) for s in found if not _CORRECTS.match(s.passage.text)]
    return pd.DataFrame(rows, columns=VOICE_COLUMNS)


def _statements(article: Sequence[Passage], mentions: Mapping[str, Sequence[Named]]) -> list[Statement]:
    """Return the statements of one article in reading order."""
    spoken = speech(article)
    quotes = {id: [Span(s.start, s.end) for s in spans if s.kind == "direct"] for id, spans in spoken.items()}
    cut = [units(passage, quotes[passage.id]) for passage in article]
    cast = cast_of([unit for pieces in cut for unit in pieces], mentions)
    found: list[Statement] = []
    for pieces in cut:
        here: list[Statement] = []
        for unit in pieces:
            here += read(unit, cast, here, found)
        found += _before_its_tag(here)
    return _joined(article, sorted(found, key=lambda s: (s.passage.index, s.start, s.end)))


def _before_its_tag(here: list[Statement]) -> list[Statement]:
    """Give a quotation that opens a passage the speaker of the quotation right behind it, where that one has a tag."""
    direct = [s for s in here if s.type == "direct"]
    if len(direct) < 2 or direct[0].verb or direct[0].start or not direct[1].verb:
        return here
    return [replace(s, speaker=direct[1].speaker) if s is direct[0] else s for s in here]


def _joined(article: Sequence[Passage], found: list[Statement]) -> list[Statement]:
    """Give the parts of a quotation that runs over several passages one speaker, that of the part with a tag."""
    direct = [s for s in found if s.type == "direct"]
    following = {a.id: b.id for a, b in pairwise(article)}
    chain: list[Statement] = []
    speakers: dict[int, str] = {}
    for statement in [*direct, None]:
        goes_on = (
            chain
            and statement is not None
            and _open(chain[-1])
            and following.get(chain[-1].passage.id) == statement.passage.id
            and not statement.passage.text[: statement.start].strip()
        )
        if not goes_on:
            speaker = next((s.speaker for s in chain if s.verb and s.speaker), chain[0].speaker if chain else "")
            speakers |= {id(s): speaker for s in chain if len(chain) > 1}
            chain = []
        if statement is not None:
            chain.append(statement)
    return [replace(s, speaker=speakers[id(s)]) if id(s) in speakers else s for s in found]


def _open(statement: Statement) -> bool:
    text = statement.passage.text
    return statement.end >= len(text.rstrip()) and not text[statement.start + 1 : statement.end].rstrip().endswith(
        _CLOSED
    )


def _places(article: Sequence[Passage]) -> dict[str, str]:
    """Return where in its article each passage stands."""
    total, seen, places = max(sum(p.words for p in article if p.aligned), 1), 0, {}
    for passage in article:
        places[passage.id] = "headline" if passage.kind == "headline" else place_of(min(seen, total - 1), total)
        seen += passage.words if passage.aligned else 0
    return places


def _row(s: Statement, found: Sequence[Statement], place: str) -> tuple[object, ...]:
    p = s.passage
    direct = [d for d in found if d.type == "direct" and d.passage is p] if s.type == "indirect" else []
    words = [s.start + (m.start() + m.end()) / 2 for m in WORD.finditer(p.text[s.start : s.end])]
    count = sum(not any(d.start <= middle < d.end for d in direct) for middle in words)
    where = (p.source, p.article, p.id, s.sentence, s.start, s.end)
    return (*where, s.type, count, s.speaker, s.called, s.called_start, s.verb, s.verb_start, place)
