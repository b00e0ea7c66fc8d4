"""Cut a passage where speakers can change: into sentences, those joined again that one quotation runs through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from framing.measure.speech_patterns import QUOTED
from framing.measure.voices.verbs import SPEAKING
from framing.quotation import Span, quotations
from framing.records import Passage


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences of a passage from `start` on; `text` has the letters of its `quotes` replaced, `sentence` is the first.

    Offsets of `quotes` are characters of `text`; they stand in order.
    """

    passage: Passage
    start: int
    sentence: int
    text: str
    quotes: tuple[Span, ...]

    @property
    def bare(self) -> bool:
        """Whether it is quotation and nothing else."""
        return not re.search(rf"[^\W_{QUOTED}]", self.text)


# "“Why?” Ann Lee asked." is one sentence, whatever the mark inside the quotation.
_ASKED = re.compile(r"[?!…][”\"'’»“]$")


def units(passage: Passage, quotes: Sequence[Span]) -> list[Unit]:
    """Return the units of a passage with these direct quotations, in order."""
    masked = passage.text
    for quote in [*quotes, *quotations(passage.text, open_at_end=False)]:  # nor are words in a title anybody's verb
        masked = masked[: quote.start] + re.sub(r"\w", QUOTED, masked[quote.start : quote.end]) + masked[quote.end :]
    found: list[list[int]] = []  # first sentence, start, end
    for i, sentence in enumerate(passage.sentences):
        within = any(q.start < sentence.start < q.end for q in quotes)
        if found and (within or _tags(masked[found[-1][1] : found[-1][2]], masked[sentence.start : sentence.end])):
            found[-1][2] = max(found[-1][2], sentence.end)
        else:
            found.append([i, sentence.start, sentence.end])
    return [
        Unit(
            passage,
            start,
            first,
            masked[start:end],
            tuple(Span(q.start - start, q.end - start) for q in quotes if start <= q.start < end),
        )
        for first, start, end in found
    ]


def _tags(before: str, after: str) -> bool:
    """Whether a sentence only says who asked or cried what stands in marks before it."""
    if not _ASKED.search(before.rstrip()) or after[:1] in "“\"'‘«„":
        return False
    verb = SPEAKING.search(after)
    return verb is not None and len(after[: verb.start()].split()) < 8 and "“" not in after[: verb.start()]


def plain_words(text: str) -> int:
    """Count the words of a masked text that stand outside its quotations."""
    return len(re.findall(rf"[^\W{QUOTED}]+", text))
