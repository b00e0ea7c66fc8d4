"""How long the first view takes after a cold start, beside an empty Streamlit page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from framing.resources import ROOT
from tests.browser.app import CHROMIUM, FLAGS, free_port

_SHOWN = {"app": ".js-plotly-plot .main-svg", "hello": "text=Hello, world"}


def first_view_over_hello(rounds: int) -> float:
    """Return the median seconds from starting the server to the example's ribbon over those to "Hello, world"."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        hello = Path(folder) / "hello.py"
        hello.write_text("import streamlit as st\n\nst.write('Hello, world')\n", encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which(CHROMIUM), args=FLAGS)
        times = [
            (_seconds(browser, ROOT / "app.py", _SHOWN["app"]), _seconds(browser, hello, _SHOWN["hello"]))
            for _ in range(rounds)
        ]
        browser.close()
    ours, theirs = zip(*times, strict=True)
    return median(ours) / median(theirs)


def _seconds(browser: Browser, script: Path, shown: str) -> float:
    port = free_port()
    options = ["--server.port", str(port), "--server.headless", "true"]
    start = time.perf_counter()
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ))
    page = browser.new_page()
    try:
        while time.perf_counter() - start < 120:
            try:
                page.goto(f"http://localhost:{port}/")
                break
            except Exception:  # noqa: BLE001  (the server is not up yet)
                time.sleep(0.05)
        page.wait_for_selector(shown, timeout=120_000)
        return time.perf_counter() - start
    finally:
        page.close()
        server.kill()
        server.wait()
