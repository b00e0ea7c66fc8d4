"""The page Articles and files: many forms, columns of tables, the cuts of exports."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect

from framing.read import open_example
from tests.browser.app import App
from tests.fixtures.exports import files, layouts

ARTICLES = open_example("ferry-terminal").articles
_ROW, _TOP, _BOX = 35, 35, 58  # pixels: a row of a grid, its head, the middle of its first column


def count(app: App, text: str) -> None:
    expect(app.page.get_by_text(f"In this event: {text}")).to_be_visible()


def table(path: Path, columns: list[str], rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])
    return path


def test_a_damaged_file_does_not_keep_the_others_out(app: App, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        f"<html><body><article>{''.join(f'<p>{p.text}</p>' for p in ARTICLES[0].paragraphs)}</article></body></html>"
    )
    (tmp_path / "word.docx").write_bytes(files.docx([p.text for p in ARTICLES[1].paragraphs]))
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    app.open("/articles")
    app.upload(*sorted(tmp_path.iterdir()))
    count(app, "2 articles")
    expect(app.page.get_by_text("bad.pdf: the PDF is damaged")).to_be_visible()


def test_a_table_is_read_again_with_other_columns(app: App, tmp_path: Path) -> None:
    rows = [[a.source, "\n\n".join(p.text for p in a.paragraphs)] for a in ARTICLES[:3]]
    app.open("/articles")
    app.upload(table(tmp_path / "table.csv", ["who", "what"], rows))
    expect(app.page.get_by_label("Source of article").first).to_have_value("Article 1")
    app.page.get_by_text("Columns of table.csv").click()
    app.settle()  # what opens is drawn anew: a list opened before would close again
    app.page.locator(".st-key-column-0-source").get_by_role("combobox").click()
    app.page.get_by_role("option", name="who").click()
    app.settle()
    app.page.get_by_role("button", name="Read it again").click()
    app.settle()
    count(app, "3 articles")
    expect(app.page.get_by_label("Source of article").first).to_have_value(ARTICLES[0].source)


def test_a_table_without_texts_offers_its_links(app: App, tmp_path: Path) -> None:
    app.open("/articles")
    app.upload(table(tmp_path / "links.csv", ["title", "url"], [["A", "http://127.0.0.1/a"]]))
    expect(app.page.get_by_text("it holds 1 link and no texts")).to_be_visible()
    app.page.get_by_role("button", name="Open its link").click()
    expect(app.page.get_by_text("private network")).to_be_visible(timeout=60_000)
    expect(app.page.get_by_label("Text of the article, headline first")).to_have_value("http://127.0.0.1/a")


@pytest.mark.parametrize(("ticked", "left"), [(6, "5 articles")])
def test_the_cuts_of_an_export_can_be_moved(app: App, tmp_path: Path, ticked: int, left: str) -> None:
    (tmp_path / "export.docx").write_bytes(files.docx(layouts.nexis_uni()))
    app.open("/articles")
    app.upload(tmp_path / "export.docx")
    count(app, "6 articles")
    app.page.get_by_text("Where export.docx was cut into 6 articles").click()
    app.page.wait_for_timeout(1000)  # the grid draws itself
    grid = app.page.get_by_test_id("stDataFrame").nth(1).bounding_box()
    assert grid
    app.page.mouse.click(grid["x"] + _BOX, grid["y"] + _TOP + _ROW * ticked + _ROW / 2)
    app.page.wait_for_timeout(300)
    app.page.get_by_role("button", name="Cut again").click()
    app.settle()
    count(app, left)
