"""The app as `framing serve` runs it, on a free port, with a folder of its own, watched from outside."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from framing.resources import ROOT
from tests.browser.app import free_port, wait_until_up

_SITE = Path(__file__).with_name("counting_site")
_FRAMING = [str(Path(sys.executable).with_name("framing")), "serve", "--port"]


@dataclass(frozen=True)
class Server:
    """A running server: its address, and what can be known of it without asking it."""

    address: str
    process: int
    folder: Path

    @property
    def log(self) -> str:
        """All that it has written so far."""
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    @property
    def loads(self) -> int:
        """How often the model was loaded."""
        record = self.folder / "loads.txt"
        return len(record.read_text().splitlines()) if record.exists() else 0

    @property
    def peak(self) -> float:
        """The most memory that it and the processes it started have held, in MB."""
        family = [self.process, *_children(self.process)]
        status = [Path(f"/proc/{one}/status").read_text() for one in family]
        return sum(int(found[1]) for text in status if (found := re.search(r"VmHWM:\s+(\d+) kB", text))) / 1024


@contextmanager
def serving(folder: Path, command: Sequence[str] = _FRAMING) -> Iterator[Server]:
    """Run a command that takes a port, with `folder` as the data folder."""
    folder.mkdir(parents=True, exist_ok=True)
    port, log = free_port(), folder / "server.log"
    paths = [str(_SITE), str(ROOT)]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(paths),
        "FRAMING_HOME": str(folder / "home"),
        "FRAMING_TEST_LOADS": str(folder / "loads.txt"),
        "STREAMLIT_SERVER_HEADLESS": "true",
    }
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, str(port)], cwd=folder, env=environment, stdout=out, stderr=out, start_new_session=True
        )
    try:
        wait_until_up(port, process, log)
        yield Server(f"http://localhost:{port}", process.pid, folder)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def _children(process: int) -> list[int]:
    found = [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return [*found, *(child for one in found for child in _children(one))]
