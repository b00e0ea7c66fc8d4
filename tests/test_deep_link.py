from __future__ import annotations

import os

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages import deep_link


@pytest.fixture(scope="module")
def browser():
    return TestClient(Starlette(routes=deep_link.routes()))


@pytest.mark.parametrize("page", ["", *deep_link.PAGES])
def test_a_page_names_its_server_and_has_the_scripts_read_where_it_has_figures(page, browser):
    html = browser.get(f"/{page}").text
    assert html.count("BACKEND_BASE_URL") == 1
    for name in ("PlotlyChart", "DataFrame"):
        script = next((deep_link._STATIC / "static" / "js").glob(f"{name}.*.js")).name
        assert html.count(f'import("./static/js/{script}")') == (page not in deep_link.WITHOUT_FIGURES)


def test_the_front_page_has_one_address(browser):
    assert str(browser.get("/overview?event=ferry-terminal").url).endswith("/?event=ferry-terminal")


def test_another_streamlit_may_name_the_script_otherwise(monkeypatch, tmp_path):
    monkeypatch.setattr(deep_link, "_STATIC", tmp_path)
    assert deep_link._reading.__wrapped__() == ""


def test_the_page_is_read_once_and_again_when_its_file_has_changed(browser, monkeypatch, tmp_path):
    file, read = tmp_path / "index.html", []
    monkeypatch.setattr(deep_link, "_INDEX", file)
    monkeypatch.setattr(type(file), "read_text", lambda path, **_: read.append(path) or path.read_bytes().decode())
    for text in ("<head>one", "<head>the other"):
        file.write_text(text)
        os.utime(file, ns=(len(text), len(text)))
        told = {browser.get(f"/{page}").text.partition("</script>")[2] for page in ("articles", "report", "methods")}
        assert told == {text.removeprefix("<head>")}
    assert read == [file, file]
