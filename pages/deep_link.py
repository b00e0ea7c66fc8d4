"""Serve the app's page under its own address so that the browser asks at the right place from the start.

Opened at `/tone`, Streamlit's page first looks for its server at `/tone/_stcore`, fails twice, and logs two errors
before it tries `/_stcore`. Naming the server in the page spares that.

The page also reads the script that draws figures while the server is still at work: it takes the browser as long as
everything else together, and Streamlit asks for it only when the first figure comes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import Route

PAGES = ("articles", "side_by_side", "tone", "emphasis", "wording", "voices", "report", "methods")
WITHOUT_FIGURES = frozenset({"articles", "report", "methods"})
_STATIC = Path(streamlit.__file__).with_name("static")
_NAMED = '<script>window.__streamlit = {BACKEND_BASE_URL: new URL("./", location.href).href}</script>'

# Begun when the app is connected: earlier it would keep the app from asking for its page.
_READ = """<link rel="modulepreload" crossorigin href="{script}"><script>
const waiting = setInterval(() => {{
  if (document.querySelector("[data-testid=stApp]")?.dataset.testConnectionState === "CONNECTED") {{
    clearInterval(waiting);
    import("{script}");
  }}
}}, 10);
</script>"""


def routes() -> list[Route]:
    """Return one route a page, and one for the front page under its own name."""
    return [Route("/", _serve), Route("/overview", _front), *(Route(f"/{page}", _serve) for page in PAGES)]


async def _front(request: Request) -> RedirectResponse:
    return RedirectResponse(f"./?{request.url.query}")  # relative: a proxy may call this server otherwise


async def _serve(request: Request) -> HTMLResponse:
    page = (_STATIC / "index.html").read_text(encoding="utf-8")
    first = _NAMED if request.url.path.strip("/") in WITHOUT_FIGURES else _NAMED + _reading()
    return HTMLResponse(page.replace("<head>", f"<head>{first}", 1), headers={"Cache-Control": "no-cache"})


@cache
def _reading() -> str:
    """Return what makes the browser read the figures' script, nothing where Streamlit calls it by another name."""
    found = next((_STATIC / "static" / "js").glob("PlotlyChart.*.js"), None)
    return _READ.format(script=f"./static/js/{found.name}") if found else ""
