"""The letters of a report, inside it: fonts that come with the program, so that it looks the same on any machine."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache

from framing.resources import DATA

_FACES = {
    "Source Sans": ("sans", "SourceSans.woff2", "sans-serif"),
    "Source Serif": ("serif", "SourceSerif.woff2", "serif"),
}
"""By family: the variable of the style sheet it is for, its file, and what stands in where a browser cannot read it."""


@lru_cache(maxsize=1)
def font_faces() -> str:
    """Return a style sheet that brings the upright fonts in all weights, and names them `--sans` and `--serif`.

    They are those that the interface is shown with, and whole: their licence, which lies beside them, forbids to cut
    them under their names.
    """
    carried = "".join(_face(family, file) for family, (_, file, _) in _FACES.items())
    named = " ".join(f'--{variable}: "{family}", {instead};' for family, (variable, _, instead) in _FACES.items())
    return f"{carried}:root {{ {named} }}\n"


def _face(family: str, file: str) -> str:
    data = b64encode((DATA / "fonts" / file).read_bytes()).decode("ascii")
    return (
        f'@font-face {{ font-family: "{family}"; font-weight: 200 900; font-style: normal; '
        f'src: url("data:font/woff2;base64,{data}") format("woff2"); }}\n'
    )
