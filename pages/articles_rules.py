"""Articles: the cleaning rules of this event, to switch off and on."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from framing.clean import ALL_RULES, clean
from pages import session
from pages.folding import fold


def show_rules() -> None:
    """Let the visitor choose the rules, each with its reason and with what it takes out of this event."""
    event = session.work().event
    off = len(event.rules_off & {rule.name for rule in ALL_RULES})
    label = "Cleaning rules" + (f" ({off} switched off)" if off else "")
    with fold(label, "rules", ":material/cleaning_services:") as rules:
        if not rules.open:
            return
        st.caption(
            "What a rule takes for page furniture is left out of the comparison. A rule that is wrong for these "
            "articles can be switched off here; a single removal can be put back on its article's card."
        )
        taken = [
            r.rule for a in event.articles for r in clean(a, restored=event.restored, left_out=event.left_out).removed
        ]
        for rule in sorted(ALL_RULES, key=lambda rule: (-taken.count(rule.name), rule.name)):
            count = taken.count(rule.name)
            st.checkbox(
                f"{rule.name}: {rule.reason}" + (f" ({count} here)" if count else ""),
                rule.name not in event.rules_off,
                key=f"rule-{rule.name}-{rule.name in event.rules_off}",
                on_change=_switch,
                args=(rule.name,),
            )


def _switch(name: str) -> None:
    event = session.work().event
    session.change(replace(event, rules_off=event.rules_off ^ {name}))
