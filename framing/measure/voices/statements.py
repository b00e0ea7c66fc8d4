"""Read one sentence: its quotations and reported clauses, each with the nearest attribution and its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from framing.measure.voices.cast import Cast
from framing.measure.voices.clauses import Said, clauses, inscribed
from framing.measure.voices.subjects import Attribution, attributions, leading, opening
from framing.measure.voices.units import Unit, plain_words
from framing.quotation import Span
from framing.records import Passage


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's words in a passage, from `start` up to `end`; offsets of what is not there are -1."""

    passage: Passage
    sentence: int
    start: int
    end: int
    type: Literal["direct", "indirect"]
    speaker: str = ""
    called: str = ""
    called_start: int = -1
    verb: str = ""
    verb_start: int = -1


def read(unit: Unit, cast: Cast, here: Sequence[Statement], earlier: Sequence[Statement]) -> list[Statement]:
    """Return the statements of a unit, and take it in.

    `here` are the statements before it in its passage, `earlier` those of the passages before.
    """
    names = [Span(m.start, m.end) for m in cast.named(unit) if m.kind != "place" and m.form == "name"]
    subject = cast.subject(unit, opening(unit.text, names))
    described = "" if subject else cast.resolve(unit, leading(unit.text))
    said = _said(unit, cast, names, subject or described or (here[-1].speaker if here else ""))
    found = []
    for quote in unit.quotes:
        nearest = min(said, key=lambda s: _distance(unit, quote, s.attribution), default=None)
        if nearest is None:
            speaker = _silent(unit, quote, cast, subject, here, earlier)
            found.append(replace(_statement(unit, quote, "direct"), speaker=speaker))
        elif not inscribed(unit.text, nearest.attribution):
            found.append(_with(_statement(unit, quote, "direct"), unit, nearest))
    for clause, by in clauses(unit, said, names, cast, subject):
        found.append(_with(_statement(unit, clause, "indirect"), unit, by))
    cast.read(unit, list(dict.fromkeys(s.speaker for s in found)), subject or described)
    return found


def _said(unit: Unit, cast: Cast, names: Sequence[Span], subject: str) -> list[Said]:
    """Return the attributions of a unit with their speakers; without one of its own it has the one before."""
    said: list[Said] = []
    for attribution in attributions(unit.text, names):
        if attribution.subject is None:
            speaker = said[-1].speaker if said else subject
        else:
            speaker = cast.resolve(unit, attribution.subject)
        said.append(Said(attribution, speaker))
    return said


def _silent(
    unit: Unit, quote: Span, cast: Cast, subject: str, here: Sequence[Statement], earlier: Sequence[Statement]
) -> str:
    """Return who speaks where no verb says so: whom the sentence is about, else who spoke or was spoken of last."""
    if not unit.bare and subject:
        return subject
    if not unit.bare and (owner := re.match(r"(?:His|Her|Their|Its)\b", unit.text)):
        return cast.resolve(unit, Span(owner.start(), owner.end()))
    people = [m for m in cast.named(unit) if m.kind == "person"]
    if not unit.bare and people:  # "… was the verdict of Ann Lee"
        return min(people, key=lambda m: min(abs(m.start - quote.end), abs(quote.start - m.end))).name
    if here:
        return here[-1].speaker
    if unit.sentence and (last := cast.about()):
        return last
    return earlier[-1].speaker if earlier else cast.about()


def _statement(unit: Unit, span: Span, type: Literal["direct", "indirect"]) -> Statement:
    start, end = unit.start + span.start, unit.start + span.end
    sentence = max((i for i, s in enumerate(unit.passage.sentences) if s.start <= start), default=unit.sentence)
    return Statement(unit.passage, sentence, start, end, type)


def _with(statement: Statement, unit: Unit, said: Said) -> Statement:
    verb, subject = said.attribution
    named = unit.passage.text[unit.start + subject.start : unit.start + subject.end] if subject else ""
    return replace(
        statement,
        speaker=said.speaker,
        called=named,
        called_start=unit.start + subject.start if subject else -1,
        verb=unit.text[verb.start : verb.end],
        verb_start=unit.start + verb.start,
    )


def _distance(unit: Unit, quote: Span, attribution: Attribution) -> tuple[int, int]:
    """Return how far an attribution stands from a quotation: words between, more across a semicolon, then the side.

    Of two that are equally near, the one before it wins, unless the quotation ends in the comma of a tag behind it.
    """
    if attribution.end <= quote.start:
        between = unit.text[attribution.end : quote.start]
        return plain_words(between) + 5 * (";" in between), 1
    tagged = "," in unit.text[quote.end - 2 : quote.end]
    return plain_words(unit.text[quote.end : max(attribution.start, quote.end)]), 0 if tagged else 2
