"""The page Articles by hand: paragraphs taken out and put back, texts typed anew, clicks right after typing."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, expect

from framing.read import open_example
from tests.browser.app import App

ARTICLE = open_example("ferry-terminal").articles[0]
BODY = "\n\n".join(p.text for p in ARTICLE.paragraphs[:6])
TEXT = f"Bridge closed\n\n{BODY}\n\nSee also: Ten bridges you must see\n\nRing our bell, dear reader."


def begin(app: App) -> None:
    """Paste the text, and wait until its card stands where the example's stood."""
    app.open("/articles")
    app.paste(TEXT, "The Courier")
    expect(app.page.get_by_label("Source of article")).to_have_value("The Courier")
    app.settle()


def press(app: App, name: str, place: int = 0) -> None:
    app.page.get_by_role("button", name=name).nth(place).click()
    app.settle()


def unfold(app: App, name: str) -> None:
    app.page.get_by_text(name).first.click()
    app.settle()


def click_at_once(app: App, button: Locator) -> None:
    """Press and release the mouse without a moment between: what was typed is taken meanwhile."""
    box = button.bounding_box()
    assert box
    app.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, delay=0)
    app.settle()


def test_a_paragraph_is_taken_out_by_hand_and_put_back_and_one_put_back_is_taken_out_again(app: App) -> None:
    begin(app)
    unfold(app, "Read it as it is compared")
    app.page.get_by_role("button", name="Take out paragraph").last.click()
    app.settle()
    unfold(app, "1 removed as page furniture, 1 taken out by hand")
    expect(app.page.get_by_text("taken out by hand: a person took it out; no rule did")).to_be_visible()
    press(app, "Put back", 1)
    expect(app.page.get_by_text("1 removed as page furniture from article 1", exact=True)).to_be_visible()
    press(app, "Put back")
    expect(app.page.get_by_text("1 put back from article 1", exact=True)).to_be_visible()
    press(app, "Take out again")
    expect(app.page.get_by_text("1 removed as page furniture from article 1", exact=True)).to_be_visible()


def test_author_and_text_are_typed_anew_and_an_emptied_text_stays_with_its_reason(app: App) -> None:
    begin(app)
    app.page.get_by_label("Author of article").fill("Ann Lee")
    app.page.keyboard.press("Enter")
    app.settle()
    unfold(app, "Edit the text")
    box = app.page.get_by_label("Text of article 1")
    expect(box).to_have_value(TEXT)
    box.fill(" ")
    press(app, "Keep this text")
    expect(app.page.get_by_text("There is no text in it, so the old one stands.")).to_be_visible()
    box.fill(TEXT.replace("Ring our bell", "Do ring our bell"))
    click_at_once(app, app.page.get_by_role("button", name="Keep this text"))
    unfold(app, "Read it as it is compared")
    expect(app.page.get_by_text("Do ring our bell, dear reader.", exact=True)).to_be_visible()
    expect(app.page.get_by_label("Author of article")).to_have_value("Ann Lee")
    expect(app.page.get_by_text("There is no text in it")).to_have_count(0)


def test_a_click_right_after_typing_is_not_lost(app: App) -> None:
    begin(app)
    app.page.get_by_label("Source of article").fill("The Post")
    click_at_once(app, app.page.get_by_role("button", name="Remove article 1"))
    expect(app.page.get_by_text("The Post was removed.")).to_be_visible()
    press(app, "Undo")
    app.page.get_by_label("Headline of article").fill("Bridge shut")
    click_at_once(app, app.page.get_by_text("Read it as it is compared"))
    expect(app.page.get_by_role("button", name="Take out paragraph").first).to_be_visible()
    expect(app.page.get_by_label("Headline of article")).to_have_value("Bridge shut")
    app.page.get_by_label("Text of the article, headline first").fill(TEXT.replace("Bridge", "Ferry"))
    click_at_once(app, app.page.get_by_role("button", name="Add this text or these links"))
    expect(app.page.get_by_text("In this event: 2 articles")).to_be_visible()


def test_a_file_s_name_gives_source_and_day_and_many_notes_fold(app: App, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"bad {number}.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "bell 2025-10-14 bridge.txt").write_text(TEXT, encoding="utf-8")
    app.open("/articles")
    app.upload(*sorted(tmp_path.iterdir()))
    expect(app.page.get_by_text("In this event: 1 article")).to_be_visible()
    expect(app.page.get_by_label("Source of article")).to_have_value("bell")
    expect(app.page.get_by_label("Published of article 1", exact=True)).to_have_value("2025-10-14")
    expect(app.page.get_by_text("bad 0.pdf: the PDF is damaged")).to_be_hidden()
    unfold(app, "4 notes on what was read")
    expect(app.page.get_by_text("bad 0.pdf: the PDF is damaged")).to_be_visible()
