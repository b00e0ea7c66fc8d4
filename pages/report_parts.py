"""What each part of the report holds, in a line."""

from __future__ import annotations

import streamlit as st

from framing.export.report_sections import SECTIONS

HOLDS = {
    "articles": "Source, headline, author and date of each article, its words and passages.",
    "findings": "The largest differences as sentences, with their intervals and the passages behind each.",
    "ribbon": "The passages of all sources beside one another; bands join those that tell the same thing.",
    "emphasis": "How much of its words each source gives to each story point.",
    "tone": "The tone of each source on each story point, and where the gaps between sources come from.",
    "omissions": "What each source tells, perhaps tells and does not tell.",
    "wording": "The words that each source uses more than the others, and the words it puts in their place.",
    "voices": "Who is quoted, and with how many words.",
    "points": "Every story point with the passages of each source, side by side; then what stands alone.",
    "removed": "Every line that was taken out, by which rule or by hand.",
    "judgements": "What a person said about pairs of passages.",
    "robustness": "In how many other settings each finding holds: ask under *How firm it is* first.",
    "methods": "How everything was measured, how well, with references, and what not to conclude.",
}


def show_parts(parts: list[str]) -> None:
    """Show what the chosen parts hold, in their order."""
    st.markdown("\n".join(f"{place}. **{SECTIONS[name][0]}.** {HOLDS[name]}" for place, name in enumerate(parts, 1)))
