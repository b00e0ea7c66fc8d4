"""The examples in README and docs run as they stand, and what the pages point at is there."""

from __future__ import annotations

import re
import shlex

import pytest

from framing.cli import _parser
from framing.resources import ROOT
from tests.handmade import BELL, POST

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WITH_CODE = [page for page in PAGES if "```python" in page.read_text(encoding="utf-8")]
_BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)
# In backquotes, which a line may break, or on an indented line of its own.
_COMMAND = re.compile(r"`framing ([^`]+)`|^    framing (.+?)(?: {3}.*)?$", re.MULTILINE)
WITH_COMMANDS = [page for page in PAGES if _COMMAND.search(page.read_text(encoding="utf-8"))]
_LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([\w-]+))?\)")


def blocks(page):
    return _BLOCK.findall(page.read_text(encoding="utf-8"))


@pytest.mark.model
@pytest.mark.parametrize("page", WITH_CODE, ids=lambda page: page.name)
def test_the_examples_run(page, tmp_path, monkeypatch, capsys):
    """All blocks of a page run one after the other, in a folder with the two files that the README names."""
    for name, lines in (("left.txt", BELL), ("right.txt", POST)):
        (tmp_path / name).write_text("\n\n".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    known: dict[str, object] = {}
    for number, block in enumerate(blocks(page), 1):
        exec(compile(block, f"{page.name}, example {number}", "exec"), known)  # noqa: S102  (our own documents)
    assert known
    assert "Traceback" not in capsys.readouterr().out


def test_there_are_examples_to_run():
    assert {"README.md", "measures.md", "extend.md", "cite.md"} <= {page.name for page in WITH_CODE}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_points_at_is_there(page):
    for path, heading in _LINK.findall(page.read_text(encoding="utf-8")):
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), path
        if heading:
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w\- ]", "", h).lower().replace(" ", "-") for h in headings}


def test_what_the_tour_names_is_on_the_pages():
    """Names of pages, tabs and choices stand in italics there."""
    tour = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")
    shown = "\n".join(page.read_text(encoding="utf-8") for page in (ROOT / "pages").glob("*.py"))
    named = set(re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", tour))
    assert {"Overview", "Left out", "How firm it is"} <= named
    assert {name for name in named if f'"{name}' not in shown} == set()


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.name)
def test_commands_that_a_page_names_are_understood(page, capsys):
    lines = [quoted or line for quoted, line in _COMMAND.findall(page.read_text(encoding="utf-8"))]
    for line in (line for line in lines if "…" not in line and "--help" not in line):
        try:
            assert _parser().parse_args(shlex.split(line)).run, line
        except SystemExit:
            pytest.fail(f"framing {line}: {capsys.readouterr().err}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_that_a_page_names_are_there(page):
    for path in re.findall(
        r"`((?:framing|tests|data|pages)/[\w/.]+\.(?:py|json|csv))`", page.read_text(encoding="utf-8")
    ):
        if "xyz" not in path:
            assert (ROOT / path).is_file(), path
