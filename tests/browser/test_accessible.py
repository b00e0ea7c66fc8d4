"""What every page is for those who read with a keyboard, a screen reader, or little sight."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.app import PAGES, App, serious

EVENT = "ferry-terminal"
_OPENED = {
    "Articles": ("Edit the text", "Cleaning rules"),
    "Side by side": ("Move the cut", "Check matches of 2", "Coder: unnamed"),
}
"""What is opened on a page, by what stands on it."""
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_IS_DARK = "() => matchMedia('(prefers-color-scheme: dark)').matches"


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
            app.settle()
            found[f"{name}, {tab.inner_text()}"] = _light_and_dark(app)
    assert {name: complaints for name, complaints in found.items() if complaints} == {}


def test_axe_finds_nothing_serious_on_slides_and_while_names_are_hidden(app: App) -> None:
    found = {}
    for path in (*(f"/?example={EVENT}&present={slide}" for slide in (1, 2, 3)), f"/articles?example={EVENT}&blind=1"):
        app.open(path)
        found[path] = _here(app)
    assert {path: complaints for path, complaints in found.items() if complaints} == {}


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


def _light_and_dark(app: App) -> list[str]:
    """Return what is wrong here in the colours there are, and in the others, which stay."""
    found = _here(app)
    app.page.emulate_media(color_scheme=_SCHEMES[not app.page.evaluate(_IS_DARK)])
    app.settle()
    return found + _here(app)


def _here(app: App) -> list[str]:
    expect(app.page.get_by_test_id("stException")).to_have_count(0)
    app.page.mouse.move(0, 500)  # what the mouse lies on has other colours
    return serious(app.page)
