from __future__ import annotations

import asyncio

import pytest
import streamlit as st

from app import app
from pages.door import Door

HERE = "localhost:8501"


def answered(kind, host, origin=None):
    """Return the status a request gets: 200 from behind the door, 403 or 1008 from the door itself."""
    sent = []

    async def behind(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200})

    async def receive():
        return {"type": f"{kind}.connect"}

    async def send(message):
        sent.append(message)

    headers = [(b"host", host.encode()), *([(b"origin", origin.encode())] if origin else [])]
    scope = {"type": kind, "headers": headers, "method": "GET", "path": "/"}
    asyncio.run(Door(behind)(scope, receive, send))
    return sent[0].get("status") or sent[0]["code"]


@pytest.fixture
def server(monkeypatch):
    """Let the server listen at an address, and be called by names."""
    before = st.get_option("server.address")

    def listens(address, hosts=""):
        st._config.set_option("server.address", address)
        monkeypatch.setenv("FRAMING_HOSTS", hosts)

    yield listens
    st._config.set_option("server.address", before)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        (HERE, 200),
        ("127.0.0.1", 200),
        ("[::1]:8501", 200),
        ("LOCALHOST.", 200),
        ("elsewhere.example", 403),
        ("localhost.elsewhere.example:8501", 403),
        ("localhost@elsewhere.example", 403),
        ("", 403),
        ("[", 403),
    ],
)
def test_a_computer_of_ones_own_answers_to_its_own_names_only(host, status, server):
    server("localhost")
    assert answered("http", host) == status


@pytest.mark.parametrize(
    ("address", "hosts", "host", "status"),
    [
        ("localhost", "framing.example, other.example", "framing.example", 200),
        ("localhost", "framing.example", "elsewhere.example", 403),
        ("192.0.2.7", "", "anything.example", 200),
        ("192.0.2.7", "framing.example", "anything.example", 403),
    ],
)
def test_a_server_answers_to_the_names_it_was_given(address, hosts, host, status, server):
    server(address, hosts)
    assert answered("http", host) == status


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (None, 200),
        (f"http://{HERE}", 200),
        ("http://elsewhere.example", 1008),
        ("http://localhost:9999", 1008),
        ("null", 1008),
    ],
)
def test_another_site_s_page_opens_no_connection(origin, status, server):
    server("localhost")
    assert answered("websocket", HERE, origin) == status


def test_a_connection_under_a_foreign_name_is_refused(server):
    server("localhost")
    assert answered("websocket", "elsewhere.example", "http://elsewhere.example") == 1008


def test_the_app_has_its_door():
    assert [one.cls for one in app._user_middleware] == [Door]
