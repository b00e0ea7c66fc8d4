"""Signing in, on a server where it is set up: then nobody sees anything before, and a library is one person's."""

from __future__ import annotations

from importlib.util import find_spec

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError


def is_set_up() -> bool:
    """Whether secrets.toml names who signs people in: see docs/serving.md."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def ask() -> None:
    """Where it is set up, stop the page until the visitor has signed in; then offer to sign out."""
    if not is_set_up():
        return
    if dict(st.user).get("is_logged_in"):
        with st.sidebar:
            st.button("Sign out", icon=":material/logout:", on_click=st.logout)
        return
    if find_spec("authlib") is None:
        st.error("Signing in is set up on this server, but not installed: it needs the package Authlib.")
    else:
        st.info("This server asks you to sign in.")
        st.button("Sign in", type="primary", icon=":material/login:", on_click=st.login)
    st.stop()
