"""What every page looks like on a telephone, and that nothing it is drawn with comes from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.app import PAGES, App, serious

TELEPHONE = {"width": 400, "height": 860}
# As telephones do, it has the list of pages fold away once one is chosen.
_NAME = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36"
_TOO_WIDE = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .map((part) => part.scrollWidth - part.clientWidth)"""
_LOADED = "() => [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family)"
_ROWS = """() => document.querySelector('.js-plotly-plot')._fullData
  .filter((trace) => trace.type === 'bar').map((trace) => trace.orientation)"""


@pytest.fixture
def telephone(browser: Browser, server: str) -> Iterator[App]:
    page = browser.new_page(viewport=TELEPHONE, user_agent=_NAME)
    visitor = App(page, server)
    yield visitor
    page.close()
    assert visitor.complaints == []  # a request to another machine is one


def test_on_a_telephone_pages_fit_the_ribbon_lies_and_the_fonts_are_the_program_s_own(telephone: App) -> None:
    app = telephone
    app.open("/")
    for name in [*PAGES, "Overview"]:
        app.page.get_by_role("button", name="Menu", exact=True).click()
        app.page.get_by_test_id("stSidebarNavLink").filter(has_text=name).click()
        app.settle()
        assert app.page.evaluate(_TOO_WIDE) == [0, 0], name
    assert serious(app.page) == []
    expect(app.page.locator(".js-plotly-plot")).to_have_count(1)
    assert app.page.evaluate(_ROWS) == ["h"]
    assert {"Source Sans", "Source Serif"} <= set(app.page.evaluate(_LOADED))
    app.page.set_viewport_size({"width": 1280, "height": 860})
    app.page.wait_for_function(f"({_ROWS})().includes('v')")


def test_the_ribbon_is_reached_by_keyboard(app: App) -> None:
    app.open("/")
    first = app.page.get_by_role("radiogroup", name="Read a story point").get_by_role("radio").first
    expect(first).to_be_visible()
    name = first.inner_text().split(" · ")[1]
    first.focus()
    app.page.keyboard.press("Space")
    app.settle()
    expect(app.page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    assert "point=" in app.page.url
    app.page.get_by_role("combobox", name="Read a passage that one source only tells").focus()
    app.page.keyboard.press("ArrowDown")
    app.page.keyboard.press("Enter")
    app.settle()
    expect(app.page.get_by_role("heading", name="Only here", exact=True)).to_be_visible()
