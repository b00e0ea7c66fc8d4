"""What a newcomer does: open the app, paste two articles, visit every page, click a ribbon, read."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from framing.compare import compare
from framing.embed import load_encoder
from framing.read import gather, open_example
from framing.records import Article
from tests.browser.app import PAGES, App, words
from tests.conftest import SHARED

PUTIN_OFFER = SHARED / "events" / "putin-offer"


def _articles(which: str) -> list[Article]:
    if which == "putin-offer":
        if not PUTIN_OFFER.is_dir():
            pytest.skip(f"{PUTIN_OFFER} is absent: the two articles it holds cannot be tried")
        return list(gather([PUTIN_OFFER]).event.articles)
    return list(open_example("nurses-strike").articles[:2])


def test_cold_deep_link_shows_its_page(cold_app: App) -> None:
    app = cold_app
    app.open("/tone")
    expect(app.page.get_by_text("by story point, the widest disagreement first")).to_be_visible()
    expect(app.page.get_by_role("heading", name="Port Varrick council votes")).to_be_visible()


def test_front_page_shows_an_example_with_ribbon_and_findings(app: App) -> None:
    app.open("/")
    expect(app.page.get_by_role("heading", name="What stands out")).to_be_visible()
    expect(app.page.locator(".js-plotly-plot")).to_have_count(1)
    assert app.page.locator(".fr-finding").count() >= 3


@pytest.mark.parametrize("which", ["example texts", "putin-offer"])
def test_two_pasted_articles_are_compared_on_every_page(app: App, which: str) -> None:
    articles = _articles(which)
    expected = compare(
        [Article(name, a.paragraphs, title=a.title) for name, a in zip("AB", articles, strict=True)],
        encoder=load_encoder(),
    )
    app.open("/articles")
    for name, article in zip("AB", articles, strict=True):
        app.paste("\n\n".join([article.title, article.text] if article.title else [article.text]), name)
    expect(app.page.get_by_text("In this event: 2 articles")).to_be_visible()
    for page in PAGES:
        app.visit(page)
        expect(app.page.get_by_test_id("stException")).to_have_count(0)
        expect(app.page.get_by_text("2 articles").first).to_be_visible()
    app.visit("Overview")
    app.click_figure("point")
    shown = words(app.text())
    point = next(p for p in expected.points if p.label in shown)
    for id in point.passages:
        assert words(expected.by_id[id].text) in shown
    app.page.get_by_role("button", name="Read side by side").click()
    app.settle()
    shown = words(app.text())
    for id in point.passages:
        assert words(expected.by_id[id].text) in shown


def test_a_click_on_a_block_that_stands_alone_says_so(app: App) -> None:
    app.open("/")
    alone = next(p for p in compare(open_example("ferry-terminal"), encoder=load_encoder()).alone)
    app.click_figure("passage", alone.id)
    expect(app.page.get_by_text("No other source here tells this.")).to_be_visible()
    assert words(alone.text) in words(app.text())


def test_link_restores_example_and_story_point(app: App) -> None:
    event = open_example("data-breach")
    point = compare(event, encoder=load_encoder()).points[2]
    app.open(f"/side_by_side?example=data-breach&point={point.id}")
    expect(app.page.get_by_role("heading", name=event.title)).to_be_visible()
    expect(app.page.get_by_role("heading", name=point.label)).to_be_visible()
    assert f"point={point.id}" in app.page.url
