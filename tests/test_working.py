from __future__ import annotations

import threading
import time
from contextlib import nullcontext
from types import SimpleNamespace

import pytest

from framing.embed import Progress
from pages import giving_way, working
from pages.working import StoppedError, Task, renew


def test_work_hands_over_what_it_made() -> None:
    task = Task("an event")
    task.begin(lambda report: report(0.5, "half") or "made")
    assert task.is_done_within(10)
    assert (task.found.result(), task.share, task.doing) == ("made", 0.5, "half")


def test_work_ends_at_its_next_report_after_it_was_stopped() -> None:
    told = threading.Event()

    def make(report: Progress) -> str:
        report(0.1, "begun")
        told.wait(10)
        report(0.2, "going on")
        return "made"

    task = Task("an event")
    task.begin(make)
    assert not task.is_done_within(0.01)
    task.stop()
    told.set()
    assert task.is_done_within(10)
    with pytest.raises(StoppedError):
        task.found.result()
    assert task.share < 0.2


def test_work_that_nobody_waits_for_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    task = Task("an event")
    now = time.monotonic()
    monkeypatch.setattr("pages.working.time.monotonic", lambda: now + 3600)
    with pytest.raises(StoppedError):
        task.report(0.1, "begun")
    assert task.left
    assert not task.stopped


@pytest.mark.parametrize(
    ("alone", "visits", "ends"),
    [(30, ["another"], True), (5, ["another"], False), (3600, ["one"], False), (30, None, False), (90, None, True)],
)
def test_work_goes_on_while_its_visitor_s_page_is_open_and_ends_soon_after_it_was_closed(
    alone: float, visits: list[str] | None, ends: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working.runtime, "exists", lambda: visits is not None)
    monkeypatch.setattr(
        working.runtime, "get_instance", lambda: SimpleNamespace(is_active_session=lambda visit: visit in visits)
    )
    task, now = Task("an event", visit="one"), time.monotonic()
    monkeypatch.setattr("pages.working.time.monotonic", lambda: now + alone)
    with pytest.raises(StoppedError) if ends else nullcontext():
        task.report(0.1, "begun")
    assert task.left is ends


def test_work_of_more_visitors_than_there_are_places_for_waits_its_turn() -> None:
    let_go = threading.Event()
    first = [Task(number) for number in range(2)]
    for task in first:
        task.begin(lambda _report: let_go.wait(10))
    later, stopped = Task("later"), Task("stopped")
    later.begin(lambda _report: "made")
    stopped.begin(lambda _report: pytest.fail("it was stopped before its turn"))
    assert not later.is_done_within(0.4)
    assert later.doing == "Waiting for others, whose work came first"
    stopped.stop()
    assert stopped.is_done_within(10)
    with pytest.raises(StoppedError):
        stopped.found.result()
    let_go.set()
    assert later.is_done_within(10)
    assert later.found.result() == "made"
    assert all(task.is_done_within(10) for task in first)


def test_places_are_given_in_the_order_in_which_they_were_asked_for() -> None:
    let_go, order, tasks = threading.Event(), [], []
    for number in range(6):
        task = Task(number)
        task.begin(lambda _report, number=number: (let_go.wait(10), order.append(number)))
        tasks.append(task)
        time.sleep(0.05)
    tasks[3].stop()
    assert tasks[3].is_done_within(5)
    time.sleep(0.5)
    working._PLACES._free -= 1  # from here on one at a time, so that the order shows
    let_go.set()
    assert all(task.is_done_within(10) for task in tasks)
    working._PLACES._free += 1
    assert [n for n in order if n > 1] == [2, 4, 5]
    assert working._PLACES._free == 2


def test_what_can_wait_gives_way_while_a_page_is_drawn_and_keeps_no_place_from_others(monkeypatch) -> None:
    monkeypatch.setattr(working, "_GIVES_WAY", 2.0)
    reported, task = threading.Event(), Task("the control", can_wait=True)

    def make(report: Progress) -> str:
        report(0.5, "half")
        reported.set()
        return "made"

    with giving_way.drawing():
        task.begin(make)
        urgent = [Task(number) for number in range(2)]
        for other in urgent:
            other.begin(lambda report: report(0.5, "half") or "made")
        assert all(other.is_done_within(1) for other in urgent)
        assert not reported.is_set()
        with giving_way.only_waiting():
            assert reported.wait(1)
        assert list(giving_way._drawing) == [threading.get_ident()]
    assert task.is_done_within(10)
    assert not giving_way._drawing


def test_a_page_that_is_drawn_without_end_does_not_hold_it_up(monkeypatch) -> None:
    monkeypatch.setattr(working, "_GIVES_WAY", 0.05)
    task = Task("the control", can_wait=True)
    with giving_way.drawing():
        task.begin(lambda report: report(0.5, "half") or "made")
        assert task.is_done_within(5)


def test_what_fails_inside_fails_where_it_is_awaited() -> None:
    task = Task("an event")
    task.begin(lambda _report: [][0])
    assert task.is_done_within(10)
    with pytest.raises(IndexError):
        task.found.result()


PAGE = """
import time
import streamlit as st
from pages import giving_way, working

def make(report):
    for place in range(st.session_state.get("steps", 2)):
        report(place / 2, "Counting")
        time.sleep(0.05)
    return "counted"

st.text_input("Typed", key="typed")
found = working.result("count", st.session_state.get("of", "this"), make, stopped="Stopped; nothing was counted.")
st.text(found or "nothing")
"""


def test_a_page_shows_what_was_made_and_without_a_bar_when_it_was_quick() -> None:
    from streamlit.testing.v1 import AppTest

    page = AppTest.from_string(PAGE).run(timeout=20)
    assert page.text[0].value == "counted"
    assert not page.button
    assert page.session_state["tasks"] == {}


def test_a_stopped_page_keeps_what_was_typed_and_goes_on_when_asked() -> None:
    from streamlit.testing.v1 import AppTest

    page = AppTest.from_string(PAGE)
    stopped = Task("this", stopped=True)
    page.session_state["tasks"] = {"count": stopped}
    page.session_state["typed"] = "mine"
    page.run(timeout=20)
    assert (page.info[0].value, page.text[0].value) == ("Stopped; nothing was counted.", "nothing")
    page.button[0].click().run(timeout=20)
    assert (page.text[0].value, page.text_input[0].value) == ("counted", "mine")
    assert not page.info


def test_work_about_something_else_is_stopped_and_begun_anew() -> None:
    from streamlit.testing.v1 import AppTest

    page = AppTest.from_string(PAGE)
    other = Task("that")
    page.session_state["tasks"] = {"count": other}
    assert page.run(timeout=20).text[0].value == "counted"
    assert other.stopped


def test_work_that_ended_because_nobody_waited_begins_anew_without_a_word() -> None:
    from streamlit.testing.v1 import AppTest

    page = AppTest.from_string(PAGE)
    ended = Task("this", left=True)
    ended.found.set_exception(StoppedError())
    page.session_state["tasks"] = {"count": ended}
    assert page.run(timeout=20).text[0].value == "counted"
    assert not page.info


def test_work_that_was_done_just_as_it_was_stopped_is_kept() -> None:
    from streamlit.testing.v1 import AppTest

    page = AppTest.from_string(PAGE)
    done = Task("this", stopped=True)
    done.found.set_result("counted before")
    page.session_state["tasks"] = {"count": done}
    assert page.run(timeout=20).text[0].value == "counted before"
    assert (list(page.info), list(page.button)) == ([], [])


def test_work_goes_on_while_its_visitor_is_on_any_page(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.monotonic() + 3600
    task = Task("an event")
    monkeypatch.setattr("pages.working.time.monotonic", lambda: now)
    monkeypatch.setattr("pages.working.st.session_state", {"tasks": {"count": task}})
    renew()
    task.report(0.1, "begun")
    assert (task.share, task.left, task.stopped) == (0.1, False, False)


def test_hiding_names_leaves_the_texts_what_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    from framing.records import Event
    from pages.works import Work

    work = Work(Event("", ()), None)
    told = []
    for hidden in (False, True):
        monkeypatch.setattr("pages.blinding.is_on", lambda hidden=hidden: hidden)
        told.append((work.texts, work.key))
    assert told[0][0] == told[1][0]
    assert told[0][1] != told[1][1]
