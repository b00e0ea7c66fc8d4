"""What is done beside the server as soon as it is up, so that no visitor waits for it."""

from __future__ import annotations

import ast
import gc
import importlib
import os
import threading
import time
from functools import lru_cache
from pathlib import Path

from pages.deep_link import PAGES

_PATIENCE = 3.0  # seconds; loading the model takes the processor from the first view, which does without it
_QUIET = 0.7  # seconds in which nobody asked for a page: whoever looks round quickly does not share the processor
_LONGEST = 20.0  # seconds; somewhere somebody always asks, and the next one may bring articles, which need the model
_first_view = threading.Event()
_importing = threading.RLock()
_asked = time.monotonic()


def import_for(script: Path) -> None:
    """Import what a script imports at its top, one visitor at a time.

    Python lets threads that import modules of one package at once see some of them by half.
    """
    _note_a_run()
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


def first_view_is_drawn() -> None:
    """Let the model be loaded as soon as nobody asks for a page."""
    _note_a_run()
    _first_view.set()


def _warm() -> None:
    """Import the library and compare the example that opens first; then, in quiet moments, the rest and the model.

    The library is imported here and not above: the server is up and the browser busy with the page meanwhile. What the
    other pages import is wanted by the next click, the model only by articles of one's own.
    """
    try:
        _compare_first()
    finally:  # whoever brings articles of their own can do without the example
        _first_view.wait(_PATIENCE)
        gc.enable()
        until = time.monotonic() + _LONGEST
        for name in _modules():
            _wait_for_quiet(until)
            with _importing:
                importlib.import_module(name)
        _wait_for_quiet(until)
        _load_model()
    _wait_for_quiet(until)
    # The model and the libraries are half a million objects that never go. Looking through them for what can go takes
    # a quarter of a second in which no visitor is answered.
    gc.collect()
    gc.freeze()


def _note_a_run() -> None:
    global _asked
    _asked = time.monotonic()


def _wait_for_quiet(until: float) -> None:
    """Wait until nobody has asked for a page for a moment; at the longest until then, as `time.monotonic` counts."""
    while (left := min(_asked + _QUIET, until) - time.monotonic()) > 0:
        time.sleep(left)


def _compare_first() -> None:
    with _importing:
        from pages.example_events import FIRST, compared_example

    compared_example(FIRST)  # its findings are for the page, which draws the ribbon first


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
