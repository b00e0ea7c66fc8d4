"""The figures that the quality gate last measured, as tables beside what a user would use instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from framing.resources import DATA, load_json
from pages.accuracy_names import BASELINES, COUNTS, GROUPS, NAMES

Figures = Mapping[str, Any]


def show_accuracy(section: str, groups: Sequence[str] = ()) -> None:
    """Show what was measured of a section, or of some of its groups, next to what one would use instead."""
    found = measured(section)
    named = GROUPS.get(section, {})
    shown = [name for name in groups or named or found if isinstance(found.get(name), Mapping)]
    st.header("How well it does", anchor=False)
    if not shown:
        st.info("Nothing was measured yet: run `make quality`.")
    for name in shown:
        st.markdown(f"**{named.get(name, name.replace('_', ' ').capitalize())}**")
        st.table(rows(found[name]), hide_index=True)
        st.caption(_origin(found[name]))


def rows(figures: Figures) -> list[dict[str, str]]:
    """Return one row a figure: what it is called, its value, and each baseline's; the same columns in every row."""
    baselines = figures.get("baselines", {})
    keys = [k for k in NAMES if any(isinstance(side.get(k), float) for side in (figures, *baselines.values()))]
    return [
        {"figure": NAMES[key], "Framing": _value(figures.get(key))}
        | {BASELINES.get(name, name): _value(side.get(key)) for name, side in baselines.items()}
        for key in keys
    ]


def measured(section: str) -> Figures:
    """Return the figures of one part of the program as the quality gate left them; empty where it never ran."""
    found = load_json("accuracy.json").get(section) if (DATA / "accuracy.json").is_file() else None
    return found if isinstance(found, Mapping) else {}


def _value(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, int | float) else "–"


def _origin(figures: Figures) -> str:
    counts = [f"{figures[k]:,} {k.replace('_', ' ')}" for k in COUNTS if k in figures]
    dated = [f"measured {figures['date']} with `{figures.get('command', '')}`"] if "date" in figures else []
    texts = [f"on {figures['on']}".replace("_", " ")] if "on" in figures else []
    return " · ".join([*texts, *counts, *dated])
