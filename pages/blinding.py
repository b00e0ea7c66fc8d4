"""Blind reading: whether the outlets' names are hidden, and the choices that go along when that changes."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from framing.blind import Mask, blinded
from framing.comparison import Comparison
from framing.records import Article, Event, fingerprint
from pages import address

_ON, _KEPT, _MASK, _BEFORE = "blind", "blinded", "blind-mask", "blind-before"
# What is no choice of the visitor's, or holds no words of an event that is shown while names are hidden.
_NO_CHOICES = frozenset(
    (
        "work aside before owner address-asked address-chosen blind blinded blind-mask blind-before present robustness "
        "robustness-wanted trouble paste-text paste-source paste-source-used paste-error paste-refill paste-words "
        "screen-watch"
    ).split()
)


def begin() -> None:
    """On a visitor's first run, hide the names where the address asks for that."""
    if _ON not in st.session_state:
        st.session_state[_ON] = st.query_params.get("blind") == "1"


def is_on() -> bool:
    """Whether the outlets' names are hidden."""
    return bool(st.session_state.get(_ON))


def veil(comparison: Comparison) -> Comparison:
    """Return what pages show: the comparison, or, while names are hidden, the blinded one, which is made once."""
    if not is_on():
        return comparison
    original, made = st.session_state.get(_KEPT, (None, None))
    if original is not comparison:
        made = blinded(comparison)
        st.session_state[_KEPT] = (comparison, made)
    return made


def title_of(event: Event) -> str:
    """Return an event's title, without outlets' names while they are hidden."""
    return mask_of(event).hide(event.title) if is_on() else event.title


def mask_of(event: Event) -> Mask:
    """Return what hides the names of an event's outlets; it is made once."""
    key = fingerprint(*(known for a in sorted(event.articles, key=lambda a: a.id) for known in _known(a)))
    before, mask = st.session_state.get(_MASK, ("", None))
    if before != key:
        mask = Mask.of(event.articles)
        st.session_state[_MASK] = (key, mask)
    return mask


def _known(article: Article) -> tuple[str, ...]:
    """Return what a mask goes by: an author, an address and a date can change and leave an article its id."""
    return article.id, article.source, article.author or "", article.url or "", article.published or ""


def switch(event: Event) -> None:
    """Hide the names or reveal them; what was chosen by a name is then chosen by its letter, and back."""
    labels = mask_of(event).labels
    if is_on():
        _reveal({letter: name for name, letter in labels.items()})
    else:
        _hide(labels, mask_of(event))
    st.session_state[_ON] = not is_on()


def _hide(labels: Mapping[str, str], mask: Mask) -> None:
    before = {}
    for key, value in _choices().items():
        hidden = _exchanged(value, labels, mask)
        if hidden != value:
            before[key] = (value, hidden)
            st.session_state[key] = hidden
    st.session_state[_BEFORE] = before
    address.exchange(labels)


def _reveal(names: Mapping[str, str]) -> None:
    before = st.session_state.pop(_BEFORE, {})
    for key, value in _choices().items():
        old, hidden = before.get(key, (None, None))
        shown = old if hidden is not None and hidden == value else _exchanged(value, names, None)
        if shown != value:
            st.session_state[key] = shown
    address.exchange(names)


def _choices() -> dict[str, object]:
    """Return the visitor's choices and words of this visit, by their keys."""
    return {
        str(key): value
        for key, value in st.session_state.items()
        if isinstance(value, str | tuple | list) and str(key) not in _NO_CHOICES
    }


def _exchanged(value: object, names: Mapping[str, str], mask: Mask | None) -> object:
    """Exchange the sources in a choice; with a mask, what else names an outlet in words that were typed, too."""
    if isinstance(value, tuple | list):
        parts = [_exchanged(part, names, mask) for part in value]
        return value._make(parts) if hasattr(value, "_make") else type(value)(parts)  # a tuple with names for its parts
    if not isinstance(value, str):
        return value
    return names.get(value) or (mask.named(value) if mask else value)
