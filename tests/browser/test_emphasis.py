"""The page Emphasis: its tabs, its four measures, and the passages behind a mark."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.app import App

TABS = {
    "Share": "How much of its words each source gives each thing",
    "Left out": "What each source tells, and what it leaves out",
    "Order": "In which order each source tells the same things",
}
MEASURES = {
    "How early": "How early each source comes to each thing",
    "How often": "In how many passages each source tells each thing",
    "Whose words": "How much of it each source tells in other people’s words",
}
# The point of the mark that stands in the third row from the top, of whatever trace.
_THIRD_ROW = """() => {
  for (const trace of document.querySelector('.js-plotly-plot')._fullData)
    for (const [i, data] of (trace.customdata || []).entries())
      if (trace.type === 'scatter' && Math.floor(trace.y[i]) === 2) return data[0];
}"""


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_shows_a_figure_and_passages(app: App, tab: str) -> None:
    app.open("/emphasis?example=nurses-strike")
    app.page.get_by_role("tab", name=tab).click()
    app.settle()
    expect(app.page.get_by_role("heading", name=TABS[tab])).to_be_visible()
    expect(app.page.locator(".js-plotly-plot").first).to_be_visible()
    expect(app.page.locator(".fr-passage").first).to_be_visible()
    expect(app.page.get_by_test_id("stException")).to_have_count(0)


def test_each_measure_has_a_figure_of_its_own(app: App) -> None:
    app.open("/emphasis?example=data-breach")
    for measure, heading in MEASURES.items():
        app.page.get_by_role("radio", name=measure).click()
        app.settle()
        expect(app.page.get_by_role("heading", name=heading)).to_be_visible()
        expect(app.page.locator(".js-plotly-plot").first).to_be_visible()
        expect(app.page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("tab", ["Share", "Left out"])
def test_a_click_on_a_mark_opens_its_passages(app: App, tab: str) -> None:
    app.open("/emphasis?example=ferry-terminal")
    app.page.get_by_role("tab", name=tab).click()
    app.settle()
    headings = app.page.get_by_role("heading", level=2)
    before = headings.all_inner_texts()
    app.page.wait_for_function("!!document.querySelector('.js-plotly-plot')?._fullData")
    app.click_figure(app.page.evaluate(_THIRD_ROW))
    assert headings.all_inner_texts() != before


def test_what_a_source_perhaps_tells_shows_its_nearest_passage(app: App) -> None:
    app.open("/emphasis?example=data-breach")
    app.page.get_by_role("tab", name="Left out").click()
    app.settle()
    app.page.wait_for_function("!!document.querySelector('.js-plotly-plot')?._fullData")
    where = """() => {
      const [trace] = document.querySelector('.js-plotly-plot')._fullData.filter(t => t.name.startsWith('perhaps'));
      return trace.customdata[0];
    }"""
    point, source = app.page.evaluate(where)
    app.click_figure(point, source)
    expect(app.page.get_by_text(f"{source} perhaps tells it")).to_be_visible()
    expect(app.page.get_by_text("The others tell it so:")).to_be_visible()
