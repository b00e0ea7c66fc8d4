"""Saved events: list, find, open, rename, copy, delete and bring back; and several events in one pile."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, expect

from framing.read import event_to_json, open_example
from framing.records import Event
from tests.browser.app import App
from tests.browser.conftest import visiting

BRIDGE, STRIKE = open_example("ferry-terminal"), open_example("nurses-strike")


def event_file(folder: Path, title: str, event: Event = BRIDGE) -> Path:
    path = folder / "event.json"
    path.write_text(json.dumps(event_to_json(event) | {"title": title}))
    return path


def press(app: App, name: str, *, exact: bool = False) -> None:
    app.page.get_by_role("button", name=name, exact=exact).first.click()
    app.settle()


def save(app: App, file: Path) -> None:
    app.upload(file)
    press(app, "Save", exact=True)
    app.page.get_by_role("tab", name="Saved").click()
    app.settle()


def test_an_event_is_saved_renamed_copied_deleted_and_brought_back(cold_app: App, tmp_path: Path) -> None:
    app = cold_app
    app.open("/articles")
    save(app, event_file(tmp_path, "A wharf"))
    press(app, "Change")
    app.page.get_by_label("Title", exact=True).fill("A sold wharf")
    press(app, "Rename")
    expect(app.page.get_by_role("heading", name="A sold wharf")).to_be_visible()
    press(app, "Make a copy")
    app.page.keyboard.press("Escape")
    expect(app.page.get_by_text("A sold wharf (copy)")).to_be_visible()
    press(app, "Change")
    press(app, "Delete")
    expect(app.page.get_by_text("A sold wharf (copy) was deleted.")).to_be_visible()
    press(app, "Bring it back")
    expect(app.page.get_by_text("A sold wharf (copy)")).to_be_visible()


def test_a_saved_event_is_found_by_its_words_and_opened_in_a_later_visit(
    browser: Browser, server: str, tmp_path: Path
) -> None:
    with visiting(browser, server) as app:
        app.open("/articles")
        save(app, event_file(tmp_path, "Xylophones on the wharf"))
    with visiting(browser, server) as app:
        app.open("/articles")
        app.page.get_by_role("tab", name="Saved").click()
        app.settle()
        search = app.page.get_by_label("Find words in titles, sources and texts")
        search.fill("xylophones nowhere")
        search.press("Enter")
        expect(app.page.get_by_text("No saved event holds these words.")).to_be_visible()
        search.fill(f"XYLOPHONES {BRIDGE.articles[0].source}")
        search.press("Enter")
        app.settle()
        press(app, "Open", exact=True)
        expect(app.page.get_by_role("heading", name="Xylophones on the wharf")).to_be_visible()
        assert "event=" in app.page.url


def test_a_pile_is_sorted_into_events_and_an_article_moved(app: App, tmp_path: Path) -> None:
    pile = Event("", (*BRIDGE.articles[:3], *STRIKE.articles[:2]))
    app.open("/articles")
    app.upload(event_file(tmp_path, "", pile))
    expect(app.page.get_by_text("These 5 articles seem to be about 2 events")).to_be_visible()
    press(app, "Sort them into events")
    expect(app.page.get_by_text("In this event: 3 articles")).to_be_visible()
    app.page.locator(".st-key-pile-0").get_by_role("combobox").first.click()
    app.page.get_by_role("option", name="2. ").click()
    app.settle()
    expect(app.page.get_by_text("In this event: 2 articles")).to_be_visible()
    app.page.locator(".st-key-pile-1").get_by_text("Open", exact=True).click()
    app.settle()
    expect(app.page.get_by_text("In this event: 3 articles")).to_be_visible()
    press(app, "Put all of them in one event")
    expect(app.page.get_by_text("In this event: 5 articles")).to_be_visible()
    expect(app.page.get_by_text("other event of yours")).to_have_count(0)
    expect(app.page.get_by_text("2 events were put together.")).to_be_visible()
    press(app, "Undo", exact=True)
    expect(app.page.get_by_text("In this event: 3 articles")).to_be_visible()
    expect(app.page.get_by_text("1 other event of yours in this visit")).to_be_visible()


def test_an_event_begun_beside_another_is_set_aside(app: App, tmp_path: Path) -> None:
    app.open("/articles")
    app.upload(event_file(tmp_path, "A wharf"))
    press(app, "Begin another event")
    expect(app.page.get_by_text("In this event: 0 articles")).to_be_visible()
    app.page.get_by_text("1 other event of yours in this visit").click()
    app.settle()
    app.page.locator(".st-key-pile-1").get_by_text("Open", exact=True).click()
    app.settle()
    expect(app.page.get_by_role("heading", name="A wharf")).to_be_visible()
