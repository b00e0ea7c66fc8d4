"""Boxes for facts that change elsewhere, too: each shows the fact, and keeps what was typed and could not be taken.

The fact is given to a box as what it begins with, and where it has changed otherwise than by typing, the box is a new
one: setting what a box shows may be lost where a run of the page is broken off.
"""

from __future__ import annotations

import streamlit as st


def box(name: str, value: str) -> str:
    """Return the key of the box that shows a value under this name."""
    boxes = _boxes()
    shown, number = boxes.get(name, (value, 0))
    boxes[name] = (value, number + (shown != value))
    return f"{name}-{boxes[name][1]}"


def typed(name: str) -> str:
    """Return what was typed into a box."""
    return str(st.session_state[f"{name}-{_boxes()[name][1]}"])


def settle(name: str, value: str) -> None:
    """Let a box show what was made of what was typed: the same, or what was there before."""
    _boxes()[name] = (value, _boxes()[name][1] + (typed(name) != value))


def _boxes() -> dict[str, tuple[str, int]]:
    """Return by name what each box shows, and how often it was a new one."""
    found: dict[str, tuple[str, int]] = st.session_state.setdefault("boxes", {})
    return found
