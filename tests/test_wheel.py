"""The wheel, built from this checkout and used from an empty folder."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from framing.resources import ROOT
from tests import offline

EXAMPLES = ["data-breach", "ferry-terminal", "nurses-strike", "reservoir-release"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The folder that the wheel lies unpacked in."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def python(installed, tmp_path):
    """Run code in an empty folder, with the unpacked wheel in the place of this checkout."""
    environment = offline.environment()
    environment["PYTHONPATH"] = f"{installed}:{environment['PYTHONPATH']}"

    def run(code):
        command = [sys.executable, "-P", "-c", code]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.mark.parametrize("folder", ["data", "pages", ".streamlit"])
def test_the_wheel_carries_every_file_of(wheel, folder):
    here = {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file() and p.suffix != ".pyc"}
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    assert here
    assert {f"framing/_bundle/{path}" for path in here} <= carried


def test_the_wheel_carries_the_app_the_licence_and_the_command(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = {name.replace("framing-0.1.0.dist-info", "dist-info") for name in archive.namelist()}
        (entry,) = [n for n in archive.namelist() if n.endswith("entry_points.txt")]
        commands = archive.read(entry).decode()
    assert {"framing/_bundle/app.py", "dist-info/licenses/LICENSE"} <= names
    assert "framing = framing.cli:main" in commands


def test_the_wheel_carries_no_tests_and_nothing_of_a_build(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert [n for n in names if n.startswith("tests") or "__pycache__" in n or n.endswith(".pyc")] == []
    assert len(names) == len(set(names))


def test_the_installed_package_finds_its_own_data(python, installed):
    out = python(
        "import framing, json; from framing import resources as r; "
        "print(json.dumps([framing.__file__, r.example_events(), str(r.ROOT), (r.ROOT / 'app.py').is_file()]))"
    )
    file, examples, root, app = json.loads(out)
    assert Path(file).is_relative_to(installed)
    assert (examples, root, app) == (EXAMPLES, str(installed / "framing" / "_bundle"), True)


@pytest.mark.model
def test_the_installed_command_compares_two_texts(python, tmp_path):
    for name, text in (("bell", "closed the old bridge on Friday"), ("post", "shut the ancient bridge on Friday")):
        (tmp_path / f"{name}.txt").write_text(f"The mayor {text}.\n\nRepairs will cost nine million crowns.\n")
    out = python("from framing.cli import main; main(['compare', 'bell.txt', 'post.txt', '--json'])")
    made = json.loads(out)
    assert [a["source"] for a in made["articles"]] == ["bell", "post"]
    assert len(made["story_points"]) == 2
