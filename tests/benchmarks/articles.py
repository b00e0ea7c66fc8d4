"""Articles to measure on: passages put together from the example events' sentences, no two alike."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, product

from framing.align.words import STOP
from framing.embed import load_encoder
from framing.examples import example_passages
from framing.records import Article, Event, Paragraph

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\b[a-z]{4,}\b")
_NAME = re.compile(r"(?<=[\w,] )[A-Z]\w+(?: [A-Z]\w+)*")
_ENDINGS = ("ing", "ed", "ly", "s")
_SYLLABLES = "ba del fi gor hul ja kem lo mar nes".split()


def event(articles: int, passages: int, *, seed: int = 1) -> Event:
    """Return an event of so many articles of so many passages of two or three sentences, always the same one.

    Every third passage is told by all articles in nearly the same words: figures are changed and a name is added. The
    others are each article's own: their sentences are built like the examples', with other words in place of those that
    tell something. So no sentence comes twice, no two articles share one by chance, and none is among the vectors that
    come with the program.
    """
    draw = random.Random(seed)
    sentences = sorted({s.text for p in example_passages() if p.aligned for s in p.sentences if len(s.text) > 40})
    dealt = cycle(draw.sample(sentences, len(sentences)))  # two things that all tell have no sentence in common
    shared = [[next(dealt) for _ in range(draw.choice((2, 3)))] for _ in range(passages // 3 or 1)]
    names = ("".join(parts).capitalize() for parts in product(_SYLLABLES, repeat=5))
    exchanged = _exchange(sentences, draw, names)

    def passage(chosen: Sequence[str]) -> Paragraph:
        told = [_NUMBER.sub(lambda _: str(draw.randint(2, 99)), s).rstrip(".") for s in chosen]
        return Paragraph(" ".join(f"{s}, {next(names)} said." for s in told))

    def article(number: int) -> Article:
        own = [draw.sample(sentences, draw.choice((2, 3))) for _ in range(passages - len(shared))]
        told = [*([exchanged(s) for s in chosen] for chosen in own), *shared]
        draw.shuffle(told)
        return Article(f"Source {number:03}", tuple(passage(t) for t in told), title=f"What happened, told by {number}")

    return Event("An event to measure on", tuple(article(n) for n in range(1, articles + 1)))


def _exchange(sentences: Sequence[str], draw: random.Random, names: Iterator[str]) -> Callable[[str], str]:
    """Return what puts others of the sentences' words, with the same ending, in place of those that tell something.

    In place of a name comes a new one.
    """
    found = sorted({word for s in sentences for word in _WORD.findall(s)} - STOP)
    alike = {ending: [word for word in found if _ending(word) == ending] for ending in (*_ENDINGS, "")}

    def exchanged(word: re.Match[str]) -> str:
        return word.group() if word.group() in STOP else draw.choice(alike[_ending(word.group())])

    return lambda sentence: _NAME.sub(lambda _: next(names), _WORD.sub(exchanged, sentence))


def _ending(word: str) -> str:
    return next((ending for ending in _ENDINGS if word.endswith(ending)), "")


def texts(articles: int, passages: int) -> list[str]:
    """Return the passages of such an event as texts."""
    return [p.text for a in event(articles, passages).articles for p in a.paragraphs]


def model_folder() -> str:
    """Return where the embedded model lies, for those who load it in their own way."""
    return load_encoder().place
