"""How long a change of page and a move of the cut take in the browser, beside an empty Streamlit page."""

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

_EMPTY = """
import streamlit as st
pages = [st.Page(lambda n=n: st.write(f"This is {n}"), title=n, url_path=n) for n in ("one", "two")]
st.navigation(pages, position="top").run()
"""
_STARTED = """() => {
  window.began = null; window.ran = false;
  const begin = event => { window.began ??= event.timeStamp };
  for (const kind of ['click', 'keydown']) document.addEventListener(kind, begin, {capture: true, once: true});
  window.watching?.disconnect();
  window.watching = new MutationObserver(() => { window.ran = true });
  // A run may be over before it is seen running, and may change nothing but a word.
  const main = document.querySelector('[data-testid=stMain]'), app = document.querySelector('[data-testid=stApp]');
  window.watching.observe(main, {childList: true, characterData: true, subtree: true});
  window.watching.observe(app, {attributes: true, attributeFilter: ['data-test-script-state']});
}"""
_WAITS = "[data-testid=stSkeleton], [data-testid=stSpinner], [data-testid=stProgress], [data-stale=true]"
_QUIET = f"""() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'
  && !document.querySelector('{_WAITS}')"""
# Asked at every frame: the page was drawn since, nothing is a placeholder or is about to go, and the mark is there.
_DONE = f"""shown => window.ran && ({_QUIET})() && document.querySelector(shown)
  && (performance.now() - window.began) / 1000"""


def page_changes(rounds: int) -> dict[str, float]:
    """Return seconds, and times those of an empty page: the median page, the slowest, and a move of the cut.

    An event of five articles is open. Each page counts with its median; the first visits, which also compute what the
    page shows, are given apart.
    """
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which(CHROMIUM), args=FLAGS)
        empty_script = Path(folder) / "empty.py"
        empty_script.write_text(_EMPTY, encoding="utf-8")
        with _serving(ROOT / "app.py", Path(folder)) as ours, _serving(empty_script, Path(folder)) as theirs:
            first, pages, cut = _visit(browser, ours, rounds)
            empty = _visit_empty(browser, theirs, rounds)
        browser.close()
    for name, seconds in pages.items():
        print(f"to {name}: {seconds:.2f} s, the first time {first[name]:.2f} s", file=sys.stderr)
    slowest = max(pages.values())
    return {
        "first_visit_seconds": median(first.values()),
        "page_change_seconds": median(pages.values()),
        "slowest_page_seconds": slowest,
        "page_change_over_empty": median(pages.values()) / empty,
        "slowest_page_over_empty": slowest / empty,
        "cut_seconds": cut,
        "cut_over_empty": cut / empty,
    }


def _visit(browser: Browser, address: str, rounds: int) -> tuple[dict[str, float], dict[str, float], float]:
    """Return the seconds of the first visit to each page, the median of the others, and that of a move of the cut."""
    page = _opened(browser, address, SHOWN["Overview"])
    seconds: dict[str, list[float]] = {name: [] for name in PAGES}
    for _ in range(rounds + 1):
        for name in [*PAGES[2:], *PAGES[:2]]:
            seconds[name].append(_timed(page, _to(page, name).click, SHOWN[name]))
    cut = _move_cut(page, rounds)
    page.close()
    return {n: times[0] for n, times in seconds.items()}, {n: median(times[1:]) for n, times in seconds.items()}, cut


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
