"""The server is killed while visitors save; started again, it has all that it had shown as saved."""

from __future__ import annotations

import json
import os
import re
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from itertools import count

from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed

from framing.read import event_to_json
from tests.steady.brought import plans
from tests.steady.serving import serving
from tests.steady.uploading import upload
from tests.steady.visitor import Visitor

CROWD = [replace(plan, articles=2, passages=5) for plan in plans(4)]
TITLE = "Title of the event"


def save_on_and_on(server, plan, shown):
    """Save an event and give it one title after another; `shown` tells how far the server's answers are."""
    with suppress(ConnectionClosed), Visitor(server.address) as visitor:
        visitor.visit("articles")
        upload(visitor, "Or drop files here", "event.json", json.dumps(event_to_json(plan.event)).encode())
        visitor.forget()
        visitor.press("Save")
        key = re.search("event=([^&]+)", visitor.query)[1]
        for number in count(1):
            field = visitor.widget("text_input", TITLE).id
            visitor.change(WidgetState(id=field, string_value=f"{plan.word} {number}"))
            shown[plan.word] = (key, number)


def title_of(server, key):
    with Visitor(server.address, query=f"event={key}") as visitor:
        visitor.visit("articles")
        (told,) = (html.body for html in visitor.elements("html") if "fr-bar" in html.body and "<h1>" in html.body)
    return re.search("<h1>(.*?)</h1>", told)[1]


def test_a_server_that_was_killed_while_visitors_saved_has_all_that_was_shown_as_saved(tmp_path):
    shown = {}
    with ThreadPoolExecutor(len(CROWD)) as crowd, suppress(ProcessLookupError), serving(tmp_path) as server:
        for plan in CROWD:
            crowd.submit(save_on_and_on, server, plan, shown)
        until = time.monotonic() + 120
        while len(shown) < len(CROWD) and time.monotonic() < until:
            time.sleep(0.05)
        os.killpg(server.process, signal.SIGKILL)
    assert shown.keys() == {plan.word for plan in CROWD}
    with serving(tmp_path) as server:
        for word, (key, number) in shown.items():
            title = title_of(server, key)
            assert title in (f"{word} {number}", f"{word} {number + 1}")  # the last save may not have been shown yet
