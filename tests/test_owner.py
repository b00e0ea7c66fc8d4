from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from framing.store import HERE

PAGE = """
import streamlit as st
from pages.owner import how_listed, how_saved, owner
st.text(owner())
st.text(how_saved())
st.text(how_listed())
"""


@pytest.fixture
def address() -> Iterator[None]:
    before = st.get_option("server.address")
    yield
    st._config.set_option("server.address", before)


def shown(address: str | None) -> list[str]:
    st._config.set_option("server.address", address)
    return [element.value for element in AppTest.from_string(PAGE).run(timeout=20).text]


@pytest.mark.usefixtures("address")
@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "::1"])
def test_a_computer_of_ones_own_lists_all(name: str) -> None:
    owner, saved, _ = shown(name)
    assert owner == HERE
    assert saved.startswith("Saved on this computer")


@pytest.mark.usefixtures("address")
@pytest.mark.parametrize("name", [None, "0.0.0.0", "192.0.2.7", "framing.example.org"])  # noqa: S104 (a server for many)
def test_elsewhere_every_visit_has_a_secret_of_its_own(name: str | None) -> None:
    (one, saved, listed), (other, _, _) = shown(name), shown(name)
    assert HERE not in (one, other)
    assert one != other
    assert min(len(one), len(other)) >= 22
    assert "bookmark it" in saved
    assert "only what you save in this visit" in listed


@pytest.mark.usefixtures("address")
def test_one_visit_keeps_its_secret() -> None:
    st._config.set_option("server.address", "192.0.2.7")
    page = AppTest.from_string(PAGE).run(timeout=20)
    first = page.text[0].value
    assert page.run(timeout=20).text[0].value == first
