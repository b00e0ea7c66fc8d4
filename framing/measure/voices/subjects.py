"""Find in a sentence who a reporting verb says is speaking: before it, after it, behind a comma or "who"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from framing.measure.speech_patterns import CLAUSE_LONG, FINITE
from framing.measure.voices import subject_patterns as patterns
from framing.measure.voices.verbs import NOBODY, PASSIVE, SPEAKING, is_noun
from framing.quotation import Span


class Attribution(NamedTuple):
    """A reporting verb and who speaks, in characters of the unit; `subject` is None where an earlier one serves."""

    verb: Span
    subject: Span | None

    @property
    def start(self) -> int:
        """Where verb and speaker begin."""
        return self.verb.start if self.subject is None else min(self.verb.start, self.subject.start)

    @property
    def end(self) -> int:
        """Where verb and speaker end."""
        return self.verb.end if self.subject is None else max(self.verb.end, self.subject.end)


def attributions(text: str, names: Sequence[Span]) -> list[Attribution]:
    """Return the reporting verbs of a masked text that somebody speaks with, in order; `names` are mentions in it."""
    found: list[Attribution] = []
    for match in SPEAKING.finditer(text):
        verb, before = Span(*match.span()), text[: match.start()]
        if any(a.verb.start == verb.start for a in found) or is_noun(text, *match.span()):
            continue
        if as_saying := patterns.AS_SAYING.match(text, match.start()):
            found.append(Attribution(Span(*as_saying.span(1)), _after(text, verb.end, names)))
            continue
        ing = match.group().split()[0].lower().endswith("ing")
        if match.group().lower() == "according to":
            found.append(Attribution(verb, _after(text, verb.end, names)))
        elif match.group().lower() == "written":
            continue
        elif PASSIVE.search(before) and not ing:
            by = patterns.BY.match(text, verb.end)
            if by:
                found.append(Attribution(verb, _after(text, by.end() - 1, names)))
        elif not ing and _inverts(text, verb):
            found.append(Attribution(verb, _after(text, verb.end, names)))
        else:
            beside = next((n for n in names if n.end == verb.start - 1), None)  # "of the Courier calling it"
            if beside and patterns.TO_WHOM.search(text[: beside.start]):
                beside = None
            alone = ing and not PASSIVE.search(before)  # not "she was saying"
            subject = beside if alone else subject_before(text, verb.start, names)
            if subject is None or not NOBODY.match(text, subject.start):
                found.append(Attribution(verb, subject))
    return found


def subject_before(text: str, verb: int, names: Sequence[Span]) -> Span | None:
    """Return the noun phrase that the verb at this place has for its subject; None where an earlier one serves."""
    left = patterns.BRACKETED.sub("", text[:verb].rstrip())
    while (filler := patterns.FILLER.search(left)) and filler.start() < len(left):
        left = left[: filler.start()].rstrip()
    if re.search(r"\b(?:to|for|by|of|in|with|about|from|without|after|before)$", left):
        return None  # "rang again to ask", "without saying": whom the sentence is about
    if relative := patterns.RELATIVE.search(left):
        left = left[: relative.start()].rstrip(" ,")
        behind = _behind_commas if relative.group().startswith(",") else _phrase
        return next((n for n in names if n.end == len(left)), None) or _object(text, behind(text, left, names))
    if left.endswith((",", "–", "—", "--")):
        return _behind_commas(text, left.rstrip(" ,–—-"), names)
    if not left or patterns.CARRIED.search(left) or left[-1] in ':;”"»':
        return None
    return _phrase(text, left, names)


def _object(text: str, phrase: Span | None) -> Span | None:
    """Return the end of a stretch that holds a verb: "critics" of "the praise angered critics, who said"."""
    found = patterns.OBJECT.search(text[phrase.start : phrase.end]) if phrase else None
    return Span(phrase.start + found.start(1), phrase.end) if phrase and found else phrase


def opening(text: str, names: Sequence[Span]) -> Span | None:
    """Return what a text is about at first sight: the first pronoun, name or noun phrase that may be a subject."""
    for piece in _pieces(text):
        start = piece.start + len(text[piece.start : piece.end]) - len(text[piece.start : piece.end].lstrip())
        if joint := patterns.CONJUNCTION.match(text, start):
            start = joint.end()
        if patterns.ADJUNCT.match(text, start) and not _inside(start, names):
            continue
        own = [
            n
            for n in names
            if piece.start <= n.start < piece.end
            and not governed(text, piece.start, n.start)
            and not re.match(r"['’]s?\b", text[n.end : n.end + 2])
            and not (n.start > start and patterns.QUALIFIED.match(text, n.end))
        ]
        if pronoun := patterns.PRONOUN.match(text, start):
            return Span(*pronoun.span())
        if own:
            return own[0]
    first = re.split(r",\s|[;:]", text)[0]
    return next((Span(*m.span()) for m in re.finditer(r"\b(?:he|she)\b", first, re.IGNORECASE)), None)


def leading(text: str) -> Span | None:
    """Return the description that a text opens with before its verb: "The council" of "The council accepted it"."""
    found = patterns.LEADING.match(text)
    return Span(*found.span(1)) if found else None


def _phrase(text: str, left: str, names: Sequence[Span]) -> Span | None:
    """Return the noun phrase that `left`, a beginning of `text`, ends with."""
    end = len(left)
    breaks = (m for m in patterns.BREAK.finditer(left) if not _inside(m.start() + 1, names))
    start = 0
    for cut in breaks:
        both = cut.group().strip() == "and" and patterns.ONE_OF_TWO.fullmatch(left, start, cut.start())
        if not patterns.DEFINES.match(left, cut.start()) and not (both and patterns.NOUN_ALONE.match(left, cut.end())):
            start = cut.end()
    verbs = (m for m in SPEAKING.finditer(left, start) if not is_noun(left, *m.span()))
    start = max((m.end() + 1 for m in verbs if left[m.end() :].strip()), default=start)
    while start < end and text[start] in " \t\n'‘’\"":
        start += 1
    if start >= end:
        return None
    piece = text[start:end]
    if pronoun := patterns.ENDS_IN_PRONOUN.search(piece):
        return Span(start + pronoun.start(), end)
    if (when := patterns.WHEN.match(piece)) and when.end() < len(piece):
        start += when.end()
        piece = text[start:end]
    if (adjunct := patterns.ADJUNCT.match(piece)) and adjunct.end() < len(piece) and not _inside(start, names):
        heads = [n for n in names if start <= n.start and n.end <= end and not governed(text, start, n.start)]
        if heads:
            return Span(heads[-1].start, end)
        nouns = list(re.finditer(r"\b(?:the|an?|his|her|their|its|one|two|some|several)\s", piece))
        free = [m.start() for m in nouns if not governed(text, start, start + m.start())]
        if not free and (relative := re.search(r",?\s*\b(?:who|which)\s$", left[:start])):
            return _phrase(text, left[: relative.start()], names)
        return Span(start + free[-1], end) if free else None
    if speakers := patterns.ENDS_IN_SPEAKERS.search(piece):
        return Span(start + speakers.start(1), end)
    return Span(start, end)


def _behind_commas(text: str, left: str, names: Sequence[Span]) -> Span | None:
    """Return the speaker before an apposition or a relative clause: "Ann Lee, who has run it since 1998, said"."""
    hard = max((m.end() for m in re.finditer(r"[;:”“\"»]|--|\s[–—]", left)), default=0)
    segments, start = [], hard
    for comma in re.finditer(r",\s", left[hard:]):
        at = hard + comma.start()
        if not _inside(at, names):
            segments.append(Span(start, at))
            start = hard + comma.end()
    segments.append(Span(start, len(left)))
    chosen: Span | None = None
    for segment in reversed(segments):
        found = _phrase(text, text[: segment.end], names)
        if found is None or patterns.ASIDE.match(text[segment.start : segment.end].lstrip()):
            continue
        found = Span(max(found.start, segment.start), segment.end)
        if _named(text, found, names):
            return found
        if chosen is None or not patterns.ADJUNCT.match(text[found.start : found.end]):
            chosen = found
    return chosen


def _after(text: str, start: int, names: Sequence[Span]) -> Span | None:
    """Return the noun phrase that follows: "said the fire chief, Alan Boyd" gives the name."""
    while start < len(text) and text[start] == " ":
        start += 1
    ends = (m.start() for m in patterns.AFTER_END.finditer(text, start))
    end = next((at for at in ends if at > start and not _inside(at, names) and not _abbreviated(text, at)), len(text))
    if end <= start:
        return None
    following = next((n for n in names if n.start == end + 2), None) if text[end : end + 2] == ", " else None
    own = [n for n in names if start <= n.start < end]
    if following and not own and text[following.end : following.end + 1] in {",", ".", ""}:
        return following
    return Span(start, end)


def _inverts(text: str, verb: Span) -> bool:
    """Whether the speaker follows the verb: "…,” said Ann Lee" or "…, said the mayor"."""
    before = text[: verb.start].rstrip()
    if before and not before.endswith((*patterns.QUOTE_ENDS, "So", "so")):
        return False
    quoted = before[-1:] in patterns.QUOTE_ENDS and before[-1:] != ","
    if not patterns.INVERTED.match(text, verb.end) or (
        not quoted and patterns.TO_SOMEBODY.match(text[verb.start : verb.end])
    ):
        return False
    rest = re.split(r"[,.;:“”\"](?:\s|$)", text[verb.end :])[0]
    if not quoted and (not patterns.SAID.match(text, verb.start) or patterns.NAMED_CLAUSE.match(rest)):
        return False
    return not FINITE.search(rest) and not CLAUSE_LONG.match(rest.strip()) and not rest.strip().startswith("that ")


def _pieces(text: str) -> list[Span]:
    cuts = [0, *(m.end() for m in re.finditer(r",\s|[;:]\s|\s[–—]\s", text)), len(text)]
    return [Span(a, b) for a, b in pairwise(cuts) if a < b]


def _inside(at: int, names: Sequence[Span]) -> bool:
    """Whether a place lies inside a name."""
    return any(n.start <= at < n.end for n in names)


def _named(text: str, phrase: Span, names: Sequence[Span]) -> bool:
    inside = (n for n in names if phrase.start <= n.start and n.end <= phrase.end)
    return any(not governed(text, phrase.start, n.start) and not text.startswith(("'s", "’s"), n.end) for n in inside)


def governed(text: str, start: int, at: int) -> bool:
    """Say whether a preposition stands just before a place, from `start` on, so that it cannot be a subject."""
    return bool(
        re.search(
            r"\b(?:of|for|from|at|in|with|to|by|on|near|under|over|against|after|before|during|via|about|into)\s+(?:(?:the|an?|his|her|their|its)\s+)?(?:[A-Z][\w.’'-]*\s+){0,4}$",
            text[start:at],
            re.I,
        )
    )


def _abbreviated(text: str, at: int) -> bool:
    """Whether a full stop belongs to a title or an initial."""
    return text[at : at + 1] == "." and bool(
        re.search(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Col|Rev|Sgt|Prof|Capt|Lt|Supt|Cllr|Jr)$", text[:at])
    )
