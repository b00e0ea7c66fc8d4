"""Make the README's pictures: `make screenshots`."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.app import CHROMIUM, FLAGS, App
from tests.browser.conftest import ROOT, serving

PICTURES = ROOT / "docs" / "pictures"
# name, address, width and height in pixels, colour scheme
SHOTS = [
    ("overview", "/", 1440, 980, "light"),
    ("side-by-side", "/side_by_side", 1440, 900, "light"),
    ("tone", "/tone?example=nurses-strike", 1440, 900, "dark"),
    ("voices", "/voices", 1440, 900, "light"),
    ("report", "/report?report-tab=One+finding", 1440, 900, "light"),
]


def main() -> None:
    """Open each page in the example it shows best, and save what a visitor sees."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, serving(Path(home)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which(CHROMIUM), args=FLAGS)
        for name, path, width, height, scheme in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            visitor = App(page, address)
            visitor.open(path)
            page.wait_for_timeout(2500)  # figures fade in
            picture = PICTURES / f"{name}.png"
            page.screenshot(path=picture)
            page.close()
            # The commonest 256 colours, those of the sources among them, at half of the size.
            Image.open(picture).convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE).save(picture, optimize=True)
            print(picture.relative_to(ROOT))
        browser.close()


if __name__ == "__main__":
    main()
