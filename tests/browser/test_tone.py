"""The page Tone: its tabs, its switches, and the sentences with the words that made the score."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.app import App

TABS = {
    "Differences": "How far apart in loaded wording",
    "How or what": "Where the gaps in loaded wording come from",
    "Along the article": "Loaded wording from the first word to the last",
    "Towards actors": "Tone towards the actors that several sources name",
    "Instruments": "Where Loaded wording and VADER disagree most",
    "Frames (exploratory)": "How close each source stands to each frame",
}
# From top to bottom the rows are "all", the point that is open at first, and then the others.
_THIRD_ROW = """() => {
  const marks = document.querySelector('.js-plotly-plot')._fullData.flatMap((trace) =>
    (trace.customdata || []).map((data, i) => [trace.y[i], data[0]]));
  return [...new Set(marks.sort((one, other) => one[0] - other[0]).map((mark) => mark[1]))][2];
}"""


def choose(app: App, instrument: str) -> None:
    app.page.get_by_test_id("stSelectbox").filter(has_text="Instrument").locator("input").click()
    app.page.get_by_role("option", name=instrument, exact=True).click()
    app.settle()


def test_every_tab_shows_a_figure_and_sentences_by_the_chosen_instrument_and_voice(app: App) -> None:
    app.open("/tone?example=nurses-strike")
    choose(app, "Loaded wording")
    app.page.get_by_role("radio", name="own voice").click()
    app.settle()
    for tab, heading in TABS.items():
        app.page.get_by_role("tab", name=tab).click()
        app.settle()
        expect(app.page.get_by_role("heading", name=heading)).to_be_visible()
        expect(app.page.locator(".js-plotly-plot").first).to_be_visible()
        expect(app.page.locator(".fr-passage").first).to_be_visible()
        expect(app.page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("instrument", ["Rated tone", "Certainty"])
def test_the_words_that_made_the_score_are_marked(app: App, instrument: str) -> None:
    app.open("/tone?example=ferry-terminal")
    choose(app, instrument)
    toggle = app.page.get_by_text("Mark the words that made the score")
    if instrument == "Rated tone":
        expect(app.page.locator("mark")).to_have_count(0)
        toggle.click()
        app.settle()
        expect(app.page.locator("mark").first).to_be_visible(timeout=60_000)
    else:
        expect(toggle).to_have_count(0)


def test_a_click_on_a_mark_opens_its_story_point(app: App) -> None:
    app.open("/tone?example=ferry-terminal")
    headings = app.page.get_by_role("heading", level=2)
    before = headings.last.inner_text()
    app.page.wait_for_function("!!document.querySelector('.js-plotly-plot')?._fullData")
    app.click_figure(app.page.evaluate(_THIRD_ROW))
    assert headings.last.inner_text() != before


def test_an_own_axis_is_shown_and_a_bad_one_answered_by_a_sentence(app: App) -> None:
    app.open("/tone?example=ferry-terminal")
    app.page.get_by_role("tab", name="Frames (exploratory)").click()
    app.settle()
    app.page.get_by_role("radio", name="My own axes").click()
    app.settle()
    box = app.page.get_by_role("textbox", name="Axes")
    for written, expected in (("legal", "Line 1 has one pole"), ("legal – illegal", "stands between the poles")):
        box.fill(written)
        box.press("Control+Enter")
        app.settle()
        expect(app.page.get_by_text(expected).first).to_be_visible(timeout=30_000)
        expect(box).to_have_value(written)
    expect(app.page.get_by_test_id("stException")).to_have_count(0)
