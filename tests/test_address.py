"""A link restores what was chosen, and says of the articles nothing but signs."""

from __future__ import annotations

from pathlib import Path

import plotly.graph_objects as go
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from framing.compare import prepare
from framing.records import Event
from pages import address
from pages.address import sign
from pages.choosing import choose, choose_sources
from pages.clicking import show_figure
from pages.works import Work
from tests.bag_of_words import BagOfWords
from tests.handmade import BELL, article, bell, post

PAGES = Path(__file__).parents[1] / "pages"
ROUTER = """
import streamlit as st
from pages import address
address.begin()
st.session_state["page"]()
address.write(address.chosen())
"""
WHOLE = """
import runpy
import streamlit as st
from pages import address, session
address.begin()
runpy.run_path(st.session_state["page"])
session.sync_address()
"""


def run(page, asked, state=None):
    """Run a page, given as a function, at an address; return it and what the address says then."""
    test = AppTest.from_string(ROUTER)
    test.session_state["page"] = page
    for name, value in asked.items():
        test.query_params[name] = value
    for name, value in (state or {}).items():
        test.session_state[name] = value
    test.run(timeout=30)
    assert not test.exception
    return test


def said(test):
    return {name: value if isinstance(value, str) else value[0] for name, value in test.query_params.items()}


def two_choices():
    st.text(choose("Source", ["Bell", "Herald", "Post"], "one"))
    st.text(" ".join(choose_sources(["Bell", "Herald", "Post"], "several")))


@pytest.mark.parametrize(
    ("asked", "one", "several", "kept"),
    [
        ({}, "Bell", "Bell Herald Post", {}),
        ({"one": sign("Post")}, "Post", "Bell Herald Post", {"one": sign("Post")}),
        ({"one": "Post"}, "Bell", "Bell Herald Post", {}),
        ({"one": sign("Bell")}, "Bell", "Bell Herald Post", {}),
        (
            {"several": f"{sign('Post')}.{sign('Bell')}"},
            "Bell",
            "Bell Post",
            {"several": f"{sign('Bell')}.{sign('Post')}"},
        ),
        ({"several": f"..nonsense.{sign('Post')}.{sign('Post')}"}, "Bell", "Post", {"several": sign("Post")}),
        ({"several": "<b>", "one": "\x00"}, "Bell", "Bell Herald Post", {}),
    ],
)
def test_a_link_restores_the_sources_that_are_known_here(asked, one, several, kept):
    test = run(two_choices, asked)
    assert [text.value for text in test.text] == [one, several]
    assert said(test) == kept


def test_what_was_clicked_is_kept_until_it_is_no_longer_drawn():
    def page():
        marks = [("a point", "Bell"), ("a point", "Post")]
        figure = go.Figure(go.Scatter(x=[1, 2], y=[1, 2], customdata=marks)).add_scatter(x=[1], y=[1])
        st.text(show_figure(figure, "figure", "Two marks."))

    mark = sign(("a point", "Post"))
    for asked, state, shown, kept in (
        ({}, {}, "None", {}),
        ({"figure": mark}, {}, "('a point', 'Post')", {"figure": mark}),
        ({"figure": mark}, {"figure-clicked": ("a point", "Bell")}, "('a point', 'Bell')", None),
        ({}, {"figure-clicked": ("gone", "Bell")}, "None", {}),
    ):
        test = run(page, asked, state)
        assert test.text[0].value == shown
        assert said(test) == ({"figure": sign(("a point", "Bell"))} if kept is None else kept)


def test_what_a_link_asks_of_one_event_is_not_asked_of_the_next():
    def page():
        st.text(address.asked("instrument", ["rated", "vader"], "rated"))
        address.forget()
        st.text(address.asked("instrument", ["rated", "vader"], "rated"))

    test = run(page, {"instrument": "vader", "of-others": "stays"})
    assert [text.value for text in test.text] == ["vader", "rated"]
    assert "instrument" not in said(test)


@pytest.fixture(scope="module")
def prepared():
    herald = article(
        "Herald",
        BELL[0],
        "“Swimmers love the river,” Ann Lee said. “The bridge is a wreck,” Ann Lee said.",
        "Ann Lee claimed that shops fear an empty winter and the bridge is a wreck.",
        title="Old bridge is a wreck",
    )
    return prepare(Event("A bridge", (bell(), post(), herald)), encoder=BagOfWords())


def visit(prepared, page, asked):
    test = AppTest.from_string(WHOLE)
    test.session_state["page"] = str(PAGES / f"{page}.py")
    test.session_state["work"] = Work(prepared.event, None, prepared=prepared)
    for name, value in asked.items():
        test.query_params[name] = value
    test.run(timeout=60)
    assert [e.value for e in test.exception] == []
    return test


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("side_by_side", {"marking": "loaded words", "sources": f"{sign('Bell')}.{sign('Post')}"}),
        ("tone", {"instrument": "certainty", "voice": "own voice", "tone-tab": "Along the article"}),
        (
            "tone",
            {"tone-tab": "Differences", "tone-compare": "one source", "tone-reference": sign("Post")},
        ),
        ("tone", {"tone-tab": "Instruments"}),
        ("tone", {"tone-tab": "Instruments", "voice": "quoted"}),
        ("tone", {"tone-tab": "Differences", "gaps": sign(("Herald", "all others", "all"))}),
        (
            "emphasis",
            {
                "emphasis-measure": "passages",
                "emphasis-compare": "each with one source",
                "emphasis-reference": sign("Herald"),
            },
        ),
        ("wording", {"wording-voice": "own voice", "wording-lengths": "2.3"}),
        ("wording", {"wording-tab": "In context", "wording-query": "bridge*"}),
        ("wording", {"wording-tab": "Actors", "actor-kinds": "person", "actor-source": sign("Herald")}),
        ("voices", {"voices-counted": "quotation marks only", "voices-source": sign("Herald")}),
        ("report", {"report-tab": "Figures", "figure-name": "omissions"}),
        ("report", {"report-parts": "methods.articles"}),
        ("methods", {"methods-tab": "Voices"}),
    ],
)
def test_a_link_restores_the_choices_of_every_page(prepared, page, asked):
    found = said(visit(prepared, page, asked))
    assert {name: value for name, value in found.items() if name != "event"} == asked


def test_no_address_tells_the_name_of_a_source(prepared):
    test = visit(prepared, "voices", {"voices-source": "Herald"})
    assert test.selectbox(key="voices-source").value == "all sources"
    test.selectbox(key="voices-source").select("Herald").run(timeout=60)
    assert "Herald" not in str(test.query_params)
    assert said(test)["voices-source"] == sign("Herald")
