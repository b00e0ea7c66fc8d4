"""Thirty people at once, each with an event of their own: `make load` prints how long they wait and what it takes.

Each brings another number of articles of another length and no sentence that another brings. Some open an event that
was saved, some paste their articles and press the button, some add a file; some hide the names, some have the report
shown. They change pages and move the cut, looking at every page for some seconds. Every sentence of a visitor's holds a
word of its own; all that the server sends to anybody is kept and searched for the words of the others.
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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from framing.store import save_event
from tests import offline
from tests.steady.brought import Plan, plans
from tests.steady.coming import Coming, come
from tests.steady.serving import Server, serving
from tests.steady.visitor import Visitor

PAGES = ("side_by_side", "tone", "emphasis", "wording", "voices", "report", "articles", "")
VISITORS, SECONDS, MEGABYTES = 30, 3.0, 4096
LOOKED_AT = (5.0, 15.0)  # seconds that a page is looked at; shorter than anybody reads one


@dataclass(frozen=True)
class Visit:
    """What one visitor waited for, in seconds, and what was wrong."""

    way: str
    coming: Coming
    changes: tuple[float, ...]
    cut: float
    report: float | None
    wrong: tuple[str, ...]


def prepare(folder: Path, crowd: Sequence[Plan]) -> list[str]:
    """Save the events that were saved before, and return what stands in each visitor's address."""
    os.environ["FRAMING_HOME"] = str(folder / "home")
    return [
        f"event={save_event(plan.event, owner=f'visitor {plan.word}')}" if plan.way == "saved" else "" for plan in crowd
    ]


def visit(
    server: Server,
    query: str,
    crowd: Sequence[Plan],
    plan: Plan,
    *,
    pages: Sequence[str],
    looked_at: tuple[float, float],
) -> Visit:
    """Bring the event, go through the pages in an order of one's own, and move the cut."""
    draw, mine = random.Random(plan.number), plan.word
    order = list(pages)
    draw.shuffle(order)
    wrong, changes, cut, report = [], [], 0.0, None
    with Visitor(server.address, query=query) as visitor:
        coming = come(visitor, plan, draw, looked_at)
        if plan.hides_names:
            changes.append(visitor.press("Hide names"))
        for page in order:
            time.sleep(draw.uniform(*looked_at))
            before = len(visitor.frames)
            changes.append(visitor.visit(page))
            if page == "report" and plan.reads_report:
                report = visitor.open("checkbox", "Preview")
            if not any(mine.encode() in frame for frame in visitor.frames[before:]):
                wrong.append(f"{page or 'overview'} does not show {mine}")
            if page == "side_by_side":
                visitor.open("popover", "Move the cut")
                cut = visitor.slide("Passages count as a match", draw.choice([0.3, 0.45, 0.6]))
    received = b"\n".join(visitor.frames)
    wrong += [f"{mine} was shown {other.word}" for other in crowd if other != plan and other.word.encode() in received]
    wrong += [f"{mine} was shown a failure"] * (b"Something went wrong here" in received)
    return Visit(plan.way, coming, tuple(changes), cut, report, tuple(wrong))


def _visit(server: Server, query: str, crowd: Sequence[Plan], plan: Plan, **how: Any) -> Visit:
    """Visit; who waits in vain is told among what was wrong, and does not end the visits of the others."""
    begun = time.monotonic()
    try:
        return visit(server, query, crowd, plan, **how)
    except (TimeoutError, OSError, AssertionError) as error:
        waited = time.monotonic() - begun
        return Visit(
            plan.way,
            Coming(waited),
            (),
            0.0,
            None,
            (f"{plan.word} waited in vain, {waited:.0f} s in all: {type(error).__name__}",),
        )


def drive(server: Server, queries: Sequence[str], crowd: Sequence[Plan], **how: Any) -> list[Visit]:
    """Let all visit at once; see `visit` for how."""
    with ThreadPoolExecutor(len(crowd)) as all_of_them:
        waiting = [
            all_of_them.submit(_visit, server, query, crowd, plan, **how)
            for query, plan in zip(queries, crowd, strict=True)
        ]
        return [one.result() for one in waiting]


def figures_of(visits: Sequence[Visit]) -> dict[str, Any]:
    """Return how long visitors waited, in seconds, in half of the cases and in 95 of 100, and what was wrong."""
    changes = [seconds for visit in visits for seconds in visit.changes]
    brought = [visit for visit in visits if visit.way != "saved"]
    return {
        "visitors": len(visits),
        "page_changes": len(changes),
        "p50_s": _share(changes, 50),
        "p95_s": _share(changes, 95),
        "cut_p95_s": _share([visit.cut for visit in visits], 95),
        "report_p95_s": _share([visit.report for visit in visits if visit.report is not None], 95),
        "add_article_p95_s": _share([seconds for visit in brought for seconds in visit.coming.added], 95),
        "first_view_p95_s": _share([visit.coming.compared for visit in visits if visit.way == "saved"], 95),
        "compare_p50_s": _share([visit.coming.compared for visit in brought], 50),
        "compare_p95_s": _share([visit.coming.compared for visit in brought], 95),
        "wrong": [text for visit in visits for text in visit.wrong],
    }


def _share(seconds: Sequence[float], share: int) -> float | None:
    return round(float(np.percentile(seconds, share)), 2) if seconds else None


def too_much(figures: dict[str, Any]) -> list[str]:
    """Return what of the figures is not as it has to be."""
    slow, big = figures["p95_s"] >= SECONDS, figures["peak_mb"] >= MEGABYTES
    return [
        *([f"5 % of page changes took {figures['p95_s']} s or more; they may take {SECONDS:g}."] if slow else []),
        *([f"It took {figures['peak_mb']} MB of memory; it may take {MEGABYTES}."] if big else []),
        *([f"The model was loaded {figures['model_loads']} times, not once."] if figures["model_loads"] != 1 else []),
        *figures["wrong"],
    ]


def main() -> int:
    """Print one line of JSON; the exit status is 1 where somebody waited too long or saw what is not theirs."""
    offline.install()
    crowd = plans(VISITORS)
    with tempfile.TemporaryDirectory(prefix="framing-load-") as name:
        folder = Path(name)
        queries = prepare(folder, crowd)
        with serving(folder) as server:
            begun = time.monotonic()
            visits = drive(server, queries, crowd, pages=PAGES, looked_at=LOOKED_AT)
            took, peak, loads, log = time.monotonic() - begun, server.peak, server.loads, server.log
    figures = figures_of(visits)
    figures["wrong"] += [f"The log holds {plan.word}" for plan in crowd if plan.word in log] + offline.refusals()
    figures |= {
        "took_s": round(took),
        "peak_mb": round(peak),
        "model_loads": loads,
        "load_average": round(os.getloadavg()[0], 1),
    }
    print(json.dumps(figures))  # noqa: T201  (what the command is for)
    for sentence in (told := too_much(figures)):
        print(sentence, file=sys.stderr)  # noqa: T201
    return int(bool(told))


if __name__ == "__main__":
    sys.exit(main())
