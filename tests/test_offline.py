from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from tests import offline

# Set aside for documentation (RFC 5737, RFC 3849): no machine has them.
NOWHERE = "192.0.2.1"
NOWHERE_6 = "2001:db8::1"


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("localhost", True),
        (b"localhost", True),
        ("", True),
        (None, True),
        ("0.0.0.0", True),  # noqa: S104 — nothing is bound here
        (NOWHERE, False),
        (NOWHERE_6, False),
        ("10.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("example.org", False),
        ("localhost.example.org", False),
    ],
)
def test_this_machine_is_told_from_others(host, here):
    assert offline.is_here(host) is here


@pytest.mark.parametrize(("family", "address"), [(socket.AF_INET, (NOWHERE, 9)), (socket.AF_INET6, (NOWHERE_6, 9))])
def test_connecting_to_another_machine_is_refused_at_once(family, address):
    with (
        offline.refusal_expected(),
        socket.socket(family) as connection,
        pytest.raises(offline.OutsideConnectionError, match="was refused"),
    ):
        connection.connect(address)


def test_a_datagram_to_another_machine_is_refused():
    with (
        offline.refusal_expected(),
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as connection,
        pytest.raises(offline.OutsideConnectionError),
    ):
        connection.sendto(b"hello", (NOWHERE, 9))


def test_names_are_not_looked_up():
    with offline.refusal_expected(), pytest.raises(offline.OutsideConnectionError, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)


def test_a_refusal_is_on_record_even_when_its_error_is_swallowed():
    before = offline.refusals()
    with offline.refusal_expected():
        with socket.socket() as connection, pytest.raises(offline.OutsideConnectionError):
            connection.connect((NOWHERE, 9))
        assert offline.refusals() == [*before, f"socket.connect {NOWHERE}"]
    assert offline.refusals() == before


def test_loopback_works():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as connection:
        connection.sendall(b"hello")
        accepted, _ = server.accept()
        with accepted:
            assert accepted.recv(5) == b"hello"


def test_unix_sockets_work():
    left, right = socket.socketpair()
    with left, right:
        left.sendall(b"hello")
        assert right.recv(5) == b"hello"


def test_a_python_process_that_a_test_starts_is_offline_too():
    code = f"import socket; socket.socket().connect(({NOWHERE!r}, 9))"
    before = offline.refusals()
    with offline.refusal_expected():
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert offline.refusals() == [*before, f"socket.connect {NOWHERE}"]
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith(f"Tests are offline: socket.connect to {NOWHERE} was refused.")


def test_the_environment_names_the_guard_once(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", f"{offline.SITE}:/somewhere:{offline.SITE}")
    assert offline.environment()["PYTHONPATH"] == f"{offline.SITE}:/somewhere"
