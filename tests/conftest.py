"""What every test gets: no network, a data folder of its own, and fixtures for the model and the events."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from framing.embed import TransformerEncoder, load_encoder
from framing.read import open_example
from framing.records import Event
from framing.resources import example_events
from tests import offline
from tests.bag_of_words import BagOfWords

os.environ.pop("FRAMING_MODEL", None)
# For fixtures that several tests share; each test gets a folder of its own below.
os.environ["FRAMING_HOME"] = tempfile.mkdtemp(prefix="framing-tests-")

# A slow machine is no failure; in CI the same examples are tried every time, elsewhere new ones.
settings.register_profile(
    "here",
    deadline=None,
    max_examples=int(os.environ.get("FRAMING_FUZZ", "100")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

SHARED = Path(os.environ.get("FRAMING_SHARED") or Path(__file__).parents[2] / "shared")


def pytest_configure(config: pytest.Config) -> None:
    """Go offline where tests run; with several workers the process that only hands them out is left as it is."""
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        return
    offline.install()
    os.environ.update(offline.environment())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "encoder" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.model)


@pytest.fixture(autouse=True)
def _offline() -> Iterator[None]:
    before = len(offline.refusals())
    yield
    if tried := offline.refusals()[before:]:
        pytest.fail(f"Something tried to reach another machine: {'; '.join(tried)}")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of this test's own."""
    monkeypatch.setenv("FRAMING_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="session")
def encoder() -> TransformerEncoder:
    """The embedded model."""
    return load_encoder()


@pytest.fixture
def bag() -> BagOfWords:
    """An encoder that can be checked by hand."""
    return BagOfWords()


@pytest.fixture(params=example_events())
def example(request: pytest.FixtureRequest) -> Event:
    """Each example event that comes with the program."""
    return open_example(request.param)


@pytest.fixture(scope="session")
def putin_offer() -> Path:
    """The folder of the two articles that the project began from; their texts never come into the repository."""
    folder = SHARED / "events" / "putin-offer"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here: set FRAMING_SHARED to the shared folder")
    return folder
