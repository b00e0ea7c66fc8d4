from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import expect

from tests.benchmarks.articles import event
from tests.browser.app import App


def test_a_long_comparison_can_be_stopped_and_goes_on_when_asked(cold_app: App, tmp_path: Path) -> None:
    articles = [
        {"source": a.source, "title": a.title, "text": "\n\n".join(p.text for p in a.paragraphs)}
        for a in event(12, 20).articles
    ]
    file = tmp_path / "twelve.json"
    file.write_text(json.dumps({"title": "Twelve", "articles": articles}), encoding="utf-8")
    page = cold_app.page
    cold_app.open("/articles")
    cold_app.upload(file)
    expect(page.locator(".fr-bar")).to_contain_text("12 articles", timeout=60_000)
    page.get_by_role("link", name="Overview", exact=True).click()
    bar = page.get_by_test_id("stProgress")
    expect(bar).to_be_visible(timeout=60_000)

    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Stopped. Your articles are all here, only not compared.")).to_be_visible()
    cold_app.settle()
    assert "12 articles" in page.locator(".fr-bar").inner_text()

    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=180_000)
    cold_app.settle()
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)
