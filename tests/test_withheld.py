"""A project without texts shows its numbers, and says where the texts are needed; a cut is kept with its event."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from framing.compare import compare, conclude, prepare
from framing.export.project_file import project_bytes
from framing.read import read_bytes
from framing.records import Event
from framing.store import open_event, save_event
from pages.session import Work
from tests.bag_of_words import BagOfWords
from tests.handmade import bell, post

PAGES = Path(__file__).parents[1] / "pages"
WHOLE = """
import runpy
import streamlit as st
from pages import address, session
address.begin()
runpy.run_path(st.session_state["page"])
session.sync_address()
"""


@pytest.fixture(scope="module")
def prepared():
    return prepare(Event("A bridge", (bell(), post())), encoder=BagOfWords())


@pytest.fixture(scope="module")
def shared(prepared):
    return read_bytes(project_bytes(conclude(prepared, cut=0.3), texts=False), "shared.framing").project


def visit(page: str, **state: object) -> AppTest:
    test = AppTest.from_string(WHOLE)
    test.session_state["page"] = str(PAGES / f"{page}.py")
    for name, value in state.items():
        test.session_state[name] = value
    test.run(timeout=60)
    assert [e.value for e in test.exception] == []
    return test


@pytest.mark.parametrize(
    ("page", "blind", "told"),
    [
        ("overview", False, None),
        ("tone", False, None),
        ("emphasis", True, None),
        ("report", False, None),
        ("side_by_side", False, "This needs the articles’ texts"),
        ("wording", True, "This needs the articles’ texts"),
        ("voices", False, "This needs the articles’ texts"),
        ("articles", False, "The numbers of shared\\.framing are open, without the texts of its 2 articles"),
    ],
)
def test_a_project_without_texts_shows_its_numbers(shared, page, blind, told):
    found = visit(page, work=Work(Event("", ()), None, projects=(shared,)), blind=blind)
    said = [info.value for info in found.info if "texts" in info.value]
    assert [sentence[: len(told or "")] for sentence in said] == ([told] if told else [])


def test_numbers_alone_are_not_taken_for_those_of_another_event(shared, prepared):
    empty, whole = Work(Event("", ()), None), Work(prepared.event, None)
    assert len({work.texts for work in (empty, whole, Work(Event("", ()), None, projects=(shared,)))}) == 3
    assert Work(prepared.event, None, projects=(shared,)).texts == whole.texts


def test_the_library_compares_an_event_at_the_cut_it_was_saved_with(prepared):
    event = replace(prepared.event, cut=0.3)
    assert [compare(event, encoder=BagOfWords(), cut=cut).cut for cut in (None, 0.5)] == [0.3, 0.5]


CHOOSE = """
import streamlit as st
from pages import cutting, session
session.work()
if "cut" in st.session_state:
    cutting.take_cut()
if st.session_state.get("forget"):
    cutting.forget_cut()
st.text(str(session.work().cut))
"""


def test_a_chosen_cut_is_saved_with_its_event(monkeypatch, tmp_path, prepared):
    monkeypatch.setenv("FRAMING_HOME", str(tmp_path))
    key = save_event(prepared.event)
    for state, asked, cut in (
        ({"cut": 0.71}, None, 0.71),
        ({}, None, 0.71),
        ({}, "0.40", 0.4),
        ({"forget": True}, None, None),
    ):
        test = AppTest.from_string(CHOOSE)
        test.query_params["event"] = key
        if asked:
            test.query_params["cut"] = asked
        for name, value in state.items():
            test.session_state[name] = value
        test.run(timeout=30)
        assert test.text[0].value == str(cut)
        assert open_event(key).cut == (0.71 if asked else cut)
