"""Thirty people at once, each with an event of their own: `make load` prints how long they wait and what it takes.

Every visitor's articles hold a word of their own. Each opens the event by its address, changes pages and moves the cut,
looking at every page for some seconds; all that the server sends to them is kept and searched for the words of others.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from framing.read import open_example
from framing.records import Event, Paragraph
from framing.store import save_event
from tests import offline
from tests.steady.serving import Server, serving
from tests.steady.visitor import Visitor

PAGES = ("side_by_side", "tone", "emphasis", "wording", "voices", "report", "articles", "")
VISITORS, SECONDS, MEGABYTES = 30, 3.0, 4096
LOOKED_AT = (5.0, 15.0)  # seconds that a page is looked at; shorter than anybody reads one


@dataclass(frozen=True)
class Visit:
    """What one visitor waited for, in seconds, and what was wrong."""

    first: float
    changes: tuple[float, ...]
    cut: float
    wrong: tuple[str, ...]


def marker(number: int) -> str:
    """Return a word that nobody else's articles hold, and that is no part of another's."""
    return f"Vask{'aeiouy'[number // 36 % 6]}r{'aeiouy'[number // 6 % 6]}l{'aeiouy'[number % 6]}n"


def event_of(word: str, articles: int = 5, passages: int = 40) -> Event:
    """Return an event whose every passage holds the word."""
    event = open_example("ferry-terminal")
    marked = []
    for article in event.articles[:articles]:
        texts = (f"In {word} it was said: {p.text}" for p in article.paragraphs[:passages])
        marked.append(replace(article, title=f"{word}: {article.title}", paragraphs=tuple(map(Paragraph, texts))))
    return Event(f"Ferries in {word}", tuple(marked))


def prepare(folder: Path, words: Sequence[str], **size: int) -> list[str]:
    """Save an event a word and return the keys, each of which opens one."""
    os.environ["FRAMING_HOME"] = str(folder / "home")
    return [save_event(event_of(word, **size), owner=f"visitor {word}") for word in words]


def visit(
    server: Server, key: str, words: Sequence[str], number: int, *, pages: Sequence[str], looked_at: tuple[float, float]
) -> Visit:
    """Go through the pages in an order of one's own, and move the cut."""
    draw, mine = random.Random(number), words[number]
    order = list(pages)
    draw.shuffle(order)
    wrong, changes, cut = [], [], 0.0
    with Visitor(server.address, query=f"event={key}") as visitor:
        first = visitor.visit()
        for page in order:
            time.sleep(draw.uniform(*looked_at))
            before = len(visitor.frames)
            changes.append(visitor.visit(page))
            if not any(mine.encode() in frame for frame in visitor.frames[before:]):
                wrong.append(f"{page or 'overview'} does not show {mine}")
            if page == "side_by_side":
                visitor.open("popover", "Move the cut")
                cut = visitor.slide("Passages count as a match", draw.choice([0.3, 0.45, 0.6]))
    received = b"\n".join(visitor.frames)
    wrong += [f"{mine} was shown {word}" for word in words if word != mine and word.encode() in received]
    wrong += [f"{mine} was shown a failure"] * (b"Something went wrong" in received)
    return Visit(first, tuple(changes), cut, tuple(wrong))


def drive(server: Server, keys: Sequence[str], words: Sequence[str], **how: Any) -> list[Visit]:
    """Let all visit at once; see `visit` for how."""
    with ThreadPoolExecutor(len(keys)) as crowd:
        waiting = [crowd.submit(visit, server, key, words, n, **how) for n, key in enumerate(keys)]
        return [one.result() for one in waiting]


def main() -> int:
    """Print one line of JSON; the exit status is 1 where somebody waited too long or saw what is not theirs."""
    offline.install()
    words = [marker(number) for number in range(VISITORS)]
    with tempfile.TemporaryDirectory(prefix="framing-load-") as name:
        folder = Path(name)
        keys = prepare(folder, words)
        with serving(folder) as server:
            visits = drive(server, keys, words, pages=PAGES, looked_at=LOOKED_AT)
            peak, loads, log = server.peak, server.loads, server.log
    changes = [seconds for visit in visits for seconds in visit.changes]
    wrong = [text for visit in visits for text in visit.wrong]
    wrong += [f"The log holds {word}" for word in words if word in log] + offline.refusals()
    p50, p95 = np.percentile(changes, [50, 95])
    figures = {
        "visitors": len(visits),
        "page_changes": len(changes),
        "p50_s": round(float(p50), 2),
        "p95_s": round(float(p95), 2),
        "first_view_p95_s": round(float(np.percentile([v.first for v in visits], 95)), 2),
        "cut_p95_s": round(float(np.percentile([v.cut for v in visits], 95)), 2),
        "peak_mb": round(peak),
        "model_loads": loads,
        "load_average": round(os.getloadavg()[0], 1),
        "wrong": wrong,
    }
    print(json.dumps(figures))  # noqa: T201  (what the command is for)
    return int(bool(wrong) or p95 > SECONDS or peak > MEGABYTES or loads != 1)


if __name__ == "__main__":
    sys.exit(main())
