"""A running app and a browser to drive it: Debian's Chromium, with every way out of the machine closed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import offline
from tests.browser.app import CHROMIUM, FLAGS, App, free_port, wait_until_up

ROOT = Path(__file__).parents[2]
expect.set_options(timeout=20_000)  # milliseconds; a busy machine draws late, and what never comes still fails


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not shutil.which(CHROMIUM):
        reason = "Chromium is missing: browser tests cannot run; install it with: sudo apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """Run the app on a free port and yield its address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = offline.environment() | {"FRAMING_HOME": str(home)}
    with (home / "server.log").open("w") as log:
        process = subprocess.Popen(
            [*command, "--server.headless", "true"], cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            wait_until_up(port, process, home / "server.log")
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("home")) as address:
        yield address


@pytest.fixture
def app(browser: Browser, server: str) -> Iterator[App]:
    with visiting(browser, server) as visitor:
        yield visitor


@pytest.fixture
def cold_app(browser: Browser, tmp_path: Path) -> Iterator[App]:
    """The first visitor of a server that has just started."""
    with serving(tmp_path) as address, visiting(browser, address) as visitor:
        yield visitor


@contextmanager
def visiting(browser: Browser, address: str) -> Iterator[App]:
    """Visit the app. Any console error, page error or request to another machine fails the test at its end."""
    page: Page = browser.new_page(viewport={"width": 1400, "height": 1000})
    visitor = App(page, address)
    yield visitor
    page.close()
    assert visitor.complaints == []
