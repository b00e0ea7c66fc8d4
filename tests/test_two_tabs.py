"""An event that is open in two tabs, or with two people who have its address: nothing is written over in silence."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from framing.records import Event
from framing.store import ChangedElsewhereError, delete_event, last_saved, open_event, save_event
from tests.handmade import bell, post

EVENT = Event("A bridge", (bell(), post()))
VISIT = """
import streamlit as st
from dataclasses import replace
from pages import session, trouble
mine = session.work()
if title := st.session_state.pop("title", None):
    session.keep(replace(mine.event, title=title))
trouble.show_waiting()
st.text(mine.saved)
"""


@pytest.fixture
def key(monkeypatch, tmp_path):
    monkeypatch.setenv("FRAMING_HOME", str(tmp_path))
    return save_event(EVENT)


def tab(key: str) -> AppTest:
    test = AppTest.from_string(VISIT)
    test.query_params["event"] = key
    return test.run()


def change(test: AppTest, title: str) -> str:
    """Give the event another title, and return the key under which it is saved then."""
    test.session_state["title"] = title
    test.run()
    assert not test.exception
    return test.text[0].value


def said(test: AppTest) -> str:
    return " ".join(part.value for part in (*test.error, *test.warning, *test.info, *test.get("html")))


def test_the_second_to_change_it_gets_a_copy_and_is_told(key):
    first, second = tab(key), tab(key)
    assert change(first, "A bridge, by the first") == key
    copy = change(second, "A bridge, by the second")
    assert copy != key
    assert "changed or deleted elsewhere" in said(second)
    assert (open_event(key).title, open_event(copy).title) == ("A bridge, by the first", "A bridge, by the second")
    assert change(second, "A bridge, once more") == copy
    assert change(first, "A bridge, once more by the first") == key


def test_a_change_to_what_was_deleted_elsewhere_brings_nothing_back_under_its_address(key):
    open_here = tab(key)
    delete_event(key)
    copy = change(open_here, "A bridge, still")
    assert open_event(key) is None
    assert open_event(copy).title == "A bridge, still"


def test_one_tab_alone_keeps_its_address_through_all_changes(key):
    alone = tab(key)
    assert [change(alone, f"A bridge, {n}") for n in range(3)] == [key] * 3


def test_what_was_seen_is_checked_and_written_at_once(key):
    seen = last_saved(key)
    assert save_event(Event("B", EVENT.articles), key, seen=seen) == key
    with pytest.raises(ChangedElsewhereError):
        save_event(Event("C", EVENT.articles), key, seen=seen)
    assert open_event(key).title == "B"
    assert last_saved("none") == ""
