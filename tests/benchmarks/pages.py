"""How long a change of page, the opening of a tab and a move of the cut take, beside an empty Streamlit page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from framing.resources import ROOT
from tests.browser.app import CHROMIUM, FLAGS, PAGES, free_port, wait_until_up

SHOWN = {
    "Articles": ".st-key-box",
    "Overview": ".js-plotly-plot .main-svg",
    "Side by side": ".fr-columns",
    "Tone": ".js-plotly-plot .main-svg",
    "Emphasis": ".js-plotly-plot .main-svg",
    "Wording": ".js-plotly-plot .main-svg",
    "Voices": ".js-plotly-plot .main-svg",
    "Report": "[data-testid=stDownloadButton]",
    "Methods": "h2, h3",
}
"""What each page is there for, and what is therefore waited for."""

_CHART = ".js-plotly-plot .main-svg"
TABS = {
    "Tone": {
        "Differences": _CHART,
        "How or what": _CHART,
        "Along the article": _CHART,
        "Towards actors": _CHART,
        "Instruments": _CHART,
        "Frames (exploratory)": _CHART,
    },
    "Emphasis": {"Left out": _CHART, "Order": _CHART},
    "Wording": {"Swaps": ".fr-columns", "In context": _CHART, "Actors": _CHART},
}
"""The tabs that are computed when they are opened, and what each is there for; a page's first is the page itself."""

_EMPTY = """
import streamlit as st
pages = [st.Page(lambda n=n: st.write(f"This is {n}"), title=n, url_path=n) for n in ("one", "two")]
st.navigation(pages, position="top").run()
"""
_STARTED = """() => {
  window.began = null; window.ran = false; window.since = null; window.before = location.href;
  const begin = event => { window.began ??= event.timeStamp };
  for (const kind of ['click', 'keydown']) document.addEventListener(kind, begin, {capture: true, once: true});
  window.watching?.disconnect();
  window.watching = new MutationObserver(() => { window.ran = true });
  const app = document.querySelector('[data-testid=stApp]');
  window.watching.observe(app, {attributes: true, attributeFilter: ['data-test-script-state']});
}"""
_WAITS = "[data-testid=stSkeleton], [data-testid=stSpinner], [data-testid=stProgress], [data-stale=true]"
_QUIET = f"""() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'
  && !document.querySelector('{_WAITS}')"""
# Asked at every frame: the script ran since (a short run is never seen running, but the address changes), nothing is a
# placeholder or is about to go, and the mark is there. It has to be so for some frames: the address may come first.
_DONE = f"""shown => {{
  const done = (window.ran || location.href !== window.before) && ({_QUIET})() && document.querySelector(shown);
  window.since = done ? [...(window.since ?? []), performance.now()] : null;
  return window.since?.length > 4 && (window.since[0] - window.began) / 1000;
}}"""


def page_changes(rounds: int) -> dict[str, float]:
    """Return seconds, and times those of an empty page: the median page, the slowest, and a move of the cut.

    An event of five articles is open. Each page counts with its median; the first visits, which also compute what the
    page shows, are given apart, and so is the first opening of each tab, after the first round of pages.
    """
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which(CHROMIUM), args=FLAGS)
        empty_script = Path(folder) / "empty.py"
        empty_script.write_text(_EMPTY, encoding="utf-8")
        with _serving(ROOT / "app.py", Path(folder)) as ours, _serving(empty_script, Path(folder)) as theirs:
            first, tabs, pages, cut = _visit(browser, ours, rounds)
            empty = _visit_empty(browser, theirs, rounds)
        browser.close()
    for name, seconds in pages.items():
        print(f"to {name}: {seconds:.2f} s, the first time {first[name]:.2f} s", file=sys.stderr)
    for name, seconds in tabs.items():
        print(f"to {name} for the first time: {seconds:.2f} s", file=sys.stderr)
    slowest = max(pages.values())
    return {
        "first_visit_seconds": median(first.values()),
        "slowest_first_visit_seconds": max(first.values()),
        "slowest_tab_seconds": max(tabs.values()),
        "page_change_seconds": median(pages.values()),
        "slowest_page_seconds": slowest,
        "page_change_over_empty": median(pages.values()) / empty,
        "slowest_page_over_empty": slowest / empty,
        "cut_seconds": cut,
        "cut_over_empty": cut / empty,
    }


def _visit(
    browser: Browser, address: str, rounds: int
) -> tuple[dict[str, float], dict[str, float], dict[str, float], float]:
    """Return seconds: of the first visit to each page and to each tab, of later visits to pages, of moving the cut."""
    page = _opened(browser, address, SHOWN["Overview"])
    first = _round(page)
    tabs = _open_tabs(page)
    rest = [_round(page) for _ in range(rounds)]
    cut = _move_cut(page, rounds)
    page.close()
    return first, tabs, {name: median(seconds[name] for seconds in rest) for name in PAGES}, cut


def _round(page: Page) -> dict[str, float]:
    return {name: _timed(page, _to(page, name).click, SHOWN[name]) for name in [*PAGES[2:], *PAGES[:2]]}


def _open_tabs(page: Page) -> dict[str, float]:
    """Return the seconds that each tab takes when it is opened for the first time; each page is left at its first."""
    seconds = {}
    for name, tabs in TABS.items():
        _timed(page, _to(page, name).click, SHOWN[name])
        for tab, shown in tabs.items():
            opened = page.get_by_role("tab", name=tab, exact=True)
            seconds[f"{name}, {tab}"] = _timed(page, opened.click, f"[role=tabpanel]:not([inert]) {shown}")
        page.get_by_role("tab").first.click()
        page.wait_for_function(_QUIET, timeout=60_000)
    return seconds


def _move_cut(page: Page, rounds: int) -> float:
    _timed(page, _to(page, "Side by side").click, SHOWN["Side by side"])
    page.get_by_test_id("stPopoverButton").filter(has_text="Move the cut").click()
    slider = page.get_by_role("slider").first
    slider.wait_for(timeout=120_000)
    page.wait_for_function(_QUIET, timeout=120_000)
    ways = [*["ArrowRight"] * rounds, *["ArrowLeft"] * rounds]
    return median(_timed(page, partial(slider.press, way), SHOWN["Side by side"]) for way in ways)


def _to(page: Page, name: str) -> Locator:
    return page.get_by_test_id("stTopNavLinkContainer").get_by_role("link", name=name, exact=True)


def _visit_empty(browser: Browser, address: str, rounds: int) -> float:
    page = _opened(browser, address, "text=This is one")
    links = [page.get_by_role("link", name=name, exact=True) for name in ("two", "one")]
    shown = "[data-testid=stMarkdown]"
    return median(_timed(page, link.click, shown) for _ in range(rounds) for link in links)


@contextmanager
def _serving(script: Path, folder: Path) -> Iterator[str]:
    port, log = free_port(), folder / f"{script.stem}.log"
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    with log.open("w") as told:
        server = subprocess.Popen(
            [*command, "--server.headless", "true"], cwd=ROOT, env=dict(os.environ), stdout=told, stderr=told
        )
        try:
            wait_until_up(port, server, log)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait()


def _opened(browser: Browser, address: str, shown: str) -> Page:
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.goto(address)
    page.wait_for_selector(shown, timeout=120_000)
    page.wait_for_timeout(1000)
    return page


def _timed(page: Page, act: Callable[[], object], shown: str) -> float:
    """Return the seconds from the click or key to the frame in which all is there."""
    page.evaluate(_STARTED)
    act()
    return float(page.wait_for_function(_DONE, arg=shown, timeout=60_000).json_value())
