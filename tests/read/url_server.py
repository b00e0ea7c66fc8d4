"""A small internet for tests: names, public addresses, and behind all of them one server on this machine.

The program looks names up and connects as ever; only the last step is bent, after the address has been checked. A
connection to anything but a public address is recorded and refused.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import urllib3.util.connection

PUBLIC = "93.184.215.20"

Answer = Callable[[BaseHTTPRequestHandler], None]


class Internet:
    """What tests set up (`names`, `pages`) and what they look at (`looked_up`, `connected`, `asked`)."""

    def __init__(self) -> None:
        self.names: dict[str, list[str]] = {}
        self.pages: dict[str, Answer] = {}
        self.looked_up: list[str] = []
        self.connected: list[str] = []
        self.asked: list[str] = []
        self.delay_of_names = 0.0
        self.closed = threading.Event()

    def look_up(self, host: object, port: object, *_: object, **__: object) -> list[tuple[object, ...]]:
        """Answer as the system would; a name with several answers gives them one after another."""
        name = str(host)
        self.looked_up.append(name)
        self.closed.wait(self.delay_of_names)
        try:
            address = str(ipaddress.ip_address(name))
        except ValueError:
            answers = self.names.get(name, [PUBLIC])
            address = answers.pop(0) if len(answers) > 1 else answers[0]
        if not address:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (address, port))]

    def page(self, url: str, body: str | bytes = b"", status: int = 200, **headers: str) -> None:
        """Put a page at a URL, without its scheme."""
        content = body.encode() if isinstance(body, str) else body
        stated = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content))}
        stated |= {name.replace("_", "-"): value for name, value in headers.items()}

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in stated.items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(content)

        self.pages[url] = answer

    def redirect(self, url: str, target: str) -> None:
        """Send a URL on to another."""
        self.page(url, status=302, Location=target)


@contextmanager
def internet(monkeypatch: pytest.MonkeyPatch) -> Iterator[Internet]:
    """Bend names and connections to a server of the test's own."""
    world = Internet()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(world))
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that hangs up is no error here
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def connect(address: tuple[str, int], timeout: float, *_: object, **__: object) -> socket.socket:
        world.connected.append(address[0])
        if not ipaddress.ip_address(address[0].strip("[]")).is_global:
            raise AssertionError(f"a connection to {address[0]} was tried")
        connection = socket.socket()
        connection.settimeout(timeout)
        connection.connect(server.server_address)
        return connection

    monkeypatch.setattr(socket, "getaddrinfo", world.look_up)
    monkeypatch.setattr(urllib3.util.connection, "create_connection", connect)
    try:
        yield world
    finally:
        world.closed.set()
        server.shutdown()
        server.server_close()


def _handler(world: Internet) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = self.headers.get("Host", "") + self.path
            world.asked.append(url)
            answer = world.pages.get(url)
            with suppress(OSError):  # the client may hang up at any time
                if answer:
                    answer(self)
                else:
                    self.send_response(404)
                    self.send_header("Content-Length", "0")
                    self.end_headers()

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    return Handler
