"""What is done beside the server as soon as it is up, so that no visitor waits for it."""

from __future__ import annotations

import ast
import gc
import importlib
import os
import threading
from functools import lru_cache
from pathlib import Path

from pages.deep_link import PAGES

_PATIENCE = 3.0  # seconds; loading the model takes the processor from the first view, which does without it
_first_view = threading.Event()
_importing = threading.RLock()


def import_for(script: Path) -> None:
    """Import what a script imports at its top, one visitor at a time.

    Python lets threads that import modules of one package at once see some of them by half.
    """
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
    if os.environ.get("FRAMING_MODEL"):
        _load_model()
    threading.Thread(target=_warm, name="make ready", daemon=True).start()


def first_view_is_drawn() -> None:
    """Let the model be loaded now."""
    _first_view.set()


def _warm() -> None:
    """Import the library and compare the example that opens first; then load the model.

    The library is imported here and not above: the server is up and the browser busy with the page meanwhile.
    """
    try:
        _compare_first()
    finally:  # whoever brings articles of their own can do without the example
        _first_view.wait(_PATIENCE)
        _load_model()
    for name in _modules():
        with _importing:
            importlib.import_module(name)
    # The model and the libraries are half a million objects that never go. Looking through them for what can go takes
    # a quarter of a second in which no visitor is answered.
    gc.collect()
    gc.freeze()


def _compare_first() -> None:
    with _importing:
        from framing.findings import findings
        from pages.example_events import FIRST, compared_example

    findings(compared_example(FIRST))


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
