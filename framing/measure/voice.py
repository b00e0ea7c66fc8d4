"""Tell the outlet's own words from quoted ones: direct quotation and attributed indirect speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from framing.measure.reported import reported
from framing.measure.speech_patterns import QUOTED
from framing.quotation import Span, quotations
from framing.records import Passage, Sentence

Voice = Literal["own", "quoted", "mixed"]
WORD = re.compile(r"\S*\w\S*")
_OPENS = ("“", '"', "«", "„")
# A short fragment in marks is somebody's words only where somebody is said to speak; otherwise it is a title, a name or
# a word held at arm's length ("so-called"), and those are the outlet's own.
_SHORT = 4
_CUE = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|call(?:s|ed|ing)?|describ\w+|term(?:ed|s)|dub(?:s|bed)|brand(?:s|ed)|label\w+"
    r"|hail(?:s|ed)?|denounc\w+|dismiss(?:es|ed)?|words|ask(?:s|ed)?|add(?:s|ed)|wr(?:ites?|ote)|repl(?:ies|ied)|shout(?:s|ed)?"
    r"|jok(?:es?|ed)|promis(?:es?|ed)|according|argu(?:es?|ed)|claim(?:s|ed)?|warn(?:s|ed)?|insist(?:s|ed)?|tweet(?:s|ed)?|declar\w+"
    r"|vow(?:s|ed)?|prais\w+|criti\w+|accus\w+|express\w+|refer\w+|announc\w+|stat(?:es|ed)|answer(?:s|ed)?|urg(?:es?|ed)|yell\w*"
    r"|chant\w*|cried|quoted|labell?ed|deem\w*|conced\w+|acknowledg\w+|admit\w*|complain\w*|suggest\w*|characteri\w+|blast\w*|slam\w*"
    r"|repeat\w*|reiterat\w*|predict\w*|counter\w*|recall\w*|remark\w*|observ\w*|exclaim\w*|agree\w*"
    r"|defend\w*|explain\w*|confirm\w*|not(?:ed|es|ing)|boast\w*|stress\w*|puts? it"
    r"|blam\w*|liken\w*|reject\w*|condemn\w*|portray\w*|depict\w*)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:novel|book|film|movie|song|album|play|show|series|entitled|titled|headlined|slogan|podcast)\b,?\s*$", re.I
)
# The tag right behind a fragment: "…,” said Ann Lee", "…,” the mayor said".
_TAG = re.compile(
    rf"[,\s]*(?:(?!(?:ha[sd]|have|is|was|were|will|would|not|that|and|but|to)\b)[\w’'.-]+,?\s+){{0,6}}?{_CUE.pattern}",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:which|whom|that|who|what)\s(?:\w+\s){0,4}?(?:call|dub|nickname)\w*\s*$", re.I)
_REPLY = re.compile(
    r"[,\s]*(?:was|is|came)\s(?:how\b|(?:his|her|their|its|the)\s(?:\w+\s)?(?:reply|answer|verdict|response|message|comment|word))"
)
_NAMED = re.compile(r"(?:so-called|known as|the words?|the term|the phrase|nicknamed|\w+sel(?:f|ves))\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Speech:
    """Characters of a passage that are somebody else's words: `direct` inside marks, `indirect` attributed."""

    start: int
    end: int
    kind: Literal["direct", "indirect"]


def speech(passages: Sequence[Passage]) -> dict[str, list[Speech]]:
    """Return the quoted spans of one article's passages, taken in reading order, by passage id.

    A quotation left open goes on in the next passage where that begins with a mark. Direct and indirect spans may
    overlap: a few words in marks inside a reported clause.
    """
    found = {}
    for passage, following in zip(passages, [*passages[1:], None], strict=True):
        goes_on = following is not None and following.text.lstrip().startswith(_OPENS)
        direct = [s for s in quotations(passage.text) if _spoken(passage, s, goes_on=goes_on)]
        spans = [Speech(s.start, s.end, "direct") for s in direct]
        found[passage.id] = sorted(spans + _indirect(passage, direct), key=lambda s: (s.start, s.end))
    return found


def quoted_share(text: str, start: int, end: int, spans: Sequence[Speech]) -> float:
    """Return the share of words between two offsets that lie in quoted spans, 0 own … 1 quoted."""
    near = [s for s in spans if s.start < end and start < s.end]
    if not near:
        return 0.0
    middles = [start + (m.start() + m.end()) / 2 for m in WORD.finditer(text[start:end])]
    inside = sum(any(s.start <= middle < s.end for s in near) for middle in middles)
    return inside / len(middles) if middles else 0.0


def own_words(sentence: str) -> str:
    """Return a sentence with what others say in it blanked, at the same length, unless that is half of it or more.

    A few words in marks ("called it a “witch hunt”") are not how the outlet words it; a sentence that is mostly
    quotation can only be measured by what it quotes.
    """
    spans = spoken(sentence)
    if not spans:
        return sentence
    mostly = quoted_share(sentence, 0, len(sentence), [Speech(*s, "direct") for s in spans]) >= 0.5
    return sentence if mostly else masked(sentence, spans)


@lru_cache(maxsize=5_000)  # loaded words and attribution ask for the same
def spoken(sentence: str) -> tuple[Span, ...]:
    """Return the direct quotations of a sentence on its own that are speech, in order."""
    alone = Passage("", "", "", 0, "body", sentence, (Sentence(sentence, 0),))
    return tuple(s for s in quotations(sentence) if _spoken(alone, s, goes_on=False))


def masked(text: str, spans: Sequence[Span]) -> str:
    """Return a text with the words of these quotations blanked, at the same length."""
    for span in spans:
        text = text[: span.start] + _blank(text[span.start : span.end]) + text[span.end :]
    return text


def voice_of(share: float) -> Voice:
    """Name a share: own below a fifth, quoted above four fifths, mixed between."""
    return "own" if share < 0.2 else "quoted" if share > 0.8 else "mixed"


def _spoken(passage: Passage, span: Span, *, goes_on: bool) -> bool:
    """Whether a span in marks is speech, not a title, a name or a word held at arm's length."""
    inside = passage.text[span.start : span.end]
    before = passage.text[: span.start]
    if _NAMED.search(before) or (inside.istitle() and (_TITLE.search(before) or _CALLED.search(before))):
        return False
    if _named_thing(inside, before):
        return False
    if len(inside.split()) > _SHORT or (span.end == len(passage.text) and goes_on):
        return True
    sentence = next((s for s in passage.sentences if s.start <= span.start < s.end), Sentence(passage.text, 0))
    left, right = passage.text[sentence.start : span.start], passage.text[span.end : sentence.end]
    core = inside.strip("“”\"'‘’«»„ \u00a0\u202f")
    introduced = before.rstrip().endswith(":") or right.startswith(":")
    opens = not WORD.search(left) and (core[-1:] in (",", ".", "!", "?") or not WORD.search(right))
    stopped = right.startswith(",") or core[-1:] in (",", ".", "!", "?", "…")
    sourced = len(inside.split()) > 1 and re.search(r",\s[Aa]ccording to\s", right)
    return (
        introduced
        or opens
        or bool(sourced)
        or bool(_CUE.search(left) or (stopped and _TAG.match(right)) or _REPLY.match(right))
    )


def _named_thing(inside: str, before: str) -> bool:
    """Whether a fragment is the name of something: every word with a capital, and no verb or comma right before it."""
    words = inside.strip("“”\"'‘’«»„.,").split()
    titled = 1 < len(words) <= 2 * _SHORT and all(word[0].isupper() for word in words)
    return (
        titled
        and not _CUE.search(" ".join(before.split()[-3:]))
        and not before.rstrip().endswith((",", ":", "."))
        and bool(before.strip())
    )


def _indirect(passage: Passage, direct: Sequence[Span]) -> list[Speech]:
    """Return the reported clauses of a passage; direct quotations are blanked, so that their verbs do not count."""
    found = []
    for sentence in passage.sentences:
        text = sentence.text
        for span in direct:
            a, b = max(span.start - sentence.start, 0), min(span.end - sentence.start, len(text))
            if a < b:
                text = text[:a] + _blank(text[a:b]) + text[b:]
        for clause in reported(text):
            if re.search(rf"[^\W_{QUOTED}]", text[clause.start : clause.end]):
                found.append(Speech(sentence.start + clause.start, sentence.start + clause.end, "indirect"))
    return found


def _blank(quotation: str) -> str:
    """Return a quotation of the same length without its words; its last comma stays, for the tag that follows it."""
    return re.sub(r"\w", QUOTED, quotation)
