"""Find attributed indirect speech in a sentence: what somebody is reported to have said, without quotation marks.

Rules over reporting verbs, after the patterns that Pareti et al. 2013 found to cover most attributions in news: the
clause after a verb ("X said that …"), the clause before it ("…, X said"), and "according to X". What is reported is the
clause; who says it and the verb stay the outlet's own words.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Clause(NamedTuple):
    """Characters of a sentence that report what somebody said."""

    start: int
    end: int


_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NAME = r"[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}"
_OWNER = r"(?:the|a|an|his|her|its|their|my|our|state|local)"
# What may stand between the verb and what is said: when, where and to whom.
_WHEN = rf"(?:(?:late|early)?\s*(?:on|in|last|this)?\s*(?:{_DAY}|{_MONTH})(?:\s+\d{{1,2}})?(?:\s+(?:morning|afternoon|evening|night))?)"
_PLACE = (
    rf"(?:(?:in|at|during|through|via|after|on)\s+(?:{_OWNER}\s+)?(?:[\w-]+\s+){{0,3}}?(?:statement|interview|speech|letter"
    r"|e-?mail|post|tweet|Twitter|Facebook|television|radio|briefing|report|release|conference|call|hearing|match|meeting"
    r"|court|testimony|memo|address|remarks|translator|spokes(?:man|woman|person)))"
)
_TIME = r"(?:yesterday|today|tonight|later|earlier|also|again|repeatedly|recently|then|last\s+(?:week|month|year|night)|this\s+(?:week|month|year))"
_ADJUNCT = rf"(?:\s+(?:{_WHEN}|{_PLACE}|{_TIME}|previously))*"
_WHOM = rf"(?:(?:{_OWNER}|two|three|several)\s+(?:[\w’'-]+\s+){{0,2}}?[\w’'-]+|{_NAME}|reporters|police|investigators|lawmakers|journalists|officers|senators|voters|supporters|viewers|prosecutors|officials|parliament|him|her|them|me|us|you)"

_SAY = r"(?:says?|said|saying|thinks?|thinking|thought|hop(?:es?|ed|ing)|insist(?:s|ed|ing)?|reckons?|jok(?:es?|ed|ing)|complain(?:s|ed|ing)?)"
_TELL = r"(?:tells?|told|telling|assur(?:es?|ed|ing)|remind(?:s|ed|ing)?|inform(?:s|ed|ing)?|warn(?:s|ed|ing)?|convinc(?:es?|ed|ing))"
# These take a bare clause ("claims managers knew") as well as a noun ("claims victory").
_EITHER = (
    r"(?:(?:claim|argu|admit|add|warn|believ|suggest|not|acknowledg|conced|confirm|contend|maintain|alleg|explain|predict"
    r"|estimat|fear|recall|feel|assert|stat|reckon|declar|learn|doubt|report|tweet)(?:t?s|es|e|ed|ted|ing|ting)?"
    r"|felt)"
)
# These report speech only with "that" ("announced that …", not "announced a plan").
_THAT = (
    r"(?:(?:announc|not|stress|emphasi[sz]|writ|wrot|testif|conclud|reveal|find|found|show|declar|promis|vow|pledg|den|deni|observ|hold|held"
    r"|rul|agre|propos|impl|hint|indicat|underlin|underscor|caution|conced|point(?:s|ed|ing)? out|repl|respond|swear|sw[eo]re?|decid"
    r"|mak(?:es?|ing) clear|made clear|mention|realiz|realis|speculat|disclos|confess|protest|tweet|post|accept|fear)(?:s|es|e|ed|ied|ies|y|ying|ing|ten)?)"
)
_ASK = r"(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|inquired?)"
_ANY = rf"(?:{_SAY}|{_TELL}|{_EITHER}|{_THAT})"
QUOTED = "ˣ"
"""What the letters of a direct quotation are replaced with before reported clauses are looked for."""

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|did|do|does|ha[sd]n['’]t|\w+n['’]t)\b"
)
_PRONOUN = re.compile(r"(?:he|she|it|they|we|I|you|there|this|these|those|that)\b(?!\s+of)", re.IGNORECASE)

_AFTER_THAT = re.compile(rf"\b{_ANY}\b(?:\s+{_WHOM})?{_ADJUNCT},?\s+that\s+(?=\S)")
_AFTER_SAY = re.compile(rf"\b(?:{_SAY}|{_TELL}\s+{_WHOM}){_ADJUNCT}\s+(?=[\w“\"‘$£€])")
_AFTER_EITHER = re.compile(rf"\b{_EITHER}{_ADJUNCT}\s+(?=[\w“\"‘$£€])")
_ASKED = re.compile(
    rf"\b{_ASK}\b(?:\s+{_WHOM})?{_ADJUNCT}\s+(?=(?:whether|if|when|why|how|what|who|where)\b)", re.IGNORECASE
)
_ACCORDING = re.compile(r"\b[Aa]ccording to\s+")
_AS_SAID = re.compile(rf"^As\s+(?:[\w’'.-]+\s+){{1,5}}?{_ANY},\s+")
# ", the fire chief, Alan Boyd, said on Monday" or ", said Alan Boyd": ends the sentence or is followed by a comma.
_TAG = re.compile(
    rf",\s+(?:(?P<who>(?:[\w’'.-]+\s+){{1,7}}?(?:,[^,]{{2,40}},\s+)?|[\w’'. -]{{2,40}},[^,]{{2,50}},\s+)(?P<verb>{_SAY}|{_TELL}\s+{_WHOM}|{_EITHER}|wrote|writes|reported|reports)"
    rf"{_ADJUNCT}|(?P<back>{_SAY})\s+(?P<speaker>[^,;]{{2,80}}?)(?:,[^,;]{{2,60}})?)(?=[.,;!]?\s*$|,\s)"
)
_NOT_WHO = re.compile(
    r"\b(?:who|which|that|and|but|or|as|while|when|if|because|after|before|with|to|of which)\b", re.IGNORECASE
)
_NOT_SAID = re.compile(
    r"(?:on|in|at|after|before|during|through|to|by|as|for|with|from|of|about|against|nothing|so|goodbye|yes|no one|and|or|but|his|her|its"
    r"|their)\b(?!\s+\w+\s+(?:is|was|were|are|had|has|would|will))",
    re.IGNORECASE,
)
_COMMAS = (",", "”", "’", '"', "'", "»", "?", "!", "“")
_NOUN = re.compile(
    r"\b(?:the|a|an|this|that|these|those|his|her|its|their|my|our|no|any|new|of|'s|’s|\w+ing|first|latest)\s+$", re.I
)
_STOP = re.compile(
    r""";|,[”"’']?\s+(?:while|whereas|adding|citing|according|declining|speaking|referring|noting|saying|calling|though|although|which)\b"""
    r"|,\s+(?:and|but)\s+(?:\w+ed|said|told|left|went|gave|made|took|wrote|says|her|his|their|its|the\s+\w+\s+(?:seem\w*|agree\w*|did|have|has))\b"
    r"|\s+[–—]\s+|(?<=May)\.\s"
)


def reported(sentence: str) -> list[Clause]:
    """Return the clauses of a sentence that report somebody's words or thoughts, in order, none overlapping."""
    found = [*_after(sentence), *_before(sentence)]
    return _merged(found)


def _after(text: str) -> list[Clause]:
    """Return the clauses that follow a reporting verb."""
    clauses = []
    for pattern in (_AFTER_THAT, _ASKED, _AS_SAID):
        clauses += [_until(text, m.end()) for m in pattern.finditer(text)]
    if text.startswith("Asked ") and clauses and "," in text:  # the question ends where the main clause begins
        clauses = [Clause(c.start, max(c.start, min(c.end, text.index(",")))) for c in clauses]
    for match in _AFTER_SAY.finditer(text):
        rest = text[match.end() :]
        inverted = text[: match.start()].rstrip().endswith(_COMMAS) and not _clausal(rest.split(",")[0])
        if not inverted and not _NOT_SAID.match(rest) and not rest.startswith("that ") and len(rest.split()) > 2:
            clauses.append(_until(text, match.end()))
    for match in _AFTER_EITHER.finditer(text):
        clause = _until(text, match.end())
        piece = text[clause.start : clause.end]
        if _NOUN.search(text[: match.start()]) or _FINITE.match(piece):
            continue  # "the report would be ready"
        if _finite(piece) and not _NOT_SAID.match(piece) and not piece.startswith("that "):
            clauses.append(clause)
    return clauses


def _before(text: str) -> list[Clause]:
    """Return the clauses that a tag at their end attributes ("…, she said"), and those round "according to"."""
    clauses = []
    for match in _TAG.finditer(text):
        if (match["who"] and _NOT_WHO.search(match["who"])) or _clausal(match["speaker"] or ""):
            continue
        start = max(text.rfind(";", 0, match.start()) + 1, 0)
        if _words(text[start : match.start()]) > 1:
            clauses.append(Clause(start, match.start()))
            if text[match.end() :].startswith(",") and not _STOP.match(text, match.end()):
                clauses.append(_until(text, match.end() + 1))
    for match in _ACCORDING.finditer(text):
        comma = text.find(",", match.end())
        if not text[: match.start()].strip(" “\"'‘") and comma > 0:
            clauses.append(_until(text, comma + 1))
        elif (match.start() and text[: match.start()].rstrip().endswith(",")) or match.start():
            clauses.append(Clause(0, match.start()))
    return clauses


def _until(text: str, start: int) -> Clause:
    """Return the clause from `start` to where the sentence, or what is reported, ends."""
    stop = _STOP.search(text, start)
    return Clause(start, stop.start() if stop else len(text))


def _finite(piece: str) -> bool:
    """Whether a stretch of text reads as a clause, not as an object: a pronoun first, or a finite verb soon."""
    return len(piece.split()) > 2 and bool(_PRONOUN.match(piece) or _FINITE.search(" ".join(piece.split()[:9])))


def _clausal(piece: str) -> bool:
    """Whether a stretch holds a finite verb or quoted words, so that it cannot be a speaker's name alone."""
    return QUOTED in piece or bool(_FINITE.search(piece))


def _words(piece: str) -> int:
    """Count the words outside direct quotations."""
    return sum(QUOTED not in word and any(c.isalnum() for c in word) for word in piece.split())


def _merged(clauses: list[Clause]) -> list[Clause]:
    merged: list[Clause] = []
    for clause in sorted(clauses):
        if merged and clause.start < merged[-1].end:
            merged[-1] = Clause(merged[-1].start, max(merged[-1].end, clause.end))
        else:
            merged.append(clause)
    return merged
