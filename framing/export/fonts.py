"""The letters of a report, inside it: the interface's own fonts as data, so that it looks the same on any machine."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

_FACES = {
    "Source Sans": ("sans", "SourceSans*Upright*.woff2", "sans-serif"),
    "Source Serif": ("serif", "SourceSerif*Roman*.woff2", "serif"),
}
"""By family: the variable of the style sheet it is for, its file, and what stands in where there is none."""


@lru_cache(maxsize=1)
def font_faces() -> str:
    """Return a style sheet that brings the upright fonts in all weights, and names them `--sans` and `--serif`.

    They are those that the interface is shown with, and whole: their licence forbids to cut them under their names.
    A font that is not there is not named.
    """
    found = {family: _file(pattern) for family, (_, pattern, _) in _FACES.items()}
    carried = "".join(_face(family, path) for family, path in found.items() if path)
    named = " ".join(
        f"--{variable}: {_quoted(family) if found[family] else ''}{instead};"
        for family, (variable, _, instead) in _FACES.items()
    )
    return f"{carried}:root {{ {named} }}\n"


def _quoted(family: str) -> str:
    return f'"{family}", '


def _face(family: str, path: Path) -> str:
    data = b64encode(path.read_bytes()).decode("ascii")
    return (
        f'@font-face {{ font-family: "{family}"; font-weight: 200 900; font-style: normal; '
        f'src: url("data:font/woff2;base64,{data}") format("woff2"); }}\n'
    )


def _file(pattern: str) -> Path | None:
    """Return the file of the interface's package that matches; the package itself is not imported for it."""
    package = find_spec("streamlit")
    places = list(package.submodule_search_locations or ()) if package else []
    return next((path for place in places for path in sorted(Path(place, "static").rglob(pattern))), None)
