"""Refuse every connection but those to this machine, here and in the Python processes that tests start.

An audit hook sees a connection before the system does, so nothing leaves; it cannot be taken out again. Every refusal
is also written to a file that all these processes share: code that swallows the error is found all the same.
"""

from __future__ import annotations

import atexit
import ipaddress
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RECORD = "FRAMING_TEST_REFUSALS"
SITE = Path(__file__).parent / "offline_site"
_INSTALLED = "_framing_tests_are_offline"
_INTERNET = (socket.AF_INET, socket.AF_INET6)


class OutsideConnectionError(RuntimeError):
    """Something tried to reach another machine."""


def install() -> None:
    """Refuse outside connections in this process from now on."""
    if RECORD not in os.environ:
        folder = tempfile.mkdtemp(prefix="framing-tests-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        os.environ[RECORD] = str(Path(folder) / "refusals.txt")
    if not hasattr(sys, _INSTALLED):
        setattr(sys, _INSTALLED, True)
        sys.addaudithook(_watch)


def environment() -> dict[str, str]:
    """Return the environment for a Python process that is to be offline, too."""
    inherited = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path and path != str(SITE)]
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(SITE), *inherited])}


def refusals() -> list[str]:
    """Return what was refused so far, in all processes."""
    record = Path(os.environ[RECORD])
    return record.read_text(encoding="utf-8").splitlines() if record.exists() else []


@contextmanager
def refusal_expected() -> Iterator[None]:
    """Strike from the record what is refused inside."""
    before = refusals()
    yield
    Path(os.environ[RECORD]).write_text("".join(f"{line}\n" for line in before), encoding="utf-8")


def is_here(host: object) -> bool:
    """Whether a host is this machine: no host, localhost, a loopback address or "any address"."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(str(name))
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        connection, address = arguments
        if isinstance(connection, socket.SocketType) and connection.family in _INTERNET and isinstance(address, tuple):
            _check(event, address[0])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        _check(event, arguments[0])


def _check(event: str, host: object) -> None:
    if is_here(host):
        return
    with Path(os.environ[RECORD]).open("a", encoding="utf-8") as record:
        record.write(f"{event} {host}\n")
    raise OutsideConnectionError(f"Tests are offline: {event} to {host} was refused.")
