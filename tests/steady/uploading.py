"""Give the server a file, as a browser does: ask where to, send it there, tell the widget."""

from __future__ import annotations

from typing import Any

import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import UploadedFileInfo
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.steady.visitor import Visitor

_SECONDS = 60


def upload(visitor: Visitor, label: str, name: str, content: bytes) -> float:
    """Choose a file in the uploader with this label; return how many seconds it took until its page was drawn."""
    asked = BackMsg()
    asked.file_urls_request.request_id, asked.file_urls_request.session_id = "1", visitor.session
    asked.file_urls_request.file_names.append(name)
    (place,) = visitor.ask(asked, "file_urls_response").file_urls
    _send(visitor.address, place.upload_url, name, content)
    state = WidgetState(id=visitor.widget("file_uploader", label).id)
    info = UploadedFileInfo(file_id=place.file_id, name=name, size=len(content), file_urls=place)
    state.file_uploader_state_value.uploaded_file_info.append(info)
    return visitor.change(state)


def _send(address: str, place: str, name: str, content: bytes) -> None:
    with requests.Session() as browser:
        browser.get(f"{address}/_stcore/health", timeout=_SECONDS).raise_for_status()
        token: Any = browser.cookies["_streamlit_xsrf"]
        answer = browser.put(
            f"{address}/{place.lstrip('/')}",
            files={"file": (name, content)},
            headers={"X-Xsrftoken": token},
            timeout=_SECONDS,
        )
        answer.raise_for_status()
