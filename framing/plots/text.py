"""Article text inside figures: plotly reads a little HTML, so it is escaped and broken into lines here."""

from __future__ import annotations

import html
import textwrap


def signed(value: float, digits: int = 2) -> str:
    """Write a number with its sign: a true minus, as axes have it; what rounds to zero has neither sign."""
    written = f"{value:+.{digits}f}"
    return written.replace("-", "−") if float(written) else written[1:]


def percent(share: float) -> str:
    """Write a share, of 1, as a whole number of percent that no end of a line parts from its sign."""
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"


def lines(text: str, width: int = 48, most: int = 4) -> str:
    """Return a text escaped for plotly, in at most `most` lines of `width` characters."""
    wrapped = textwrap.wrap(text, width) or [""]
    if len(wrapped) > most:
        wrapped = [*wrapped[: most - 1], wrapped[most - 1].rstrip(" .,;:") + " …"]
    return "<br>".join(html.escape(line, quote=False) for line in wrapped)


PARTS = {"tickvals": [i / 5 for i in range(6)], "ticktext": [percent(i / 5) for i in range(6)]}
"""What an axis along an article says at each fifth of its words."""
