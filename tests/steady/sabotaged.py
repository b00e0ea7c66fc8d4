"""The app with something broken in it, on the port named last: what fails says words of an article."""

from __future__ import annotations

import sys
import threading

import streamlit as st
import uvicorn

from app import app
from pages import session, warming

TEXT = "Vaskarelin said that nobody may read this"


def fail() -> None:
    try:
        int(TEXT)
    except ValueError as error:
        raise RuntimeError(f"cannot count {TEXT!r}") from error


@st.fragment
def part() -> None:
    if st.button("Fail in a part"):
        fail()


def comparison() -> None:
    """Stand in the way of every page, with a way to fail for each way there is."""
    entered = st.text_input("Field", key="field")
    st.button("Fail in a callback", on_click=fail)
    part()
    beside = threading.Thread(target=fail)
    beside.start()
    beside.join()
    if st.button("Fail in the page"):
        fail()
    st.text(f"The page is whole, with {entered!r}.")
    st.stop()


if __name__ == "__main__":
    session.comparison = comparison
    warming.begin = lambda: None
    uvicorn.run(app, host="localhost", port=int(sys.argv[-1]))
