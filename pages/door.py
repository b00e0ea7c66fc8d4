"""Who is let in: requests for this server's own names, and of its own pages.

Any web page that somebody has open can ask this computer for things, under a name of its own that it lets mean this
computer. Its requests tell that name, and are refused.
"""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class Door:
    """Stands before the app. FRAMING_HOSTS names, with commas, under which names a server for others is asked."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on or refuse it with a sentence."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        host, origin = _header(scope, b"host"), _header(scope, b"origin")
        if not is_own(host):
            name = _name(host) or "no name"
            said = (
                f"Framing does not answer to {name}. Start it with FRAMING_HOSTS={name} to serve it under this name.\n"
            )
            await _refuse(scope, receive, send, said)
        elif scope["type"] == "websocket" and origin and not _same(origin, host):
            await _refuse(scope, receive, send, "Framing is asked by its own pages only.\n")
        else:
            await self.app(scope, receive, send)


def is_own(host: str) -> bool:
    """Whether the server answers to what a request calls it."""
    named = names_for_others()
    if not named and st.get_option("server.address") not in LOCAL:
        return True  # it was opened to others on purpose, under names that are not known here
    return _name(host) in LOCAL | named


def names_for_others() -> set[str]:
    """Return the names under which this server is for others, as FRAMING_HOSTS tells them."""
    return {name.strip().lower() for name in os.environ.get("FRAMING_HOSTS", "").split(",") if name.strip()}


def _same(origin: str, host: str) -> bool:
    return urlsplit(origin).netloc.lower() == host.lower() or origin in st.get_option("server.corsAllowedOrigins")


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _header(scope: Scope, name: bytes) -> str:
    found: list[tuple[bytes, bytes]] = scope["headers"]
    return next((value.decode("latin-1") for key, value in found if key == name), "")


async def _refuse(scope: Scope, receive: Receive, send: Send, said: str) -> None:
    if scope["type"] == "websocket":
        closing: dict[str, Any] = {"type": "websocket.close", "code": 1008}
        await receive()  # the request to connect
        await send(closing)
    else:
        await PlainTextResponse(said, status_code=403)(scope, receive, send)
