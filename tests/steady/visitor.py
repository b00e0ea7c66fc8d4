"""A visitor without a browser: one WebSocket that speaks Streamlit's protocol and keeps what it was sent."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect

_SECONDS = 180  # a busy machine answers late, and what never comes still fails


@dataclass
class Visitor:
    """One session. `frames` is all that the server sent, as it came; `shown` the elements of the last run."""

    address: str
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    frames: list[bytes] = field(default_factory=list)
    shown: list[Message] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)
    page: str = ""
    session: str = ""
    _widgets: dict[str, WidgetState] = field(default_factory=dict)

    def __enter__(self) -> Visitor:
        place = self.address.replace("http", "ws", 1) + "/_stcore/stream"
        self._leaving = ExitStack()
        self._socket = self._leaving.enter_context(
            connect(
                place,
                subprotocols=["streamlit"],
                additional_headers=self.headers,
                max_size=None,
                open_timeout=_SECONDS,
                ping_timeout=_SECONDS,
            )
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._leaving.close()

    def visit(self, page: str = "") -> float:
        """Open a page by the name in its address and return how many seconds it took until it was drawn."""
        self._widgets.clear()
        return self._run(self.pages.get(page, ""), "" if page in self.pages else page)

    def press(self, label: str, kind: str = "button") -> float:
        """Press the button with this label."""
        state = WidgetState(id=self.widget(kind, label).id, trigger_value=True)
        return self._run(self.page, "", state)

    def open(self, kind: str, label: str) -> float:
        """Open the popover or expander with this label."""
        return self.change(WidgetState(id=self.widget(kind, label).id, bool_value=True))

    def type(self, kind: str, label: str, text: str) -> None:
        """Fill in a field; it is sent with the next press."""
        id = self.widget(kind, label).id
        self._widgets[id] = WidgetState(id=id, string_value=text)

    def forget(self) -> None:
        """Send nothing again of what was filled in so far: it was taken in."""
        self._widgets.clear()

    def slide(self, label: str, value: float) -> float:
        """Move a slider."""
        state = WidgetState(id=self.widget("slider", label).id)
        state.double_array_value.data.append(value)
        return self.change(state)

    def change(self, state: WidgetState) -> float:
        """Give a widget another state."""
        self._widgets[state.id] = state
        return self._run(self.page, "")

    def ask(self, asked: BackMsg, kind: str) -> Any:
        """Send what is not for a run of a page, and return the server's answer of this kind."""
        self._socket.send(asked.SerializeToString())
        return next(getattr(one, kind) for one in self._messages() if one.WhichOneof("type") == kind)

    def widget(self, kind: str, label: str) -> Message:
        """Return the element of this kind whose label begins so."""
        found = [e for e in self.elements(kind) if e.label.startswith(label)]
        if not found:
            there = {
                f"{e.WhichOneof('type')}: {getattr(getattr(e, e.WhichOneof('type')), 'label', '')}" for e in self.shown
            }
            raise AssertionError(f"No {kind} {label!r} is shown; there are {sorted(there)}")
        return found[0]

    def elements(self, kind: str) -> list[Message]:
        """Return the elements of a kind that are shown."""
        return [getattr(e, kind) for e in self.shown if e.WhichOneof("type") == kind]

    def _run(self, hash: str, name: str, *pressed: WidgetState) -> float:
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string, state.page_script_hash, state.page_name = self.query, hash, name
        state.widget_states.widgets.extend([*self._widgets.values(), *pressed])
        state.context_info.timezone, state.context_info.locale = "UTC", "en"
        state.context_info.url = self.address
        begun = time.monotonic()
        self._socket.send(asked.SerializeToString())
        self.wait()
        return time.monotonic() - begun

    def wait(self) -> None:
        """Take what the server sends until a run has finished."""
        self.shown.clear()
        for message in self._messages():
            match message.WhichOneof("type"):
                case "new_session":
                    self.shown.clear()
                    self.page = message.new_session.page_script_hash
                    self.session = message.new_session.initialize.session_id
                case "navigation":
                    self.pages |= {p.url_pathname: p.page_script_hash for p in message.navigation.app_pages}
                    self.page = message.navigation.page_script_hash
                case "delta":
                    self._keep(message.delta)
                case "page_info_changed":
                    self.query = message.page_info_changed.query_string
                case "script_finished" if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return

    def _messages(self) -> Iterator[ForwardMsg]:
        until = time.monotonic() + _SECONDS
        while True:
            frame = self._socket.recv(timeout=max(until - time.monotonic(), 0.01))
            self.frames.append(bytes(frame))
            yield ForwardMsg.FromString(frame)

    def _keep(self, delta: Delta) -> None:
        match delta.WhichOneof("type"):
            case "new_element":
                self.shown.append(delta.new_element)
            case "add_block":
                self.shown.append(delta.add_block)
