"""Whose library this is: what a visitor saves is listed to nobody else."""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

import streamlit as st

from framing.store import HERE
from pages.door import LOCAL, names_for_others
from pages.signing_in import is_set_up


def owner() -> str:
    """Return the signed-in user, or "here" on a computer of one's own, or a secret of this visit.

    With the secret, the library lists only what this visit saved; an event's address, which cannot be guessed, opens it
    again later.
    """
    user = dict(st.user)
    if user.get("is_logged_in"):
        return f"user {user.get('iss', '')} {user.get('sub') or user['email']}"
    if is_local():
        return HERE
    if "owner" not in st.session_state:
        st.session_state["owner"] = secrets.token_urlsafe(16)
    return str(st.session_state["owner"])


def is_local() -> bool:
    """Whether the server answers on this computer only, and was asked from it rather than through another server."""
    if is_set_up() or names_for_others():
        return False
    asked = urlsplit(st.context.url or "").hostname
    passed_on = any(name.lower().startswith(("x-forwarded-", "forwarded")) for name in st.context.headers)
    return st.get_option("server.address") in LOCAL and (asked is None or asked in LOCAL) and not passed_on


def how_saved() -> str:
    """Say where a saved event is, and how it is opened again."""
    if is_local():
        return "Saved on this computer, with every change. Find it again under Saved, or by this page's address."
    if owner().startswith("user "):
        return "Saved under your name on this server, with every change. Find it again under Saved."
    return (
        "Saved on this server, with every change. Only this page's address opens it again after this visit: bookmark "
        "it, and give it to nobody who should not read the articles."
    )


def how_listed() -> str:
    """Say what the library lists, while it lists nothing."""
    if is_local():
        return "Nothing is saved on this computer yet. Press Save beside an event of yours, and it is listed here."
    if owner().startswith("user "):
        return "Nothing is saved under your name yet. Press Save beside an event of yours, and it is listed here."
    return (
        "Nothing was saved in this visit. On a server that several people use, only what you save in this visit is "
        "listed; an event saved before opens by its address."
    )
