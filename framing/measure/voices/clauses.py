"""The reported clauses of a sentence: where each begins and ends, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from framing.measure.reported import reports
from framing.measure.voices.cast import Cast
from framing.measure.voices.subjects import Attribution, subject_before
from framing.measure.voices.units import Unit, plain_words
from framing.measure.voices.verbs import INSCRIBED, PASSIVE, SPEAKING, THOUGHT, is_noun
from framing.quotation import Span

_WISHED = re.compile(r"(?<!on )(?<!ued )\bto\s+$")  # "declined to say whether", "was expected to announce that"
_UNSAID = re.compile(r"\b(?:not|never|\w+n['’]t)\s+(?:\w+\s+)?$")
_QUESTIONED = re.compile(r"(?:When\s+)?[Aa]sked\b[^,]*,")  # the question in "Asked whether …, she said …"
_TURNS_TO = re.compile(r",?\s+(?:and|but|while|though|although|whereas)\s+(?:\w+\s+)?$")
# "… and declined to say more", but "… and would defend itself" is still reported.
_CARRIES_ON = re.compile(
    r",?\s+(?:and|but|then)\s+(?!(?:would|will|could|can|should|may|might|must)\b)(?:[\w’'-]+\s+){0,3}?$"
)
# What the outlet tells of the speaker again: "… but gave no further details".
_NO_MORE = re.compile(
    r",?\s(?:and|but)\s(?:gave no|(?:declined|refused) to|"
    r"(?:did|would|could) not (?:say|give|name|elaborate|comment))\b"
)
_WHEN = re.compile(r"(?:When|After|As|While|Before|Although|Though|If|Because|Since)\s[^,]*$")
_WHICH = re.compile(r",\swh(?:ich|om?)\s$")
_AND_THAT = re.compile(r",?\s+(?:and|but|or)\s+that\s+(?!(?:is|was|were|had|will|would)\b)")
_COLON = re.compile(r":\s*[“\"‘'«„]")
_WHERE = re.compile(r"\s(?:at|on|in|outside|above|over|of|by|near)\s")


_A_PHRASE = 2  # words: "the North and the South might agree" is one clause, "it was late and Lee said …" two


class Said(NamedTuple):
    """An attribution and the speaker it leads to."""

    attribution: Attribution
    speaker: str


def clauses(
    unit: Unit, said: Sequence[Said], names: Sequence[Span], cast: Cast, subject: str
) -> Iterator[tuple[Span, Said]]:
    """Yield the reported clauses of a unit and who says each; one that lies inside another is part of that."""
    text = unit.text
    question = _QUESTIONED.match(text)
    end = question.end() if question else -1
    for start, stop, verb in _split(text):
        if (question and start < question.end()) or not _speaks(text, verb):
            continue
        by = next((s for s in said if s.attribution.verb.start == verb.start), None)
        by = by or _unlisted(unit, verb, names, cast, subject)
        stop = _cut(text, start, stop, said, by.attribution)
        clause = _trimmed(text, max(start, end), stop)
        named = clause and any(s.attribution.start <= clause.start and clause.end <= s.attribution.end for s in said)
        if stop > end and clause and not named and not inscribed(text, by.attribution):
            end = stop
            yield clause, by


def inscribed(text: str, attribution: Attribution) -> bool:
    """Say whether it is a sign or the like that "says" it."""
    subject = attribution.subject
    return subject is not None and bool(INSCRIBED.search(_WHERE.split(text[subject.start : subject.end])[0]))


def _split(text: str) -> Iterator[tuple[int, int, Span]]:
    """Yield reported clauses and their verbs, "that it was sorry and that it had learned" as two."""
    for (start, stop), at in reports(text):
        match = SPEAKING.match(text, at) or re.compile(r"\w*").match(text, at)
        verb = Span(*match.span()) if match else Span(at, at)
        first = start
        for joint in _AND_THAT.finditer(text[first:stop]):
            yield start, first + joint.start(), verb
            start = first + joint.end()
        yield start, stop, verb


def _speaks(text: str, verb: Span) -> bool:
    """Whether somebody does say it: no thought, nothing only wished or denied to have been said, no question asked."""
    before = text[: verb.start]
    asked = text.startswith("asked", verb.start) and PASSIVE.search(before)
    unsaid = _WISHED.search(before) or _UNSAID.search(before)
    return not (THOUGHT.match(text, verb.start) or unsaid or asked or is_noun(text, *verb))


def _unlisted(unit: Unit, verb: Span, names: Sequence[Span], cast: Cast, subject: str) -> Said:
    """Return who says it where the verb is none of those that introduce quotations; nobody is told in a passive."""
    if PASSIVE.search(unit.text[: verb.start]):
        return Said(Attribution(verb, None), "")
    span = subject_before(unit.text, verb.start, names)
    return Said(Attribution(verb, span), cast.resolve(unit, span) if span else subject)


def _cut(text: str, start: int, stop: int, said: Sequence[Said], by: Attribution) -> int:
    """Return where a clause ends: before somebody else speaks, before its own tag, where "which …" or "When …" does."""
    ends = [stop, *(end for s in said if (end := _next_clause(text, start, s.attribution)) is not None)]
    if by.start >= start:
        ends.append(by.start)
    comma = text.find(",", start, stop)
    if comma >= 0 and ((by.subject and _WHICH.search(text[: by.start])) or _WHEN.match(text[: by.start])):
        ends.append(comma)
    ends += [start + found.start() for end in (_COLON, _NO_MORE) if (found := end.search(text[start:stop]))]
    return min(ends)


def _next_clause(text: str, start: int, attribution: Attribution) -> int | None:
    """Return where a clause from `start` on ends because somebody else speaks: "…, and she told members …"."""
    if attribution.start <= start:
        return None
    pattern = _CARRIES_ON if attribution.subject is None else _TURNS_TO
    joint = pattern.search(text[start : attribution.start])
    told = joint and len(text[start : start + joint.start()].split()) > _A_PHRASE
    return start + joint.start() if joint and told else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return a clause without the blanks, commas and full stop around it; None where no word of its own is left."""
    while start < end and text[start] in " ,;:.\t":
        start += 1
    while end > start and text[end - 1] in " ,;:.\t":
        end -= 1
    return Span(start, end) if plain_words(text[start:end]) else None
