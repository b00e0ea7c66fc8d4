"""The example events, compared once for everybody: they are public and the same for everyone; own events never are."""

from __future__ import annotations

from functools import lru_cache
from threading import RLock

from framing.compare import Prepared, conclude, prepare
from framing.comparison import Comparison
from framing.embed import load_encoder
from framing.read import open_example

FIRST = "ferry-terminal"
"""The one that opens first."""

_turn = RLock()  # two visitors who open the same example wait for one comparison


def prepared_example(name: str) -> Prepared:
    """Return an example event, prepared."""
    with _turn:
        return _prepared(name)


def compared_example(name: str) -> Comparison:
    """Return an example event's comparison at the default cut, without judgements."""
    with _turn:
        return _compared(name)


@lru_cache(maxsize=8)
def _prepared(name: str) -> Prepared:
    return prepare(open_example(name), encoder=load_encoder())


@lru_cache(maxsize=8)
def _compared(name: str) -> Comparison:
    return conclude(_prepared(name))
