"""The page Articles: what is cleared, undone, read anew or in two events loses nothing and breaks nothing."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from playwright.sync_api import expect

from framing.read import event_to_json, open_example
from framing.records import Event
from tests.browser.app import App

BRIDGE, STRIKE = open_example("ferry-terminal"), open_example("nurses-strike")
TEXT = "Bridge closed\n\n" + "\n\n".join(p.text for p in BRIDGE.articles[0].paragraphs[:6])


def press(app: App, name: str) -> None:
    app.page.get_by_role("button", name=name, exact=True).first.click()
    app.settle()


def upload(app: App, folder: Path, event: Event) -> None:
    path = folder / "event.json"
    path.write_text(json.dumps(event_to_json(event)))
    app.upload(path)


def count(app: App, text: str) -> None:
    expect(app.page.get_by_text(f"In this event: {text}")).to_be_visible()


def change(app: App, label: str, text: str, place: int = 0) -> None:
    app.page.get_by_label(f"{label} of article {place + 1}", exact=True).fill(text)
    app.page.keyboard.press("Enter")
    app.settle()


def test_an_article_may_be_in_two_events(app: App) -> None:
    app.open("/articles")
    app.paste(TEXT, "The Courier")
    press(app, "Begin another event")
    app.paste(TEXT, "The Courier")
    app.page.get_by_text("1 other event of yours in this visit").click()
    app.settle()
    expect(app.page.locator(".st-key-pile-1").get_by_role("combobox")).to_have_count(1)
    press(app, "Put all of them in one event")
    count(app, "1 article")


def test_an_emptied_headline_is_put_back_and_a_clash_is_said(app: App) -> None:
    app.open("/articles")
    app.paste(TEXT, "The Courier")
    change(app, "Headline", "")
    expect(app.page.get_by_label("Headline of article")).to_have_value("Bridge closed")
    app.paste(TEXT, "The Post")
    change(app, "Source", "The Courier", 1)
    expect(
        app.page.get_by_text("is here already with this very headline and text; nothing was changed")
    ).to_be_visible()
    expect(app.page.get_by_label("Source of article").nth(1)).to_have_value("The Post")


def test_sorting_is_undone_and_an_unrelated_event_stays_by_itself(app: App, tmp_path: Path) -> None:
    app.open("/articles")
    upload(app, tmp_path, open_example("ferry-terminal"))
    press(app, "Begin another event")
    pile = Event("A pile", (*BRIDGE.articles[:3], *STRIKE.articles[:2]), rules_off=frozenset({"see also"}))
    upload(app, tmp_path, pile)
    press(app, "Sort them into events")
    count(app, "3 articles")
    press(app, "Undo")
    count(app, "5 articles")
    expect(app.page.get_by_role("textbox", name="Title of the event")).to_have_value("A pile")
    expect(app.page.get_by_text("Cleaning rules (1 switched off)")).to_be_visible()
    expect(app.page.get_by_text("1 other event of yours in this visit")).to_be_visible()
    expect(app.page.get_by_role("button", name="Undo", exact=True)).to_have_count(0)


def test_reading_a_table_again_leaves_others_alone_and_makes_no_doubles(app: App, tmp_path: Path) -> None:
    texts = ["\n\n".join(p.text for p in a.paragraphs) for a in BRIDGE.articles[:2]]
    path = tmp_path / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["who", "what"], *zip(["Bell", "Post"], texts, strict=True)])
    app.open("/articles")
    app.paste(texts[0], "The Courier")
    app.upload(path)
    count(app, "3 articles")
    change(app, "Headline", "Another headline", 2)
    app.page.get_by_text("Columns of table.csv").click()
    app.settle()  # what opens is drawn anew: a list opened before would close again
    app.page.locator(".st-key-column-0-source").get_by_role("combobox").click()
    app.page.get_by_role("option", name="who").click()
    app.settle()
    press(app, "Read it again")
    count(app, "3 articles")
    for place, source in enumerate(("The Courier", "Bell", "Post")):
        expect(app.page.get_by_label("Source of article").nth(place)).to_have_value(source)


def test_a_saved_event_is_not_emptied_and_a_removal_can_be_undone_later(app: App) -> None:
    app.open("/articles")
    app.paste(TEXT, "The Courier")
    press(app, "Save this event")
    press(app, "Remove article 1")
    expect(app.page.get_by_text("The saved event keeps the articles it had")).to_be_visible()
    app.page.reload()
    app.settle()
    count(app, "1 article")
    press(app, "Remove article 1")
    app.paste(f"{TEXT}\n\nIt reopened at noon.", "The Post")
    press(app, "Undo")
    count(app, "2 articles")
    expect(app.page.get_by_role("button", name="Undo", exact=True)).to_have_count(0)


def test_the_words_around_a_link_and_its_source_stay_where_they_were_typed(app: App) -> None:
    app.open("/articles")
    box = app.page.get_by_label("Text of the article, headline first")
    app.page.get_by_label("Source (the outlet's name)").fill("The Courier")
    box.fill("Read on Monday: http://127.0.0.1/a")
    app.page.get_by_role("button", name="Add this text or these links").click()
    expect(app.page.get_by_text("private network")).to_be_visible(timeout=60_000)
    expect(box).to_have_value("Read on Monday:\nhttp://127.0.0.1/a")
    expect(app.page.get_by_label("Source (the outlet's name)")).to_have_value("The Courier")
