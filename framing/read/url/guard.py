"""A session that reaches the open internet only, and a deadline that cuts its connections.

The address is checked where it is connected to, at every hop, so neither a redirect nor a name whose answer changes
leads into the network behind this machine.
"""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import socket
import threading
import time
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import requests
from requests_hardened import Config, HTTPSession  # type: ignore[import-untyped]
from requests_hardened.ip_filter import InvalidIPAddress  # type: ignore[import-untyped]
from requests_hardened.ip_filter_adapter import IPFilterAdapter  # type: ignore[import-untyped]

# It reports each refused address by itself; ours is said where the link was given.
logging.getLogger("requests_hardened").addHandler(logging.NullHandler())

_SILENCE = (5.0, 10.0)  # seconds to connect, and between two pieces of an answer; the deadline holds for the whole


class Deadline:
    """The time that one link may take; when it is up, every connection it watches is cut, whoever waits on it."""

    def __init__(self, seconds: float) -> None:
        """Start the clock."""
        self._end = time.monotonic() + seconds
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self.cut)
        self._timer.daemon = True
        self._timer.start()

    @property
    def left(self) -> float:
        """Seconds that are left, 0 when the time is up."""
        return max(self._end - time.monotonic(), 0.0)

    def watch(self, connection: socket.socket) -> None:
        """Cut this connection, too, when the time is up."""
        self._sockets.append(connection)
        if not self.left:
            self.cut()

    def cut(self) -> None:
        """End every connection now."""
        self._timer.cancel()
        for connection in self._sockets:
            with contextlib.suppress(OSError):  # it has been closed already
                connection.shutdown(socket.SHUT_RDWR)


def open_session(deadline: Deadline) -> requests.Session:
    """Return a session that refuses addresses which are not public, and obeys the deadline."""
    config = Config(
        ip_filter_enable=True,
        ip_filter_allow_loopback_ips=False,
        never_redirect=True,  # each hop is checked and counted before it is taken
        default_timeout=_SILENCE,
        user_agent_override=f"Framing/{_version()} (one page at a time, at its user's wish)",
    )
    session: requests.Session = HTTPSession(config)
    # A proxy would resolve the names itself, past the check; .netrc would send passwords along.
    session.trust_env = False
    session.headers["Accept-Encoding"] = "gzip, deflate"
    session.mount("http://", _Adapter(deadline, is_https_proto=False))
    session.mount("https://", _Adapter(deadline, is_https_proto=True))
    return session


class _Adapter(IPFilterAdapter):  # type: ignore[misc]
    """Connects to the address that was checked, and hands each connection to the deadline."""

    def __init__(self, deadline: Deadline, *, is_https_proto: bool) -> None:
        self._deadline = deadline
        super().__init__(is_https_proto=is_https_proto)

    def build_connection_pool_key_attributes(self, *arguments: Any, **options: Any) -> Any:
        host, pool = super().build_connection_pool_key_attributes(*arguments, **options)
        address = ipaddress.ip_address(str(host["host"]).strip("[]"))
        # What the library lets through: old site-local addresses, and ranges that nobody has been given.
        if not address.is_global or address.is_reserved or getattr(address, "is_site_local", False):
            raise InvalidIPAddress(address)
        return host, pool

    def get_connection_with_tls_context(self, *arguments: Any, **options: Any) -> Any:
        pool = super().get_connection_with_tls_context(*arguments, **options)
        if "ConnectionCls" not in vars(pool):  # one pool serves every request to a site
            pool.ConnectionCls = _watched(pool.ConnectionCls, self._deadline)
        return pool


def _watched(connection: type[Any], deadline: Deadline) -> type[Any]:
    class Watched(connection):  # type: ignore[misc]
        """A connection that the deadline knows as soon as it stands, and that is not opened after it."""

        def connect(self) -> None:
            if not deadline.left:  # looking up the name took all the time there was
                raise requests.Timeout
            super().connect()
            deadline.watch(self.sock)

    return Watched


def _version() -> str:
    try:
        return version("framing")
    except PackageNotFoundError:  # run from its sources
        return "0"
