"""An article's card: the text as it is compared, and what was taken out of it by rules or by hand, with a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from framing.clean import BY_HAND, clean_in
from framing.clean.by_hand import leave_to_rule, put_back, returned, take_out, told
from framing.records import CleanArticle, Event, Removal
from pages import session
from pages.cards_named import article_of
from pages.folding import fold
from pages.reading import plain, show_text

Change = Callable[[Event, CleanArticle], Event]


def show_texts(cleaned: CleanArticle, card: str, name: str) -> None:
    """Show the paragraphs that stay, to take any out, and those that went, to put any back."""
    with fold(f"Read it as it is compared :small[{name}]", f"read-{card}") as reading:
        if reading.open:
            st.caption("What the rules have missed can be taken out here. It is listed below, to be put back.")
            for place, paragraph in zip(cleaned.places, cleaned.paragraphs, strict=True):
                with st.container(horizontal=True, gap="small", key=f"stays-{card}-{place}"):
                    show_text(paragraph.text, f"fr-plain fr-{paragraph.kind}")
                    label = f"Take out :small[paragraph {place + 1} of {name}]"
                    _offer(label, f"out-{card}-{place}", card, lambda e, c, n=place: take_out(e, c, n), quiet=True)
    back = returned(session.work().event, cleaned)
    if cleaned.removed or back:
        with fold(f"{told(cleaned, len(back))} :small[from {name}]", f"removed-{card}") as removed:
            if removed.open:
                _show_removed(cleaned, back, card, name)


def _show_removed(cleaned: CleanArticle, back: Sequence[Removal], card: str, of: str) -> None:
    for removal in cleaned.removed:
        name, which = f"{card}-{removal.index}", f":small[paragraph {removal.index + 1} of {of}]"
        with st.container(key=f"removal-{name}", gap="xsmall"):
            show_text(removal.text)
            st.caption(plain(f"{removal.rule}: {removal.reason}"))
            with st.container(horizontal=True):
                _offer(f"Put back {which}", f"back-{name}", card, lambda e, c, r=removal: put_back(e, c, r))
                if removal.rule != BY_HAND.name:
                    st.button(
                        f"Never use this rule here {which}", key=f"off-{name}", type="tertiary", on_click=_switch_off,
                        args=(removal.rule,), help=plain(f"Switch the rule “{removal.rule}” off for this event."),
                    )  # fmt: skip
    for removal in back:
        name, which = f"{card}-{removal.index}", f":small[paragraph {removal.index + 1} of {of}]"
        with st.container(key=f"returned-{name}", gap="xsmall"):
            show_text(removal.text)
            st.caption(plain(f"{removal.rule}: you put it back"))
            _offer(f"Take out again {which}", f"again-{name}", card, lambda e, c, r=removal: leave_to_rule(e, c, r))


def _offer(label: str, key: str, card: str, change: Change, *, quiet: bool = False) -> None:
    st.button(label, key=key, type="tertiary" if quiet else "secondary", on_click=_decide, args=(card, change))


def _decide(card: str, change: Change) -> None:
    if article := article_of(card):
        event = session.work().event
        session.change(change(event, clean_in(event, article)))


def _switch_off(rule: str) -> None:
    event = session.work().event
    session.change(replace(event, rules_off=event.rules_off | {rule}))
