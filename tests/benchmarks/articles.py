"""Articles to measure on: passages put together from the example events' sentences, no two alike."""

from __future__ import annotations

import random
import re
from itertools import product

from framing.embed import load_encoder
from framing.examples import example_passages
from framing.records import Article, Event, Paragraph

_NUMBER = re.compile(r"\d+")
_SYLLABLES = "ba del fi gor hul ja kem lo mar nes".split()


def event(articles: int, passages: int, *, seed: int = 1) -> Event:
    """Return an event of so many articles of so many passages of two or three sentences, always the same one.

    Every third passage is told by all articles in nearly the same words; figures are changed and a name is added, so
    that no sentence comes twice and none is among the vectors that come with the program.
    """
    draw = random.Random(seed)
    sentences = sorted({s.text for p in example_passages() if p.aligned for s in p.sentences if len(s.text) > 40})
    shared = [draw.sample(sentences, draw.choice((2, 3))) for _ in range(passages // 3 or 1)]
    names = ("".join(parts).capitalize() for parts in product(_SYLLABLES, repeat=5))

    def passage(chosen: list[str]) -> Paragraph:
        told = [_NUMBER.sub(lambda _: str(draw.randint(2, 99)), s).rstrip(".") for s in chosen]
        return Paragraph(" ".join(f"{s}, {next(names)} said." for s in told))

    def article(number: int) -> Article:
        own = [draw.sample(sentences, draw.choice((2, 3))) for _ in range(passages - len(shared))]
        told = [*own, *shared]
        draw.shuffle(told)
        return Article(f"Source {number:03}", tuple(passage(t) for t in told), title=f"What happened, told by {number}")

    return Event("An event to measure on", tuple(article(n) for n in range(1, articles + 1)))


def texts(articles: int, passages: int) -> list[str]:
    """Return the passages of such an event as texts."""
    return [p.text for a in event(articles, passages).articles for p in a.paragraphs]


def model_folder() -> str:
    """Return where the embedded model lies, for those who load it in their own way."""
    return load_encoder().place
