"""An event that is not saved: it is said, the browser asks before it is left, and a reload does not hide the loss."""

from __future__ import annotations

from playwright.sync_api import Dialog, expect

from framing.read import open_example
from tests.browser.app import App

TEXTS = ["\n\n".join([a.title, a.text]) for a in open_example("nurses-strike").articles[:2]]


def test_what_is_not_saved_is_said_asked_about_and_told_when_it_is_gone(app: App) -> None:
    asked: list[str] = []

    def go_on(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    app.page.on("dialog", go_on)
    app.open("/articles")
    bar = app.page.locator(".st-key-bar")
    expect(bar).not_to_contain_text("not saved")
    app.page.reload()
    app.settle()
    assert asked == []  # an example is there again
    for source, text in zip(("Bell", "Post"), TEXTS, strict=True):
        app.paste(text, source)
    expect(bar).to_contain_text("2 articles · not saved")
    assert "event=unsaved" in app.page.url
    app.page.reload()
    app.settle()
    assert asked == ["beforeunload"]
    expect(app.page.get_by_text("was not saved, so it is gone with its tab")).to_be_visible()
    expect(bar).to_contain_text("No event open")
    app.visit("Overview")
    expect(app.page.get_by_text("was not saved, so it is gone with its tab")).to_be_visible()


def test_what_is_saved_from_the_title_bar_is_there_after_a_reload(app: App) -> None:
    app.open("/articles")
    app.paste(TEXTS[0], "Bell")
    app.visit("Methods")
    app.page.get_by_role("button", name="Save this event").click()
    expect(app.page.locator(".st-key-bar")).not_to_contain_text("not saved")
    app.settle()
    assert "event=unsaved" not in app.page.url
    app.page.reload()
    app.settle()
    expect(app.page.locator(".st-key-bar")).to_contain_text("1 article")
    expect(app.page.locator(".st-key-bar")).not_to_contain_text("Example")


def test_what_is_decided_about_an_example_is_not_saved_either(app: App) -> None:
    app.open("/side_by_side?example=nurses-strike")
    expect(app.page.locator(".st-key-bar")).not_to_contain_text("not saved")
    app.page.get_by_role("button", name="Check matches").first.click()
    app.settle()
    app.page.keyboard.press("s")
    expect(app.page.locator(".st-key-bar")).to_contain_text("not saved")
