"""What every page is for those who read with a keyboard, a screen reader, or little sight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.app import PAGES, App, serious

EVENT = "ferry-terminal"
_OPENED = {
    "Articles": ("Edit the text of article 1", "Cleaning rules"),
    "Side by side": ("Move the cut", "Check matches of 2", "Coder: unnamed"),
}
"""What is opened on a page, by what stands on it."""
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_IS_DARK = "() => matchMedia('(prefers-color-scheme: dark)').matches"


_COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that a change of colours can break; the others hold in both schemes or in none."""
_UNTOLD = "[data-testid=stPlotlyChart]:not([role=figure][aria-label])"
_PANEL = "[role=tabpanel]"
_PAPER = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"


@pytest.mark.parametrize("pages", [PAGES[:3], PAGES[3:5], PAGES[5:]], ids=lambda pages: pages[0])
def test_axe_finds_nothing_serious_on_any_tab_of_any_page_in_light_and_in_dark(app: App, pages: list[str]) -> None:
    app.page.emulate_media(color_scheme="light")
    app.open(f"/?example={EVENT}")
    found: dict[str, list[str]] = {}
    for name in pages:
        app.visit(name)
        found[name] = _light_and_dark(app)
        for opened in _OPENED.get(name, ()):
            app.page.get_by_text(opened, exact=True).first.click()
            app.settle()
            found[f"{name}, {opened}"] = _light_and_dark(app)
            app.page.keyboard.press("Escape")
        for tab in app.page.get_by_role("tab").all()[1:]:
            tab.click()
            expect(app.page.locator(f"{_PANEL}[aria-labelledby='{tab.get_attribute('id')}']")).not_to_be_empty()
            app.settle(50)
            found[f"{name}, {tab.inner_text()}"] = _light_and_dark(app, _PANEL)  # what is around it was looked at
    assert {name: complaints for name, complaints in found.items() if complaints} == {}


def test_axe_finds_nothing_serious_on_slides_in_light_and_in_dark(app: App) -> None:
    app.page.emulate_media(color_scheme="light")
    app.open(f"/?example={EVENT}&present=1")
    found = {"title": _light_and_dark(app)}
    for key, slide in (
        ("ArrowRight", "ribbon"),
        ("t", "table"),
        ("ArrowRight", "finding"),
        ("End", "end"),
        ("g", "list"),
    ):
        app.page.keyboard.press(key)
        app.settle()
        found[slide] = _light_and_dark(app)
    expect(app.page.get_by_role("heading", name="All slides")).to_be_visible()
    assert {slide: complaints for slide, complaints in found.items() if complaints} == {}


def test_axe_finds_nothing_serious_on_articles_whose_names_are_hidden_in_light_and_in_dark(app: App) -> None:
    app.page.emulate_media(color_scheme="light")
    app.open(f"/articles?example={EVENT}&blind=1")
    expect(app.page.get_by_text("The outlets’ names are hidden.")).to_be_visible()
    app.page.get_by_text("Read it as it is compared").first.click()
    app.settle()
    assert _light_and_dark(app) == []


def test_what_can_be_pressed_or_typed_in_has_a_name_of_its_own(app: App) -> None:
    for page in ("articles", "articles?blind=1", ""):
        app.open(f"/{page}")
        for card in app.page.get_by_text("Read it as it is compared").all()[:2]:
            card.click()
            app.settle()
        shown = app.page.get_by_test_id("stMain").aria_snapshot()
        names = re.findall(r'- ((?:button|textbox|combobox|checkbox|link) ".+?")', shown)
        names += app.page.locator("summary").all_inner_texts()
        assert {name for name in names if names.count(name) > 1} == set()
        assert names


def test_what_is_written_above_a_box_is_a_part_of_its_name_and_short(app: App) -> None:
    app.open(f"/articles?example={EVENT}")
    facts = app.page.locator("[class*=st-key-facts-]").first
    for label in ("Source", "Published", "Author"):
        box = facts.get_by_role("textbox", name=f"{label} of article 1", exact=True)
        expect(box).to_be_visible()
        written = facts.locator("[data-testid=stWidgetLabel] p").filter(has_text=label)
        seen = written.bounding_box()
        assert seen
        assert seen["width"] < 110  # pixels: one word
        assert seen["height"] < 30


def test_the_way_from_the_articles_to_the_comparison_is_short(app: App) -> None:
    app.open(f"/articles?example={EVENT}")
    app.page.keyboard.press("Tab")
    app.page.keyboard.press("Enter")  # skips the names of the pages
    app.page.keyboard.press("Tab")
    expect(app.page.locator(":focus")).to_have_text(re.compile("Compare them"))
    app.page.keyboard.press("Enter")
    app.settle()
    expect(app.page.get_by_role("heading", name="What stands out")).to_be_visible()


def test_what_is_behind_a_mark_is_reached_by_keyboard(app: App) -> None:
    app.open(f"/emphasis?example={EVENT}&emphasis-tab=Left+out")
    marks = app.page.get_by_role("combobox", name="Read what is behind a mark of the figure")
    marks.focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        app.page.keyboard.press(key)
        app.page.wait_for_timeout(200)
    app.settle()
    label, _, source = marks.input_value().rpartition(" · ")
    assert label
    assert source
    expect(app.page.get_by_role("heading", name=label, exact=True)).to_be_visible()
    assert "omission=" in app.page.url


def _light_and_dark(app: App, within: str | None = None) -> list[str]:
    """Return what is wrong here in the colours there are, and in the others, which stay."""
    expect(app.page.get_by_test_id("stException")).to_have_count(0)
    found = [f"a figure without words: {html[:120]}" for html in app.page.locator(_UNTOLD).all_inner_texts()]
    found += _here(app, within)
    before = app.page.evaluate(_PAPER)
    app.page.emulate_media(color_scheme=_SCHEMES[not app.page.evaluate(_IS_DARK)])
    app.page.wait_for_function(f"(before) => ({_PAPER})() !== before", arg=before)
    app.settle(50)
    return found + _here(app, within, _COLOURS)


def _here(app: App, within: str | None, rules: Sequence[str] = ()) -> list[str]:
    app.page.mouse.move(0, 500)  # what the mouse lies on has other colours
    return serious(app.page, within, rules)
