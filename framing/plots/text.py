"""Article text inside figures: plotly reads a little HTML, so it is escaped and broken into lines here."""

from __future__ import annotations

import html
import textwrap


def lines(text: str, width: int = 48, most: int = 4) -> str:
    """Return a text escaped for plotly, in at most `most` lines of `width` characters."""
    wrapped = textwrap.wrap(text, width) or [""]
    if len(wrapped) > most:
        wrapped = [*wrapped[: most - 1], wrapped[most - 1].rstrip(" .,;:") + " …"]
    return "<br>".join(html.escape(line, quote=False) for line in wrapped)
