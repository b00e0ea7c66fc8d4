"""Serve the app's page under its own address so that the browser asks at the right place from the start.

Opened at `/tone`, Streamlit's page first looks for its server at `/tone/_stcore`, fails twice, and logs two errors
before it tries `/_stcore`. Naming the server in the page spares that.
"""

from __future__ import annotations

from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import Route

PAGES = ("articles", "side_by_side", "tone", "emphasis", "wording", "voices", "report", "methods")
_NAMED = '<script>window.__streamlit = {BACKEND_BASE_URL: new URL("./", location.href).href}</script>'


def routes() -> list[Route]:
    """Return one route a page, and one for the front page under its own name."""
    return [Route("/overview", _front), *(Route(f"/{page}", _serve) for page in PAGES)]


async def _front(request: Request) -> RedirectResponse:
    return RedirectResponse(str(request.url.replace(path="/")))


async def _serve(request: Request) -> HTMLResponse:  # noqa: ARG001  (what a route is called with)
    index = Path(streamlit.__file__).with_name("static") / "index.html"
    page = index.read_text(encoding="utf-8").replace("<head>", f"<head>{_NAMED}", 1)
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})
