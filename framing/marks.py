"""Which words of a passage to mark: those it shares with other sources, those that carry tone, or those it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from framing.markup import Mark
from framing.measure import explain
from framing.measure.voice import speech
from framing.records import Passage

Marking = Literal["shared words", "loaded words", "certainty", "quotations", "nothing"]

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_ENDING = re.compile(r"(?:['’]s|ing|ed|es|s|ly)$")


def marks_of(passage: Passage, shown: Sequence[Passage], marking: Marking) -> Iterator[Mark]:
    """Yield the marks of one passage, which stands beside the passages `shown`."""
    if marking == "shared words":
        yield from _shared(passage, [p for p in shown if p.source != passage.source])
    elif marking in ("loaded words", "certainty"):
        yield from _tone(passage, "loaded" if marking == "loaded words" else "certainty")
    elif marking == "quotations":
        for span in speech([passage])[passage.id]:
            yield Mark(span.start, span.end, "quoted", "quoted" if span.kind == "direct" else "attributed")


def _shared(passage: Passage, others: Iterable[Passage]) -> Iterator[Mark]:
    elsewhere = {_stem(m.group()) for other in others for m in _WORD.finditer(other.text)}
    for match in _WORD.finditer(passage.text):
        word = match.group()
        telling = word.casefold() not in ENGLISH_STOP_WORDS and (len(word) > 2 or word.isdigit())
        if telling and _stem(word) in elsewhere:
            yield Mark(match.start(), match.end(), "shared", "another source uses this word here, too")


def _tone(passage: Passage, instrument: str) -> Iterator[Mark]:
    for sentence in passage.sentences:
        for start, end, word, score in explain(sentence.text, instrument):
            kind = "low" if score < 0 or instrument == "loaded" else "high"
            yield Mark(sentence.start + start, sentence.start + end, kind, f"{word}: {score:+.2f}")


def _stem(word: str) -> str:
    word = word.casefold()
    return word if len(word) < 5 else _ENDING.sub("", word)
