"""What is done beside the server as soon as it is up, so that no visitor waits for it."""

from __future__ import annotations

import ast
import gc
import importlib
import os
import threading
import time
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from pages import giving_way, tidying
from pages.deep_link import PAGES

if TYPE_CHECKING:
    from framing.comparison import Comparison

_PATIENCE = 3.0  # seconds; loading the model takes the processor from the first view, which does without it
# Seconds; somewhere somebody always asks, and the next one may bring articles, which need the model. So quiet is waited
# for at first, then only the end of a page's drawing, and at last nothing.
_QUIET_UNTIL, _LONGEST = 6.0, 30.0
_PAUSE = 1.5  # seconds; the model takes as long and cannot be loaded in steps: who clicks on would meet it
_first_view = threading.Event()
_importing = threading.RLock()


def import_for(script: Path) -> None:
    """Import what a script imports at its top, one visitor at a time.

    Python lets threads that import modules of one package at once see some of them by half.
    """
    giving_way.note_a_run()
    with _importing:
        for name in _imports(script):
            importlib.import_module(name)


@lru_cache
def _imports(script: Path) -> tuple[str, ...]:
    names: list[str] = []
    for node in ast.parse(script.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = [f"pages.{alias.name}" for alias in node.names] if node.module == "pages" else [node.module]
            names += whole
    return tuple(names)


def begin() -> None:
    """Make ready in a thread. Raises ValueError where FRAMING_MODEL names a model that cannot be loaded."""
    gc.disable()  # a tenth of the time of imports goes into looking for what can go, and nothing can
    if os.environ.get("FRAMING_MODEL"):
        _load_model()
    threading.Thread(target=_warm, name="make ready", daemon=True).start()
    threading.Thread(target=tidying.go_on, name="tidy", daemon=True).start()


def first_view_is_drawn() -> None:
    """Let the model be loaded as soon as nobody asks for a page."""
    giving_way.note_a_run()
    _first_view.set()


def _warm() -> None:
    """Import the library and compare the example that opens first; then, in quiet moments, the rest and the model.

    The library is imported here and not above: the server is up and the browser busy with the page meanwhile. What the
    other pages import and show is wanted by the next click, the model only by articles of one's own.
    """
    first = None
    try:
        first = _first()  # its findings are for the page, which draws the ribbon first
    finally:  # whoever brings articles of their own can do without the example
        _first_view.wait(_PATIENCE)
        gc.enable()
        let_others_first = _courtesy(time.monotonic())
        for make in chain(_imported(), made(first)):
            let_others_first()
            make()
        giving_way.wait_for_quiet(time.monotonic() + _QUIET_UNTIL, _PAUSE)
        _load_model()
    for make in made_with_the_model(first):
        let_others_first()
        make()
    tidying.tidy()


def _courtesy(now: float) -> Callable[[], None]:
    """Return what waits until nobody asks for a page and none is drawn: shorter the later it is, at last not at all."""

    def let_others_first() -> None:
        giving_way.wait_for_quiet(now + _QUIET_UNTIL)
        if not giving_way.is_wanted():
            giving_way.wait_for_pages(now + _LONGEST)

    return let_others_first


def _first() -> Comparison:
    with _importing:
        from pages.example_events import FIRST, compared_example

    return compared_example(FIRST)


def _imported() -> Iterator[Callable[[], object]]:
    """Yield, in small steps, what imports what the pages use."""
    for name in _modules():
        yield partial(_import, name)


def made(first: Comparison | None) -> Iterator[Callable[[], object]]:
    """Yield, in small steps, what makes what the pages show first of the example."""
    for table in ("_emphasis_tables", "omissions", "keyness", "actors", "voices", "swaps") if first else ():
        yield partial(getattr, first, table)


def made_with_the_model(first: Comparison) -> Iterator[Callable[[], object]]:
    """Yield what makes, of what takes the model or large libraries, what is the same for everybody."""
    with _importing:
        from pages.tone_actors import mentions_measured
        from pages.tone_closeness import known_frames, other_events
    yield partial(getattr, first, "order_agreement")
    yield partial(known_frames, "policy")
    yield partial(other_events, first)
    yield partial(mentions_measured, first)


def _import(name: str) -> None:
    with _importing:
        importlib.import_module(name)


def _modules() -> list[str]:
    """Return what the pages import: not the scripts of the pages themselves, which would run."""
    scripts = {"router", "overview", *PAGES}
    return [
        f"pages.{path.stem}"
        for path in sorted(Path(__file__).parent.glob("*.py"))
        if path.stem not in scripts | {"__init__"}
    ]


def _load_model() -> None:
    with _importing:
        from framing.embed import load_encoder

    load_encoder().load()
