"""Bad input: a sentence that says what is wrong and what to do, and nothing entered is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from framing.read import open_example
from tests.browser.app import App

TEXT = "Bridge closed\n\n" + "\n\n".join(p.text for p in open_example("ferry-terminal").articles[0].paragraphs[:6])


def test_one_article_asks_for_another_on_every_page(app: App) -> None:
    app.open("/articles")
    app.paste(TEXT, "The Courier")
    for page in ("Overview", "Side by side", "Tone", "Emphasis"):
        app.visit(page)
        expect(app.page.get_by_text("One article is here. Add at least one more")).to_be_visible()


def test_empty_paste_says_so_and_keeps_the_source(app: App) -> None:
    app.open("/articles")
    app.paste("  \n ", "The Courier")
    expect(app.page.get_by_text("there is no text in it; paste or save the article's words")).to_be_visible()
    expect(app.page.get_by_label("Source (the outlet's name)")).to_have_value("The Courier")


def test_same_article_twice_says_so_and_keeps_both_texts(app: App) -> None:
    app.open("/articles")
    app.paste(TEXT)
    app.paste(TEXT)
    expect(app.page.get_by_text("it is here already, as Source A")).to_be_visible()
    expect(app.page.get_by_label("Text of the article, headline first")).to_have_value(TEXT)
    expect(app.page.get_by_text("In this event: 1 article")).to_be_visible()


def test_two_lines_are_taken_with_a_warning(app: App) -> None:
    app.open("/articles")
    app.paste("Bridge closed\nThe bridge was closed on Monday.")
    expect(app.page.get_by_text("Source A has only 8 words.")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "this is a picture; have its text recognised"),
        ("latin.txt", f"{TEXT} Café".encode("latin-1", "replace"), "it was read as Western European"),
        ("wide.txt", TEXT.encode("utf-16"), "it was read as UTF-16"),
        ("page.docx", b"PK\x03\x04", "the file is damaged; save it again where it came from"),
        ("list.json", b"[1, 2]", "it is not an event file"),
    ],
)
def test_file_that_is_no_plain_article_gets_a_sentence(
    app: App, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    app.open("/articles")
    app.paste(TEXT, "The Courier")
    (tmp_path / name).write_bytes(content)
    app.upload(tmp_path / name)
    expect(app.page.get_by_text(sentence)).to_be_visible()
    expect(app.page.get_by_label("Source of article").first).to_have_value("The Courier")


def test_what_cleaning_removed_can_be_put_back(app: App) -> None:
    app.open("/articles")
    app.paste(f"{TEXT}\n\nSee also: Ten bridges you must see", "The Courier")
    app.page.get_by_text("1 removed as page furniture").click()
    app.page.get_by_role("button", name="Put back").click()
    app.settle()
    expect(app.page.get_by_text("1 removed as page furniture")).to_have_count(0)
    app.page.get_by_text("Read it as it is compared").click()
    app.settle()
    text = app.page.get_by_text("See also: Ten bridges you must see")  # in what is compared, and where it can go again
    expect(text).to_have_count(2)


def test_article_that_was_removed_comes_back(app: App) -> None:
    app.open("/articles")
    app.paste(TEXT, "The Courier")
    app.page.get_by_role("button", name="Remove").click()
    app.settle()
    expect(app.page.get_by_text("In this event: 0 articles")).to_be_visible()
    app.page.get_by_role("button", name="Undo").click()
    app.settle()
    expect(app.page.get_by_text("In this event: 1 article")).to_be_visible()
    expect(app.page.get_by_label("Source of article")).to_have_value("The Courier")
