"""The figures that the quality gate last measured, as tables."""

from __future__ import annotations

from typing import Any

import streamlit as st

from framing.resources import DATA, load_json


def show_accuracy(section: str) -> None:
    """Show what was measured of one part of the program, next to what a user would use instead."""
    measured = load_json("accuracy.json").get(section) if (DATA / "accuracy.json").is_file() else None
    if not measured:
        st.info("Nothing was measured yet: run `make quality`.")
        return
    st.subheader("How well it does", anchor=False)
    st.json(measured, expanded=2)


def _row(name: str, figure: Any) -> dict[str, Any]:
    return {"figure": name, "value": figure}
