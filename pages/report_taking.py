"""What the tabs of the page Report share: names of files, buttons that make a file when it is asked for, previews."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import streamlit as st

from framing.comparison import Comparison

_FRAME = "body { margin: 0 } iframe { border: 0; width: 100%; height: 100vh; display: block }"
_MOST = 48  # characters of a file's name


def file_name(comparison: Comparison, what: str) -> str:
    """Return a name made from the event's title that every system takes."""
    title = re.sub(r"[^a-z0-9]+", "-", comparison.event.title.lower()).strip("-")[:_MOST].strip("-")
    return f"{title or 'comparison'}-{what}"


def offer(
    label: str,
    make: Callable[[], bytes | str],
    name: str,
    mime: str,
    *,
    help: str | None = None,
    main: bool = False,
) -> None:
    """Show a button that makes the file when it is pressed."""
    st.download_button(
        label,
        make,
        file_name=name,
        mime=mime,
        key=f"take-{name}",
        help=help,
        on_click="ignore",
        icon=":material/download:",
        type="primary" if main else "secondary",
    )


def show_page(page: str, alt: str, height: int) -> None:
    """Show a page of its own; in its sandbox it can reach nothing of the app around it."""
    inner = f'<iframe sandbox="allow-scripts" title="{html.escape(alt)}" srcdoc="{html.escape(page)}"></iframe>'
    st.iframe(f"<style>{_FRAME}</style>{inner}", height=height, alt=alt)
