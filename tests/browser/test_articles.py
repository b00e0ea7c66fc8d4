"""The page Articles: edit what was read, switch rules off, give links; nothing typed is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from framing.read import open_example
from tests.browser.app import App

FIRST, SECOND = open_example("ferry-terminal").articles[:2]
TEXT = "Bridge closed\n\n" + "\n\n".join(p.text for p in FIRST.paragraphs[:6])


def type_in(app: App, label: str, text: str) -> None:
    app.page.get_by_label(f"{label} of article 1", exact=True).fill(text)
    app.page.keyboard.press("Enter")
    app.settle()


def value(app: App, label: str) -> str:
    return app.page.get_by_label(f"{label} of article 1", exact=True).input_value()


def test_source_headline_and_date_are_edited_in_place(app: App) -> None:
    app.open("/articles")
    app.paste(TEXT, "The Courier")
    type_in(app, "Source", "The Post")
    type_in(app, "Headline", "Bridge *shut* for $5 to $6")
    type_in(app, "Published", "14 October 2025, 7:20 pm")
    assert value(app, "Source") == "The Post"
    assert value(app, "Headline") == "Bridge *shut* for $5 to $6"
    assert value(app, "Published") == "2025-10-14 19:20"
    app.page.get_by_text("Read it as it is compared").click()
    app.settle()
    expect(app.page.get_by_text("Bridge closed")).to_have_count(0)


def test_what_is_no_date_stays_in_its_box_with_a_sentence(app: App) -> None:
    app.open("/articles")
    app.paste(TEXT)
    type_in(app, "Published", "some day")
    expect(app.page.get_by_text("“some day” is not a date that can be read")).to_be_visible()
    assert value(app, "Published") == "some day"
    type_in(app, "Published", "3 May 2025")
    expect(app.page.get_by_text("is not a date that can be read")).to_have_count(0)
    assert value(app, "Published") == "2025-05-03"


def test_a_rule_is_switched_off_and_on_for_the_event(app: App) -> None:
    app.open("/articles")
    app.paste(f"{TEXT}\n\nSee also: Ten bridges you must see")
    app.page.get_by_text("1 removed as page furniture").click()
    app.settle()
    app.page.get_by_role("button", name="Never use this rule here").click()
    app.settle()
    expect(app.page.get_by_text("1 removed as page furniture")).to_have_count(0)
    app.page.get_by_text("Cleaning rules (1 switched off)").click()
    app.settle()
    app.page.get_by_text("see also: a pointer to another article (1 here)").click()
    app.settle()
    expect(app.page.get_by_text("1 removed as page furniture")).to_be_visible()


def test_a_typed_text_is_there_after_a_look_at_another_page(app: App) -> None:
    app.open("/articles")
    app.page.get_by_label("Text of the article, headline first").fill(TEXT)
    app.page.keyboard.press("Tab")
    app.settle()
    app.visit("Methods")
    app.visit("Articles")
    expect(app.page.get_by_label("Text of the article, headline first")).to_have_value(TEXT)


def test_links_that_cannot_be_opened_stay_in_the_box_with_their_reasons(app: App) -> None:
    app.open("/articles")
    app.page.get_by_label("Text of the article, headline first").fill("http://127.0.0.1/a\nhttp://[::1]/b")
    app.page.get_by_role("button", name="Add this text or these links").click()
    said = app.page.get_by_text("it leads to an address inside a private network, which is never opened.")
    expect(said).to_have_count(2, timeout=60_000)
    expect(app.page.get_by_label("Text of the article, headline first")).to_have_value(
        "http://127.0.0.1/a\nhttp://[::1]/b"
    )


def test_links_inside_a_text_are_not_opened_by_themselves(app: App) -> None:
    app.open("/articles")
    app.paste(f"{TEXT}\n\nhttp://127.0.0.1/a")
    expect(app.page.get_by_text("In this event: 1 article")).to_be_visible()
    expect(app.page.get_by_text("holds a link on a line of its own")).to_be_visible()
    expect(app.page.get_by_text("private network")).to_have_count(0)
    app.page.get_by_role("button", name="Open and add").click()
    expect(app.page.get_by_text("private network")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("again", ["The Courier", ""])
def test_a_text_two_outlets_print_is_pointed_out_on_both_cards(app: App, again: str) -> None:
    app.open("/articles")
    app.paste(TEXT, "The Courier")
    longer = f"{TEXT}\n\n{SECOND.paragraphs[-1].text}"
    app.paste(longer, "The Post" if again else "")
    other = "The Post" if again else "Source A"
    expect(app.page.get_by_text(f"of the shorter text with {other}.")).to_be_visible()
    expect(app.page.get_by_text("of the shorter text with The Courier.")).to_be_visible()
