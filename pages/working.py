"""Long work: done beside the page, which says how far it is, and stopped with a click.

It goes on while its visitor looks at another page, and is picked up again where somebody asks for the same. Many
visitors' work would end late for all of them, and leave no time to those who look round: so there are few places.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from threading import Condition, Thread
from typing import Any, TypeVar

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from framing.embed import Progress
from pages import giving_way

T = TypeVar("T")
_QUICK = 0.4  # seconds; what is done by then shows no bar, which would only flicker
_STEP = 0.15  # seconds between two looks at how far it is
_LEFT = 60.0  # seconds after which work that nobody waits for ends by itself: its visitor may have gone
_GONE = 15.0  # the same, where the visitor's page is known to be closed; a connection that broke is back by then
_GIVES_WAY = 0.25  # seconds, at the longest, that what can wait gives way at each of its reports


class Places:
    """Places for work, taken in the order in which they were asked for."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._queue: list[object] = []
        self._changed = Condition()

    @contextmanager
    def place(self, ask: Callable[[], None]) -> Iterator[None]:
        """Hold a place; `ask` is called now and then until there is one, and ends the waiting by raising."""
        ticket = object()
        with self._changed:
            self._queue.append(ticket)
        try:
            while not self._taken(ticket):
                ask()
        except BaseException:
            with self._changed:
                self._queue.remove(ticket)
                self._changed.notify_all()
            raise
        try:
            yield
        finally:
            with self._changed:
                self._free += 1
                self._changed.notify_all()

    def _taken(self, ticket: object) -> bool:
        with self._changed:
            if not self._changed.wait_for(lambda: self._free and self._queue[0] is ticket, timeout=_STEP):
                return False
            self._queue.pop(0)
            self._free -= 1
            self._changed.notify_all()
            return True


_PLACES = Places(2)  # for what a visitor waits for
_PLACES_BESIDE = Places(1)  # for what can wait


class StoppedError(Exception):
    """Raised inside the work when it is no longer wanted."""


@dataclass(slots=True)
class Task:
    """Work that goes on in a thread of its own; `of` says what it is about.

    With `can_wait` it has a place of its own, and gives way while a page is drawn. `visit` is the visit that it is for.
    `stopped` means that its visitor stopped it, `left` that it ended by itself because nobody waited for it.
    """

    of: object
    can_wait: bool = False
    visit: str = ""
    share: float = 0.0
    doing: str = ""
    stopped: bool = False
    left: bool = False
    waited: float = field(default_factory=time.monotonic)
    found: Future[Any] = field(default_factory=Future)

    def begin(self, make: Callable[[Progress], object]) -> None:
        """Begin; `make` is handed what it has to call now and then, with its share done and what it is doing."""
        Thread(target=self._run, args=(make,), name="long work", daemon=True).start()

    def is_done_within(self, seconds: float) -> bool:
        """Wait so long; return whether the work is done, or has failed."""
        self.renew()
        try:
            self.found.exception(timeout=seconds)
        except TimeoutError:
            return False
        return True

    def renew(self) -> None:
        """Note that its visitor is still here."""
        self.waited = time.monotonic()

    def is_made(self) -> bool:
        """Return whether the work came to its end, or failed, before it was stopped."""
        return self.found.done() and not isinstance(self.found.exception(), StoppedError)

    def stop(self) -> None:
        """Let the work end at its next report."""
        self.stopped = True

    def report(self, share: float, doing: str) -> None:
        """Keep how far the work is. Raises StoppedError when it is no longer wanted."""
        self.left = self.left or time.monotonic() - self.waited > patience(self.visit)
        if self.stopped or self.left:
            raise StoppedError
        self.share, self.doing = share, doing
        if self.can_wait:
            giving_way.wait_for_pages(time.monotonic() + _GIVES_WAY)

    def _run(self, make: Callable[[Progress], object]) -> None:
        places = _PLACES_BESIDE if self.can_wait else _PLACES
        try:
            with (
                nullcontext() if self.can_wait else giving_way.urgent(),
                places.place(lambda: self.report(0.0, "Waiting for others, whose work came first")),
            ):
                made = make(self.report)
            self.found.set_result(made)
        except BaseException as error:  # noqa: BLE001  (raised again for whoever waits)
            self.found.set_exception(error)


def result(key: str, of: object, make: Callable[[Progress], T], *, stopped: str, can_wait: bool = False) -> T | None:
    """Return what `make` makes, with a bar and a button to stop while it takes time.

    Args:
        key: What kind of work this is: a visitor has one of a kind at a time.
        of: What it is about; work about something else is stopped and begun anew.
        make: The work. It runs without Streamlit and may use nothing of it.
        stopped: What to say when the visitor stopped it.
        can_wait: Whether the page can be read without it: then it gives way to pages and to other work.

    Returns:
        None when the visitor stopped the work; the page then says so and offers to go on.
    """
    tasks: dict[str, Task] = st.session_state.setdefault("tasks", {})
    now = tasks.get(key)
    if now is None or now.of != of or now.left:
        if now:
            now.stop()
        now = tasks[key] = Task(of, can_wait, visit())
        now.begin(make)
    if not now.stopped:
        _wait(now, key)
    if now.left:  # just before it was asked for
        st.rerun()
    if now.stopped and not now.is_made():
        _offer_to_go_on(key, stopped)
        return None
    tasks.pop(key, None)  # a run that another overtakes goes on for a moment: the other may have taken it first
    made: T = now.found.result()
    return made


def visit() -> str:
    """Return what Streamlit calls this visit."""
    context = get_script_run_ctx()
    return context.session_id if context else ""


def patience(visit: str) -> float:
    """Return for how many seconds work goes on that nobody waits for: without end while its visitor reads elsewhere."""
    if not (visit and runtime.exists()):
        return _LEFT
    return math.inf if runtime.get_instance().is_active_session(visit) else _GONE


def renew() -> None:
    """Note that this visitor is still here, on whichever page: what was begun for them goes on."""
    for task in st.session_state.get("tasks", {}).values():
        task.renew()


def is_on(key: str, of: object) -> bool:
    """Whether work of this kind about this has begun and was not taken in yet: a page then asks for its result."""
    now: Task | None = st.session_state.get("tasks", {}).get(key)
    return now is not None and now.of == of


def _wait(now: Task, key: str) -> None:
    with giving_way.only_waiting():
        if not now.is_done_within(_QUICK):
            _show_bar(now, key)


def _show_bar(now: Task, key: str) -> None:
    place = st.empty()
    with place.container(key=f"working-{key}"):
        bar = st.progress(now.share, now.doing)
        st.button("Stop", key=f"stop-{key}", icon=":material/stop_circle:", on_click=now.stop)
    while not now.is_done_within(_STEP):
        bar.progress(now.share, now.doing)  # a click elsewhere ends the page's run here; the work goes on
    place.empty()


def _offer_to_go_on(key: str, stopped: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(stopped)
        st.button(
            "Go on", key=f"go-on-{key}", icon=":material/play_arrow:", type="primary", on_click=_forget, args=(key,)
        )


def _forget(key: str) -> None:
    st.session_state["tasks"].pop(key, None)
