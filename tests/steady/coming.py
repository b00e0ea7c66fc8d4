"""How a visitor's event comes in: by its address, pasted article by article, or as a file; then it is compared."""

from __future__ import annotations

import json
import random
import time
from dataclasses import dataclass

from framing.read import event_to_json
from framing.records import Event
from tests.steady.brought import Plan
from tests.steady.uploading import upload
from tests.steady.visitor import Visitor

_BOX, _SOURCE, _ADD = "Text of the article", "Source", "Add this text"


@dataclass(frozen=True)
class Coming:
    """What a visitor waited for, in seconds, until the first view of the event: to add each article, and to compare."""

    compared: float
    added: tuple[float, ...] = ()


def come(visitor: Visitor, plan: Plan, draw: random.Random, looked_at: tuple[float, float]) -> Coming:
    """Bring the event and have it compared; a saved one is named by the visitor's address already."""
    if plan.way == "saved":
        return Coming(visitor.visit())
    visitor.visit("articles")
    event = plan.event
    if plan.way == "pasted":
        added = _paste(visitor, event, draw, looked_at)
    else:
        content = json.dumps(event_to_json(event)).encode()
        added = [upload(visitor, "Or drop files here", "event.json", content)]
        visitor.forget()
    return Coming(visitor.press("Compare them"), tuple(added))


def _paste(visitor: Visitor, event: Event, draw: random.Random, looked_at: tuple[float, float]) -> list[float]:
    added = []
    for article in event.articles:
        time.sleep(draw.uniform(*looked_at) / 3)
        visitor.type("text_input", _SOURCE, article.source)
        visitor.type("text_area", _BOX, "\n\n".join((article.title, *(p.text for p in article.paragraphs))))
        added.append(visitor.press(_ADD))
    visitor.forget()
    visitor.type("text_input", "Title of the event", event.title)
    return added
