"""What the marks of the ribbon mean."""

from __future__ import annotations

import streamlit as st

from framing.plots.theme import Mode, tone_scale


def show_key(mode: Mode) -> None:
    """Show each mark of the ribbon beside what it means."""
    scale = "background:linear-gradient(90deg, " + ", ".join(str(colour) for _, colour in tone_scale(mode)) + ")"
    st.html(
        '<ul class="fr-key">'
        '<li><i class="fr-key-block"></i>a passage, as long as it has words</li>'
        f'<li>− hostile <i class="fr-key-tone" style="{scale}"></i> favourable +</li>'
        '<li><i class="fr-key-alone"></i>told by this source only</li>'
        '<li><i class="fr-key-ribbon"></i>joins what tells the same: click to read</li>'
        "</ul>"
    )
