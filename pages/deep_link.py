"""Serve the app's page under its own address so that the browser asks at the right place from the start.

Opened at `/tone`, Streamlit's page first looks for its server at `/tone/_stcore`, fails twice, and logs two errors
before it tries `/_stcore`. Naming the server in the page spares that.

The page also reads the script that draws figures while the server is still at work: it takes the browser as long as
everything else together, and Streamlit asks for it only when the first figure comes. The script that shows tables is
read after that, before a page with a table is asked for.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import Route

PAGES = ("articles", "side_by_side", "tone", "emphasis", "wording", "voices", "report", "methods")
WITHOUT_FIGURES = frozenset({"articles", "report", "methods"})
_STATIC = Path(streamlit.__file__).with_name("static")
_INDEX = _STATIC / "index.html"
_NAMED = '<script>window.__streamlit = {BACKEND_BASE_URL: new URL("./", location.href).href}</script>'

# Begun when the app is connected: earlier it would keep the app from asking for its page.
_READ = """<link rel="modulepreload" crossorigin href="{figures}"><script>
const waiting = setInterval(() => {{
  if (document.querySelector("[data-testid=stApp]")?.dataset.testConnectionState === "CONNECTED") {{
    clearInterval(waiting);
    import("{figures}").then(() => setTimeout(() => {{ if ("{tables}") import("{tables}"); }}, 1000));
  }}
}}, 10);
</script>"""


def routes() -> list[Route]:
    """Return one route a page, and one for the front page under its own name."""
    return [Route("/", _serve), Route("/overview", _front), *(Route(f"/{page}", _serve) for page in PAGES)]


async def _front(request: Request) -> RedirectResponse:
    return RedirectResponse(f"./?{request.url.query}")  # relative: a proxy may call this server otherwise


async def _serve(request: Request) -> HTMLResponse:
    page = _page(_INDEX, _INDEX.stat().st_mtime_ns)
    first = _NAMED if request.url.path.strip("/") in WITHOUT_FIGURES else _NAMED + _reading()
    return HTMLResponse(page.replace("<head>", f"<head>{first}", 1), headers={"Cache-Control": "no-cache"})


@lru_cache(maxsize=1)
def _page(file: Path, _changed: int) -> str:
    """Return the page as it lies on the disk; read anew where the file has changed, as with another Streamlit."""
    return file.read_text(encoding="utf-8")


@cache
def _reading() -> str:
    """Return what makes the browser read the scripts, nothing where Streamlit calls that of figures by another name."""
    figures, tables = _script("PlotlyChart"), _script("DataFrame")
    return _READ.format(figures=figures, tables=tables) if figures else ""


def _script(name: str) -> str:
    """Return where the browser finds a script of Streamlit's; nothing where it has none of that name."""
    found = next((_STATIC / "static" / "js").glob(f"{name}.*.js"), None)
    return f"./static/js/{found.name}" if found else ""
