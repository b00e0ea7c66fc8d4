"""The page Wording: what stands out, the sentences behind it, swaps with both sentences, words in context."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.app import App

# The words of the row with this number, and a place inside it on the screen.
_ROW = """(number) => {
  const plot = document.querySelector('.js-plotly-plot'), box = plot.getBoundingClientRect();
  const trace = plot._fullData.find(t => t.customdata && t.customdata.length > number);
  const axes = plot._fullLayout, name = axis => axis.length > 1 ? axis[0] + 'axis' + axis.slice(1) : axis + 'axis';
  const x = axes[name(trace.xaxis)], y = axes[name(trace.yaxis)];
  return [...trace.customdata[number], box.x + x._offset + 60, box.y + y._offset + y.l2p(trace.y[number])];
}"""


def ready(app: App) -> None:
    app.page.wait_for_function("!!document.querySelector('.js-plotly-plot')?._fullData")


def test_a_click_on_a_term_opens_its_sentences_and_leads_on_to_its_context(app: App) -> None:
    app.open("/wording?example=nurses-strike")
    ready(app)
    source, term, x, y = app.page.evaluate(_ROW, 3)
    app.page.mouse.move(x, y)
    app.page.wait_for_timeout(300)
    app.page.mouse.click(x, y)
    app.page.wait_for_timeout(500)
    app.settle()
    expect(app.page.get_by_role("heading", name=f"“{term}” in {source}")).to_be_visible()
    expect(app.page.locator("mark.fr-term").first).to_contain_text(term.split()[0], ignore_case=True)
    app.page.get_by_role("button", name="Where it stands in each article").click()
    app.settle()
    expect(app.page.get_by_role("heading", name=f"Where “{term}” stands")).to_be_visible()
    expect(app.page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("example", ["data-breach", "reservoir-release"])
def test_swaps_show_both_sentences_with_the_words_marked(app: App, example: str) -> None:
    app.open(f"/wording?example={example}")
    app.page.get_by_role("tab", name="Swaps").click()
    app.settle()
    first = app.page.locator(".fr-columns").first
    expect(first.locator(".fr-column")).to_have_count(2)
    expect(first.locator("mark.fr-term")).to_have_count(2)


def test_a_word_that_nobody_uses_is_answered_with_a_sentence(app: App) -> None:
    app.open("/wording?example=ferry-terminal")
    app.page.get_by_role("tab", name="In context").click()
    app.settle()
    asked = app.page.get_by_role("textbox", name="Word or phrase")
    asked.fill("zeppelin*")
    asked.press("Enter")
    app.settle()
    expect(app.page.get_by_text("stands in none of these articles")).to_be_visible()
    asked.fill("terminal*")
    asked.press("Enter")
    app.settle()
    expect(app.page.locator(".js-plotly-plot")).to_be_visible()
    expect(app.page.locator("mark.fr-term").first).to_be_visible()
