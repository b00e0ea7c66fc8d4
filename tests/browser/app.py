"""The app as a visitor uses it: open, paste, click a ribbon, read."""

from __future__ import annotations

import re
import socket
import subprocess
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request, expect

CHROMIUM = "chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # A name that is looked up would leave the machine before the request could be seen.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]
PAGES = ["Articles", "Overview", "Side by side", "Tone", "Emphasis", "Wording", "Voices", "Report", "Methods"]
_PATIENCE = 60_000  # milliseconds; a cold model on a busy machine takes a while
_TAKEN_OR_REFUSED = """() => document.querySelector('textarea').value === ''
  || document.querySelector('[data-testid=stAlertContentError]')"""
_CENTRE = """([kind, id]) => {
  const plot = document.querySelector('.js-plotly-plot');
  const {xaxis, yaxis} = plot._fullLayout, box = plot.getBoundingClientRect();
  for (const trace of plot._fullData) for (const [i, data] of (trace.customdata || []).entries()) {
    if (data[0] !== kind || (id && data[1] !== id)) continue;
    const y = trace.type === 'bar' ? trace.base[i] + trace.y[i] / 2 : trace.y[i];
    return [box.x + xaxis._offset + xaxis.l2p(trace.x[i]), box.y + yaxis._offset + yaxis.l2p(y), data[1]];
  }
}"""


class App:
    """One visitor's page; `complaints` collects console errors, page errors and requests to other machines."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        page.on("request", self._note_request)

    def open(self, path: str = "/") -> None:
        self.page.goto(self.address + path)
        self.settle()

    def visit(self, name: str) -> None:
        self.page.get_by_test_id("stTopNavLinkContainer").get_by_role("link", name=name, exact=True).click()
        self.settle()

    def settle(self, reaching: int = 300) -> None:
        """Wait until the script has run and nothing is a placeholder any more.

        What was just done reaches the server first, which takes some milliseconds; where the page itself shows that it
        did, fewer are enough.
        """
        self.page.wait_for_timeout(reaching)
        expect(self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible(
            timeout=_PATIENCE
        )
        for waiting in ("stSkeleton", "stSpinner", "stProgress"):
            expect(self.page.get_by_test_id(waiting)).to_have_count(0, timeout=_PATIENCE)

    def paste(self, text: str, source: str = "") -> None:
        self.page.get_by_label("Source (the outlet's name)").fill(source)
        self.page.get_by_label("Text of the article, headline first").fill(text)
        self.page.get_by_role("button", name="Add this text").click()
        self.settle()
        self.page.wait_for_function(_TAKEN_OR_REFUSED)

    def upload(self, *files: Path) -> None:
        self.page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(list(files))
        self.page.wait_for_timeout(500)
        self.settle()

    def click_figure(self, kind: str, id: str = "") -> str:
        """Click the first mark of a kind, "point" or "passage", in the page's figure, and return its id."""
        self.page.wait_for_function("!!document.querySelector('.js-plotly-plot')?._fullLayout?.xaxis?.l2p")
        x, y, found = self.page.evaluate(_CENTRE, [kind, id])
        self.page.mouse.move(x, y)
        self.page.wait_for_timeout(300)  # plotly selects what it hovers over
        self.page.mouse.click(x, y)
        self.page.wait_for_timeout(500)
        self.settle()
        return str(found)

    def text(self) -> str:
        return self.page.get_by_test_id("stMain").inner_text()

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"console: {message.text}")

    def _note_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.hostname != "localhost":
            self.complaints.append(f"outside request: {request.url}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_up(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait for the server's own health answer, which is no visit."""
    for _ in range(240):
        if process.poll() is not None:
            raise RuntimeError(f"The server ended: {log.read_text()}")
        try:
            urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1).close()
            return
        except OSError:
            time.sleep(0.25)
    raise RuntimeError(f"The server did not come up: {log.read_text()}")


def words(text: str) -> str:
    """Fold white space, so that line breaks in a page do not matter."""
    return re.sub(r"\s+", " ", text)


def serious(page: Page, within: str | None = None, rules: Sequence[str] = ()) -> list[str]:
    """Return what axe finds on a page, or in a part of it, that keeps some people from using it; by all rules or some.

    It looks at what it is given only: most of its time goes into contrasts, which it takes for every line of text.
    """
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found = Axe().run(page, within, options).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found if v["impact"] in ("serious", "critical")]
