"""The ASGI entry: `streamlit run app.py`, or any ASGI server with `app:app`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from pages import trouble, warming
from pages.deep_link import routes
from pages.door import Door


@asynccontextmanager
async def load_model(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Begin loading the model at start-up, beside the server, so that pages without it are answered at once."""
    trouble.guard()
    warming.begin()
    yield {}


app = st.App(
    Path(__file__).with_name("pages") / "router.py",
    lifespan=load_model,
    routes=routes(),
    middleware=[Middleware(Door)],
    on_script_error=trouble.show,
)
