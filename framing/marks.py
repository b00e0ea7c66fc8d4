"""Which words of a passage to mark: those it shares with other sources, those that carry tone, or those it quotes."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Literal

from framing.align.mentioned import mentioned
from framing.align.words import background, telling, words
from framing.markup import Mark
from framing.measure import explain
from framing.measure.explain import Word
from framing.measure.voice import speech
from framing.records import Passage

Marking = Literal["shared words", "loaded words", "certainty", "quotations", "nothing"]

_COUNTED = ("number", "percent", "money")
_RARE = 2.0  # a word of which at least six in seven news articles have none; "city" and "last" are commoner


def marks_of(passage: Passage, shown: Sequence[Passage], marking: Marking) -> Iterator[Mark]:
    """Yield the marks of one passage, which stands beside the passages `shown`."""
    if marking == "shared words":
        yield from _shared(passage, {stem for p in shown if p.source != passage.source for stem in _stems(p)})
    elif marking in ("loaded words", "certainty"):
        yield from _tone(passage, "loaded" if marking == "loaded words" else "certainty")
    elif marking == "quotations":
        for span in speech([passage])[passage.id]:
            yield Mark(span.start, span.end, "quoted", "quoted" if span.kind == "direct" else "attributed")


def marks_of_each(shown: Sequence[Passage], marking: Marking) -> dict[str, tuple[Mark, ...]]:
    """Return the marks of passages that stand beside one another, by passage id."""
    if marking != "shared words":
        return {p.id: tuple(marks_of(p, shown, marking)) for p in shown}
    by_source: dict[str, set[str]] = {}
    for passage in shown:
        by_source.setdefault(passage.source, set()).update(_stems(passage))
    elsewhere = {s: set().union(*(by_source[other] for other in by_source if other != s)) for s in by_source}
    return {p.id: tuple(_shared(p, elsewhere[p.source])) for p in shown}


def _stems(passage: Passage) -> set[str]:
    return {word.stem for word in words(passage.text)}


def _shared(passage: Passage, elsewhere: Container[str]) -> Iterator[Mark]:
    rarity, found = background().rarity, mentioned(passage.text)
    # A figure is marked with its sign and unit: of "£52m", "52" alone would read as another figure.
    counted = [figure for figure in found.figures if figure.kind in _COUNTED]
    whole = {at: figure for figure in counted for at in range(figure.start, figure.end)}
    done = 0
    for word in telling(found.words):
        rare = len(word.text) > 1 and rarity(word.stem) >= _RARE
        figure = whole.get(word.start) if word.text[0].isdigit() else None
        start, end = (figure.start, figure.end) if figure else (word.start, word.start + len(word.text))
        if start >= done and word.stem in elsewhere and (rare or word.text[0].isdigit()):
            done = end
            yield Mark(start, end, "shared", "another source uses this word here, too")


def score_marks(words: Sequence[Word], instrument: str, *, start: int = 0, least: float = 0.0) -> Iterator[Mark]:
    """Yield the marks of the words that made a sentence's score, as `measure.explain` gives them.

    "low" marks what makes a sentence colder, less certain or more loaded, "high" the opposite. `start` is where the
    sentence begins in its passage. Words that did less than the share `least` (0 to 1) of what the strongest did stay
    unmarked.
    """
    strongest = max((abs(score) for *_, score in words), default=0.0)
    for begin, end, word, score in words:
        if abs(score) >= least * strongest:
            kind = "low" if (score < 0) != (instrument == "loaded") else "high"
            yield Mark(start + begin, start + end, kind, f"{word}: {score:+.2f}")


def _tone(passage: Passage, instrument: str) -> Iterator[Mark]:
    for sentence in passage.sentences:
        yield from score_marks(explain(sentence.text, instrument), instrument, start=sentence.start)
