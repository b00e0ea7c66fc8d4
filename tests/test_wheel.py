"""The wheel, built from this checkout and used from an empty folder."""

from __future__ import annotations

import ast
import json
import os
import re
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv
import zipfile
from email.parser import Parser
from importlib.metadata import packages_distributions
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
    licences = {"dist-info/licenses/LICENSE", "dist-info/licenses/data/fonts/OFL.txt"}
    assert {"framing/_bundle/app.py", *licences} <= names
    assert "framing = framing.cli:main" in commands


def test_the_wheel_carries_no_tests_and_nothing_of_a_build(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert [n for n in names if n.startswith("tests") or "__pycache__" in n or n.endswith(".pyc")] == []
    assert len(names) == len(set(names))


class TestDependencies:
    """What the wheel asks for is what its modules import, whatever else is installed here."""

    def test_every_module_that_is_imported_is_brought_along(self, installed, wheel):
        asked = requirements(wheel)
        known = packages_distributions()
        # What is not installed here, as an extra may be, is known by its own name.
        missing = {n for n in imported(installed) if not any(normal(d) in asked for d in known.get(n, [n]))}
        assert missing == set()

    def test_nothing_is_asked_for_that_no_module_imports(self, installed, wheel):
        known = packages_distributions()
        used = {normal(d) for name in imported(installed) for d in known.get(name, [name])}
        # Drawing goes through plotly, which imports kaleido by itself.
        assert requirements(wheel) - used <= {"kaleido"}

    def test_the_walk_sees_what_is_missing(self, tmp_path):
        (tmp_path / "module.py").write_text("import os\nimport numpy.linalg\nfrom . import x\nfind_spec('lxml')\n")
        assert imported(tmp_path) == {"numpy", "lxml"}


def imported(folder):
    """Return the top-level names of other people's modules that the Python files of a folder import anywhere."""
    names = set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=found):
                    names |= {name.name for name in found}
                case ast.ImportFrom(module=str(name), level=0):
                    names.add(name)
                case ast.Call(func=ast.Name("find_spec") | ast.Attribute(attr="find_spec"), args=[ast.Constant(name)]):
                    names.add(name)
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"framing", "pages"}


def requirements(wheel):
    """Return what the wheel asks for, and what its extra for figures does; not what developers need."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [n for n in archive.namelist() if n.endswith(".dist-info/METADATA")]
        lines = Parser().parsestr(archive.read(name).decode("utf-8")).get_all("Requires-Dist")
    return {normal(re.match(r"[\w.-]+", line)[0]) for line in lines if "extra == 'dev'" not in line}


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_installed_package_finds_its_own_data(python, installed):
    out = python(
        "import framing, json; from framing import resources as r; "
        "print(json.dumps([framing.__file__, r.example_events(), str(r.ROOT), (r.ROOT / 'app.py').is_file()]))"
    )
    file, examples, root, app = json.loads(out)
    assert Path(file).is_relative_to(installed)
    assert (examples, root, app) == (EXAMPLES, str(installed / "framing" / "_bundle"), True)


def test_a_report_brings_its_fonts_without_the_interface_s_package(python):
    out = python(
        "import sys; sys.modules['streamlit'] = None; "
        "from framing.export.fonts import font_faces; print(font_faces().count('url(\"data:font/woff2;base64,d09GMg'))"
    )
    assert out == "2\n"


@pytest.mark.model
def test_the_installed_command_compares_two_texts(python, tmp_path):
    for name, text in (("bell", "closed the old bridge on Friday"), ("post", "shut the ancient bridge on Friday")):
        (tmp_path / f"{name}.txt").write_text(f"The mayor {text}.\n\nRepairs will cost nine million crowns.\n")
    out = python("from framing.cli import main; main(['compare', 'bell.txt', 'post.txt', '--json'])")
    made = json.loads(out)
    assert [a["source"] for a in made["articles"]] == ["bell", "post"]
    assert len(made["story_points"]) == 2


@pytest.fixture(scope="module")
def fresh(wheel, tmp_path_factory) -> Path:
    """The commands of a virtual environment with the wheel in it, and nothing of this checkout.

    The libraries that the wheel depends on are looked up where they are installed here: no test downloads anything.
    """
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(folder, with_pip=True)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    install = [commands / "python", "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    (site,) = folder.glob("lib/python*/site-packages") if os.name != "nt" else [folder / "Lib" / "site-packages"]
    # A path in a .pth file is searched after the environment's own, and the .pth files in it are not followed, so the
    # checkout that is installed there for editing stays out.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return commands


@pytest.fixture
def command(fresh, tmp_path):
    """Run the installed command in an empty folder."""

    def run(*arguments, status=0):
        options = {"cwd": tmp_path, "env": clean_environment(), "capture_output": True, "text": True, "check": False}
        done = subprocess.run([fresh / "framing", *arguments], **options)
        assert done.returncode == status, done.stderr
        return done.stdout

    return run


def clean_environment():
    environment = offline.environment() | {"PYTHONPATH": str(offline.SITE)}
    environment.pop("VIRTUAL_ENV", None)
    return environment


class TestFreshEnvironment:
    def test_the_program_is_the_one_in_the_wheel(self, fresh, tmp_path):
        code = "import framing; print(framing.__file__)"
        options = {"cwd": tmp_path, "env": clean_environment(), "capture_output": True, "text": True, "check": True}
        done = subprocess.run([fresh / "python", "-P", "-c", code], **options)
        assert Path(done.stdout.strip()).is_relative_to(fresh.parent)

    @pytest.mark.model
    def test_compare_and_verify_work(self, command, tmp_path):
        for name, text in (("bell", "closed the old bridge on Friday"), ("post", "shut the ancient bridge on Friday")):
            (tmp_path / f"{name}.txt").write_text(f"The mayor {text}.\n\nRepairs will cost nine million crowns.\n")
        command("compare", "bell.txt", "post.txt", "--out", "bridge.framing")
        assert command("verify", "bridge.framing").startswith("The same: all ")
        command("compare", "bridge.framing", "--out", "shared.framing", "--without-texts")
        assert command("verify", "shared.framing", "bell.txt", "post.txt").startswith("The same: all ")
        command("verify", "shared.framing", status=2)
        command("compare", "shared.framing", "--out", "tables.xlsx")
        assert (tmp_path / "tables.xlsx").stat().st_size > 10_000

    def test_serve_answers(self, fresh, tmp_path):
        with socket.socket() as free:
            free.bind(("localhost", 0))
            port = free.getsockname()[1]
        command = [fresh / "framing", "serve", "--port", str(port)]
        environment = clean_environment() | {"STREAMLIT_SERVER_HEADLESS": "true"}
        with subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            start_new_session=True,
        ) as server:  # fmt: skip
            try:
                assert answer(f"http://localhost:{port}/_stcore/health", server) == "ok"
                assert "<title>" in answer(f"http://localhost:{port}/tone", server)
            finally:
                os.killpg(server.pid, 15)


def answer(address, server, patience=60):
    """Return what a server answers once it does."""
    until = time.monotonic() + patience
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as page:  # noqa: S310  (the server started here)
                return page.read().decode("utf-8")
        except OSError:
            time.sleep(0.2)
    return pytest.fail(f"no answer from {address}")
