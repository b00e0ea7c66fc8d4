"""What the page Report says in words, and what it does with what was chosen."""

from __future__ import annotations

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from framing.compare import prepare
from framing.export.report import PARTS
from framing.records import Event
from pages.report_asking import firmness, usual_parts
from pages.report_parts import HOLDS
from pages.works import Work
from tests.bag_of_words import BagOfWords
from tests.handmade import BELL, POST, article, words

PAGE = """
import runpy
from pathlib import Path
import pages
from pages import address, session
address.begin()
runpy.run_path(str(Path(pages.__file__).with_name("report.py")))
session.sync_address()
"""


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ([1.0], "The one finding holds in every setting."),
        ([1.0, 1.0, 1.0], "All 3 findings hold in every setting."),
        ([0.5], "The one finding does not hold in every setting."),
        ([0.0, 0.9], "None of 2 findings holds in every setting."),
        ([1.0, 0.9], "1 of 2 findings holds in every setting."),
        ([1.0, 1.0, 0.9], "2 of 3 findings hold in every setting."),
    ],
)
def test_how_firm_the_findings_are_is_said_in_a_sentence(shares, told):
    said = firmness(pd.DataFrame({"share": shares}))
    assert said.startswith(f"**{told}**")
    assert ("The last column" in said) == (min(shares) < 1)


def test_every_part_says_what_it_holds():
    assert HOLDS.keys() == set(PARTS)


def test_asking_again_is_a_part_of_the_usual_report_once_it_was_done():
    assert usual_parts(asked_again=True) == list(PARTS)
    assert set(PARTS) - set(usual_parts(asked_again=False)) == {"robustness"}


@pytest.fixture(scope="module")
def alike():
    """Two articles that say the same: nothing is found."""
    texts = ["The mayor closed the old bridge on Friday.", "Repairs will cost nine million crowns."]
    articles = tuple(article(source, *texts, title="Old bridge is closed") for source in ("Bell", "Post"))
    return prepare(Event("A bridge", articles), encoder=BagOfWords())


@pytest.fixture(scope="module")
def apart():
    """Bell leaves out what the others tell at length, and opens with what Post ends with: two findings."""
    river, cost = (
        [f"{first} {words(30)}"] * 6
        for first in ("Swimmers love the river in summer.", "Repairs will cost nine million crowns.")
    )
    told = {"Bell": [BELL[0], *river], "Post": [*cost, POST[0]], "Herald": [POST[0], *cost]}
    return prepare(Event("A bridge", tuple(article(s, *texts) for s, texts in told.items())), encoder=BagOfWords())


def said(test):
    return {name: value if isinstance(value, str) else value[0] for name, value in test.query_params.items()}


def visit(prepared, **asked):
    test = AppTest.from_string(PAGE)
    test.session_state["work"] = Work(prepared.event, None, prepared=prepared)
    for name, value in asked.items():
        test.query_params[name.replace("_", "-")] = value
    test.run(timeout=60)
    assert not test.exception
    return test


@pytest.mark.parametrize(
    ("tab", "told"),
    [
        ("One finding", "there is no finding to show evidence for"),
        ("How firm it is", "there is no finding to ask again"),
    ],
)
def test_where_nothing_can_be_told_apart_the_page_says_so(alike, tab, told):
    (info,) = visit(alike, report_tab=tab).info
    assert info.value.startswith("The sources cannot be told apart with this much text")
    assert told in info.value


def test_the_part_that_was_not_asked_for_says_where_to_ask(alike):
    test = visit(alike, report_parts="robustness.methods")
    assert test.multiselect(key="report-parts").value == ["robustness", "methods"]
    assert "stays empty until the findings have been asked again" in test.info[0].value
    lines = test.markdown[-1].value.splitlines()
    assert [line[:6] for line in lines] == ["1. **H", "2. **H"]
    next(button for button in test.button if button.label == "Ask them again").click().run(timeout=60)
    assert test.session_state["report-tab"] == "How firm it is"


def test_each_finding_keeps_its_note_and_the_address_says_which_is_chosen(apart):
    test = visit(apart, report_tab="One finding")
    first = test.radio(key="sheet-finding").value
    test.text_area[0].input("The cost, twice.").run(timeout=60)
    test.radio(key="sheet-finding").set_value(test.radio(key="sheet-finding").options[1].replace("\\", ""))
    test.run(timeout=60)
    assert test.text_area[0].value == ""
    assert len(said(test)["sheet-finding"]) == 6
    again = visit(apart, report_tab="One finding", sheet_finding=said(test)["sheet-finding"])
    assert again.radio(key="sheet-finding").value == test.radio(key="sheet-finding").value
    test.radio(key="sheet-finding").set_value(first).run(timeout=60)
    assert test.text_area[0].value == "The cost, twice."


def test_without_any_part_the_page_asks_for_one(alike):
    test = visit(alike)
    test.multiselect(key="report-parts").set_value([]).run(timeout=60)
    assert [info.value for info in test.info] == ["Choose at least one part."]
