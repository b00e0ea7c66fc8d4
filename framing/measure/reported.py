"""Find attributed indirect speech in a sentence: what somebody is reported to have said, without quotation marks.

Rules over reporting verbs, after the patterns that Pareti et al. 2013 found to cover most attributions in news: the
clause after a verb ("X said that …"), the clause before it ("…, X said"), and "according to X". What is reported is the
clause; who says it and the verb stay the outlet's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from framing.measure import speech_patterns as patterns


class Clause(NamedTuple):
    """Characters of a sentence that report what somebody said."""

    start: int
    end: int


class Report(NamedTuple):
    """A reported clause and where the verb that reports it begins, both in characters of the sentence."""

    clause: Clause
    verb: int


def reported(sentence: str) -> list[Clause]:
    """Return the clauses of a sentence that report somebody's words or thoughts, in order, none overlapping."""
    return _merged(report.clause for report in reports(sentence))


@lru_cache(maxsize=20_000)  # the voice of a sentence and its attribution ask for the same
def reports(sentence: str) -> tuple[Report, ...]:
    """Return the clauses of a sentence that report somebody's words or thoughts, each with its verb; may overlap."""
    announced = list(_that(sentence))
    verbs = {report.verb for report in announced}  # "told the Evening Post that …" has its clause
    bare = [report for report in _bare(sentence) if report.verb not in verbs]
    return tuple(sorted([*announced, *bare, *_tagged(sentence), *_according(sentence)]))


def _that(text: str) -> Iterator[Report]:
    """Yield clauses that a word announces: "said that …", "asked whether …", "As the report notes, …"."""
    found = (patterns.AFTER_THAT, patterns.ASKED, patterns.AS_SAID)[0 if "that" in text else 1 :]
    for match in (m for pattern in found for m in pattern.finditer(text)):
        if patterns.AUTHOR.search(text[: match.start()]):
            continue
        clause = _until(text, match.end())
        if len(text[clause.start : clause.end].split()) < 2:  # "for part of that time"
            continue
        if text.startswith("Asked ") and "," in text:  # the question ends where the main clause begins
            clause = Clause(clause.start, max(clause.start, min(clause.end, text.index(","))))
        yield Report(clause, match.start("verb"))


def _bare(text: str) -> Iterator[Report]:
    """Yield clauses that follow a reporting verb without "that"."""
    for match in patterns.AFTER_SAY.finditer(text):
        if patterns.AUTHOR.search(text[: match.start()]):
            continue
        rest = text[match.end() :]
        inverted = text[: match.start()].rstrip().endswith(patterns.COMMAS) and not _clausal(
            re.split(r"[,.] ", rest)[0]
        )
        long = len(rest.split()) > (1 if patterns.PRONOUN.match(rest) else 2)
        if not inverted and _said(rest) and long:
            yield Report(_until(text, match.end()), match.start())
    for match in patterns.AFTER_EITHER.finditer(text):
        clause = _until(text, match.end())
        piece = text[clause.start : clause.end]
        noun = patterns.NOUN.search(text[: match.start()]) or patterns.FINITE.match(
            piece
        )  # "the report would be ready"
        author = patterns.AUTHOR.search(text[: match.start()])
        if not noun and not author and _finite(piece) and _said(piece):
            yield Report(clause, match.start())


def _tagged(text: str) -> Iterator[Report]:
    """Yield clauses that a tag attributes: "…, she said", and what goes on after it."""
    for match in patterns.TAG.finditer(text):
        if (match["who"] and patterns.NOT_WHO.search(match["who"])) or _clausal(match["speaker"] or ""):
            continue
        start = max(text.rfind(";", 0, match.start()) + 1, _begins(text))
        if match["back"] and (match["back"].endswith("ing") or patterns.PRONOUN.match(match["speaker"])):
            continue  # "…, saying it went well"
        told = patterns.FINITE.search(text[start : match.start()])
        if match["speaker"] and not told and patterns.CLAUSE_LONG.match(match["speaker"]):
            continue
        if _words(text[start : match.start()]) > 1:
            verb = match.start("verb") if match["verb"] else match.start("back")
            yield Report(Clause(start, match.start()), verb)
            if text[match.end() :].startswith(",") and not patterns.STOP.match(text, match.end()):
                yield Report(_until(text, match.end() + 1), verb)


def _according(text: str) -> Iterator[Report]:
    """Yield what stands before or after "according to X"."""
    for match in patterns.ACCORDING.finditer(text):
        if patterns.NOT_SOMEBODY.match(text, match.end()):
            continue
        comma = text.find(",", match.end())
        while comma > 0 and (aside := patterns.ASIDE_AFTER.match(text, comma)):
            comma = aside.end()
        if match.start() and text[: match.start()].strip(" “\"'‘"):
            yield Report(Clause(_begins(text), match.start()), match.start())
        elif comma > 0:
            yield Report(_until(text, comma + 1), match.start())


def _begins(text: str) -> int:
    """Return where a sentence begins after its dateline."""
    dateline = patterns.DATELINE.match(text)
    return dateline.end() if dateline else 0


def _until(text: str, start: int) -> Clause:
    """Return the clause from `start` to where the sentence, or what is reported, ends."""
    stop = patterns.STOP.search(text, start)
    return Clause(start, stop.start() if stop else len(text))


def _finite(piece: str) -> bool:
    """Whether a stretch of text reads as a clause, not as an object: a pronoun first, or a finite verb soon."""
    if piece[:1].isdigit() and not patterns.FINITE.search(piece.split(",")[0]):
        return False  # "is claiming 11 per cent, which …"
    return len(piece.split()) > 2 and bool(
        patterns.PRONOUN.match(piece) or patterns.FINITE.search(" ".join(piece.split()[:9]))
    )


def _said(rest: str) -> bool:
    """Whether what follows the verb can be what was said, not when, where, or a clause with "that"."""
    return not patterns.NOT_SAID.match(rest) and not rest.startswith("that ")


def _clausal(piece: str) -> bool:
    """Whether a stretch holds a finite verb or quoted words, so that it cannot be a speaker's name alone."""
    return patterns.QUOTED in piece or bool(patterns.FINITE.search(piece))


def _words(piece: str) -> int:
    """Count the words outside direct quotations."""
    return sum(patterns.QUOTED not in word and any(c.isalnum() for c in word) for word in piece.split())


def _merged(clauses: Iterable[Clause]) -> list[Clause]:
    merged: list[Clause] = []
    for clause in sorted(clauses):
        if merged and clause.start < merged[-1].end:
            merged[-1] = Clause(merged[-1].start, max(merged[-1].end, clause.end))
        else:
            merged.append(clause)
    return merged
