"""What visitors bring: events of many sizes, every sentence of which is theirs alone.

What is worked out from a sentence is kept by its text, so if all brought the same, only the first would wait.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Literal

from framing.read import example_events, open_example
from framing.records import Article, Event, Paragraph
from framing.segment import sentences

_EXCHANGES = 4  # words a sentence that change places with their neighbours


Way = Literal["saved", "pasted", "file"]
_WAYS: tuple[Way, ...] = ("saved", "pasted", "saved", "file", "pasted", "saved")


@dataclass(frozen=True)
class Plan:
    """What one visitor brings and does; `word` stands in every sentence of theirs and of nobody else's."""

    number: int
    articles: int
    passages: int

    @property
    def word(self) -> str:
        """A word that nobody else's articles hold, and that is no part of another's."""
        return marker(self.number)

    @property
    def way(self) -> Way:
        """How the event comes in: half of them were saved before, a third are pasted, the others are a file."""
        return _WAYS[self.number % len(_WAYS)]

    @property
    def hides_names(self) -> bool:
        """Whether the visitor hides the outlets' names: one in five."""
        return self.number % 5 == 1

    @property
    def reads_report(self) -> bool:
        """Whether the visitor has the report shown: one in five."""
        return self.number % 5 == 3

    @property
    def event(self) -> Event:
        """The articles."""
        return event_of(self.word, articles=self.articles, passages=self.passages)


def plans(visitors: int) -> list[Plan]:
    """Return what so many visitors do: two to eight articles each, of ten to forty passages."""
    return [Plan(number, 2 + number % 7, 10 + number * 7 % 31) for number in range(visitors)]


def marker(number: int) -> str:
    """Return the word of the visitor with this number."""
    return f"Vask{'aeiouy'[number // 36 % 6]}r{'aeiouy'[number // 6 % 6]}l{'aeiouy'[number % 6]}n"


def event_of(word: str, *, articles: int, passages: int) -> Event:
    """Return an event whose every sentence holds the word, told from the example events in an order of its own."""
    draw = random.Random(word)
    events = [open_example(name) for name in example_events()]
    draw.shuffle(events)
    told = []
    for number in range(articles):
        texts = [[p.text for p in event.articles[number % len(event.articles)].paragraphs] for event in events]
        mine = islice(chain.from_iterable(texts), passages)
        paragraphs = tuple(Paragraph(retold(text, word, draw)) for text in mine)
        told.append(Article(f"The Paper {chr(65 + number)}", paragraphs, title=f"{word}: headline {number + 1}"))
    return Event(f"What happened in {word}", tuple(told))


def retold(text: str, word: str, draw: random.Random) -> str:
    """Return a passage with the word in every sentence, its sentences in another order and their words, too."""
    told = [" ".join(_mixed(sentence.text.split(), word, draw)) for sentence in sentences(text)]
    draw.shuffle(told)
    return " ".join(told)


def _mixed(words: list[str], word: str, draw: random.Random) -> Iterator[str]:
    for _ in range(_EXCHANGES if len(words) > 3 else 0):
        place = draw.randrange(1, len(words) - 2)  # neither the first word nor the last, which carry the signs
        if not any("." in near for near in words[place - 1 : place + 2]):  # "a.m." before a capital ends a sentence
            words[place], words[place + 1] = words[place + 1], words[place]
    place = draw.randrange(1, len(words)) if len(words) > 1 else 0
    yield from (*words[:place], "in", word, *words[place:])
