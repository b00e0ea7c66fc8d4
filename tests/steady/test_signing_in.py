from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages import signing_in

PAGE = """
import streamlit as st
from pages import signing_in
from pages.owner import is_local
signing_in.ask()
st.text(f"An article, {is_local()}")
"""
AUTH = {"redirect_uri": "https://framing.example/oauth2callback", "cookie_secret": "x", "client_id": "y"}


def shown(**secrets):
    page = AppTest.from_string(PAGE)
    for name, value in secrets.items():
        page.secrets[name] = value
    return page.run(timeout=30)


def test_where_it_is_not_set_up_nobody_is_asked():
    assert shown().text[0].value.startswith("An article")


@pytest.mark.parametrize(
    ("installed", "said", "buttons"),
    [(object(), "This server asks you to sign in.", ["Sign in"]), (None, "it needs the package Authlib.", [])],
)
def test_nobody_sees_anything_before_they_have_signed_in(installed, said, buttons, monkeypatch):
    monkeypatch.setattr(signing_in, "find_spec", lambda _: installed)
    page = shown(auth=AUTH)
    assert len(page.text) == 0
    assert said in [*page.info, *page.error][0].value
    assert [button.label for button in page.button] == buttons


def test_a_server_that_asks_to_sign_in_is_nobody_s_own_computer(monkeypatch):
    monkeypatch.setattr(signing_in, "ask", lambda: None)
    assert shown(auth=AUTH).text[0].value == "An article, False"


def test_nor_is_one_that_has_a_name_for_others(monkeypatch):
    monkeypatch.setenv("FRAMING_HOSTS", "framing.example")
    assert shown().text[0].value == "An article, False"
