"""Memory: what nobody holds any more is let go in quiet moments, and what stays is not looked through by every visit.

The model and the libraries are half a million objects that never go. Looking through them for what can go takes a
quarter of a second in which no visitor is answered, so they are taken out of that. But what a visitor holds at that
moment is taken out with them, and would stay after its visitor has left: so all is looked through again now and then.
"""

from __future__ import annotations

import gc
import time

from pages import giving_way

_EVERY = 600.0  # seconds
_PATIENCE = 60.0  # seconds, at the longest, that a quiet moment is waited for


def tidy() -> None:
    """Let go what nobody holds any more, and take what is left out of every look until the next time."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def go_on() -> None:
    """Tidy now and then, without end."""
    while True:
        time.sleep(_EVERY)
        giving_way.wait_for_quiet(time.monotonic() + _PATIENCE)
        tidy()
