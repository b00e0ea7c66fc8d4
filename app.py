"""The ASGI entry: `streamlit run app.py`, or any ASGI server with `app:app`."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st

from framing.embed import load_encoder
from pages.deep_link import routes


@asynccontextmanager
async def load_model(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Begin loading the model at start-up, beside the server, so that pages without it are answered at once."""
    threading.Thread(target=load_encoder().load, name="load the model", daemon=True).start()
    yield {}


app = st.App("pages/router.py", lifespan=load_model, routes=routes())
