"""Methods: how everything is measured, how well, and where it fails."""

from __future__ import annotations

import streamlit as st

from framing.clean import DOUBLED_TITLE, REPEATED, RULES
from framing.measure import INSTRUMENTS

st.subheader("Cleaning", anchor=False)
st.table([{"rule": r.name, "what it removes": r.reason} for r in (*RULES, DOUBLED_TITLE, REPEATED)])
st.subheader("Instruments of tone", anchor=False)
for instrument in INSTRUMENTS.values():
    st.markdown(
        f"**{instrument.label}** ({instrument.direction}). {instrument.measures}. *Source:* {instrument.source}."
    )
