"""The report as a file of its own in Chromium, and the page that makes it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

import framing
from framing.compare import Comparison
from framing.export import write_report
from framing.export.report_evidence import evidence_sheet
from framing.export.report_figures import DRAWINGS
from framing.findings import findings
from pages.address import sign
from tests.browser.app import App, serious

OPENS = 2.0  # seconds, with five articles
# The middle of the block of the first passage that stands in a story point.
BLOCK = """() => {
  const plot = document.getElementById('figure-ribbon'), box = plot.getBoundingClientRect();
  const {xaxis, yaxis} = plot._fullLayout, bars = plot._fullData.find((trace) => trace.type === 'bar');
  const {points} = JSON.parse(document.getElementById('drawn').textContent);
  const i = bars.customdata.findIndex(([, id]) => points[id]);
  const y = yaxis._offset + yaxis.l2p(bars.base[i] + bars.y[i] / 2);
  return [box.x + xaxis._offset + xaxis.l2p(bars.x[i]), box.y + y, points[bars.customdata[i][1]]];
}"""


@pytest.fixture(scope="module")
def ferry() -> Comparison:
    return framing.compare(framing.read.open_example("ferry-terminal"))


@pytest.fixture(scope="module")
def report(ferry: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(ferry, tmp_path_factory.mktemp("report") / "report.html", note="Read the first point.")


@contextmanager
def reading(browser: Browser, path: Path, scheme: str = "light", width: int = 1200) -> Iterator[Page]:
    """Open a file; any error and any request for something else fails the test at its end."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    complaints: list[str] = []
    page.on("request", lambda request: complaints.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(path.as_uri())
    yield page
    page.close()
    assert [c for c in complaints if c != path.as_uri() and not c.startswith("data:")] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_asks_for_nothing_and_can_be_read_by_all(browser: Browser, report: Path, scheme: str) -> None:
    with reading(browser, report, scheme) as page:
        for name in DRAWINGS:
            page.locator(f"#figure-{name}").scroll_into_view_if_needed()
            expect(page.locator(f"#figure-{name} .main-svg").first).to_be_visible()
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        assert serious(page) == []


def test_the_report_of_five_articles_opens_quickly(browser: Browser, report: Path) -> None:
    """Seconds of the processor in the process that shows the page: other work does not lengthen them."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    metrics = page.context.new_cdp_session(page)
    metrics.send("Performance.enable")
    page.goto(report.as_uri())
    page.wait_for_load_state("load")
    found = {m["name"]: m["value"] for m in metrics.send("Performance.getMetrics")["metrics"]}
    page.close()
    assert 0 < found["ProcessTime"] < OPENS


def test_a_click_on_the_ribbon_leads_to_the_passages(browser: Browser, report: Path) -> None:
    with reading(browser, report) as page:
        page.locator("#ribbon").scroll_into_view_if_needed()
        expect(page.locator("#figure-ribbon .main-svg").first).to_be_visible()
        page.wait_for_timeout(300)
        x, y, point = page.evaluate(BLOCK)
        page.mouse.move(x, y)
        page.wait_for_timeout(300)
        page.mouse.click(x, y)
        expect(page.locator(f"#point-{point}")).to_be_in_viewport()


def test_it_prints_in_light_whatever_the_screen_is(browser: Browser, report: Path) -> None:
    with reading(browser, report, "dark") as page:
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        colours = page.evaluate(
            "[...document.querySelectorAll('[data-figure]')].map((place) => place._fullLayout.font.color)"
        )
        assert set(colours) == {"#1c1b19"}
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("width", [400, 1600])
def test_the_page_never_scrolls_sideways(browser: Browser, report: Path, width: int) -> None:
    with reading(browser, report, width=width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_sheet_of_evidence_prints_on_one_page(
    browser: Browser, ferry: Comparison, tmp_path: Path, scheme: str
) -> None:
    for number, finding in enumerate(findings(ferry)):
        path = tmp_path / f"{number}.html"
        path.write_text(evidence_sheet(ferry, finding, note="A note."), encoding="utf-8")
        with reading(browser, path, scheme) as page:
            assert serious(page) == []
            page.pdf(path=tmp_path / "sheet.pdf", format="A4")
        assert len(PdfReader(tmp_path / "sheet.pdf").pages) == 1


class TestPage:
    def test_the_report_has_the_chosen_parts(self, app: App, tmp_path: Path) -> None:
        app.open("/report?example=ferry-terminal")
        app.page.get_by_label("Title").fill("Two papers <b>")
        app.page.get_by_label("Title").press("Enter")
        app.page.wait_for_timeout(1000)
        app.settle()
        with app.page.expect_download(timeout=90_000) as waiting:
            app.page.get_by_role("button", name="Download the report").click()
        waiting.value.save_as(tmp_path / "report.html")
        html = (tmp_path / "report.html").read_text(encoding="utf-8")
        assert "<h1>Two papers &lt;b&gt;</h1>" in html
        assert waiting.value.suggested_filename.endswith("-report.html")

    def test_the_preview_shows_it(self, app: App) -> None:
        app.open("/report?example=ferry-terminal")
        app.page.get_by_text("Preview", exact=True).first.click()
        app.settle()
        inner = app.page.frame_locator("iframe[title='Preview of the report']").frame_locator("iframe")
        expect(inner.get_by_role("heading", name="What stands out")).to_be_visible(timeout=60_000)

    def test_a_link_restores_tab_instrument_and_voice(self, app: App) -> None:
        app.open("/tone?example=nurses-strike")
        app.page.get_by_role("tab", name="Differences").click()
        app.settle()
        app.page.get_by_text("own voice", exact=True).first.click()
        app.settle()
        for name in ("Emphasis", "Tone"):  # neither page loses what the other let the address say
            app.visit(name)
            expect(app.page).to_have_url(re.compile("example=nurses-strike"))
        expect(app.page).to_have_url(re.compile("voice=own"))
        app.open("/tone?example=data-breach&instrument=vader&voice=quoted&tone-tab=Instruments")
        expect(app.page.get_by_role("tab", name="Instruments")).to_have_attribute("aria-selected", "true")
        expect(app.page.get_by_role("radio", name="quoted")).to_be_checked()
        expect(app.page.get_by_role("combobox").first).to_have_value("VADER")

    def test_an_address_that_asks_for_nonsense_shows_the_usual(self, app: App) -> None:
        app.open("/tone?instrument=zeppelin&tone-tab=%3Cb%3E&voice=")
        expect(app.page.get_by_role("tab", name="Story points")).to_have_attribute("aria-selected", "true")
        expect(app.page.get_by_test_id("stException")).to_have_count(0)
        expect(app.page).not_to_have_url(re.compile("zeppelin"))

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_every_tab_opens_and_can_be_read_by_all(self, app: App, scheme: Literal["light", "dark"]) -> None:
        app.page.emulate_media(color_scheme=scheme)
        app.open("/report?example=reservoir-release")
        for name in ("One finding", "Figures", "Tables and files", "How firm it is", "Report"):
            app.page.get_by_role("tab", name=name, exact=True).click()
            app.settle()
            expect(app.page.get_by_test_id("stException")).to_have_count(0)
            expect(app.page.get_by_role("tabpanel").get_by_role("heading").first).to_be_visible()
            app.page.mouse.move(0, 500)
            assert serious(app.page) == [], name

    def test_asking_again_can_be_stopped_and_becomes_a_part_of_the_report(self, app: App) -> None:
        app.open("/report?example=ferry-terminal&report-tab=How+firm+it+is")
        app.page.get_by_role("button", name="Ask again under other settings").click()
        app.page.get_by_role("button", name="Stop").click()
        expect(app.page.get_by_text("was stopped before it was done")).to_be_visible()
        app.page.get_by_role("button", name="Go on").click()
        expect(app.page.get_by_text("findings hold in every setting")).to_be_visible(timeout=120_000)
        app.page.get_by_role("tab", name="Report", exact=True).click()
        app.settle()
        expect(app.page.get_by_test_id("stMultiSelect")).to_contain_text("How firmly the findings stand")

    def test_the_tables_come_as_a_zip(self, app: App, tmp_path: Path) -> None:
        app.open("/report?example=reservoir-release")
        app.page.get_by_role("tab", name="Tables and files").click()
        app.settle()
        with app.page.expect_download(timeout=90_000) as waiting:
            app.page.get_by_role("button", name="CSV", exact=True).click()
        waiting.value.save_as(tmp_path / "tables.zip")
        with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
            assert {"tone.csv", "dictionary.csv", "findings.csv"} <= set(archive.namelist())


def test_links_restore_the_view_from_a_cold_start(cold_app: App) -> None:
    """The first is opened by the first visitor of a server that has just started."""
    page = cold_app.page
    cold_app.open("/report?report-tab=One+finding")
    expect(page).to_have_url(re.compile(r"report-tab=One\+finding&example=ferry-terminal$"))
    page.get_by_text("opens with", exact=False).first.click()
    cold_app.settle()
    chosen = re.compile("sheet-finding=[0-9a-f]{6}")
    expect(page).to_have_url(chosen)
    link, told = page.url, page.get_by_role("radio", checked=True).locator("xpath=../..").inner_text()
    for again in (link, link.replace("/report", "/")):
        page.goto(again)
        cold_app.settle()
    assert page.url.count("sheet-finding") == 0  # no other page keeps what is none of its own
    page.goto(link)
    cold_app.settle()
    expect(page).to_have_url(link)
    assert page.get_by_role("radio", checked=True).locator("xpath=../..").inner_text() == told
    source = sign("The Evening Bell")
    cold_app.open(f"/side_by_side?example=ferry-terminal&sources={source}.nonsense&marking=certainty")
    expect(page.get_by_role("button", name="The Evening Bell")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".fr-column h3").get_by_text("The Shoreman")).to_have_count(0)
    expect(page).to_have_url(re.compile(f"sources={source}(&|$)"))
