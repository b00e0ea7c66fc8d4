"""End a page that has nothing more to show."""

from __future__ import annotations

from typing import NoReturn

from streamlit.runtime.scriptrunner import StopException


def stop() -> NoReturn:
    """End the page here; `st.stop` would let nothing be done afterwards, and the address is written at the end."""
    raise StopException
