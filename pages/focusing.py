"""Going to what a click has opened further down: it comes into sight, and the keyboard goes on from there."""

from __future__ import annotations

import streamlit as st

_WANTED = "focus-wanted"
# What stands above it may still grow when the component is there, so the place is looked for again for a while.
_GO = """
export default function({data, parentElement}) {
  let left = 8;
  const go = () => {
    const heading = document.querySelector(`.st-key-${data.key} :is(h2, h3)`);
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({preventScroll: true});
      heading.scrollIntoView({block: "start"});
    }
    if (--left) timer = setTimeout(go, 100);
  };
  let timer = setTimeout(go);
  const stop = () => { left = 0; clearTimeout(timer); };
  for (const moved of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    window.addEventListener(moved, stop, {once: true});
  }
  return stop;
}
"""
_go = st.components.v2.component("framing_focus", js=_GO)


def ask_for(key: str) -> None:
    """Go to the heading in the container with this key, once, when it is drawn next."""
    st.session_state[_WANTED] = key


def go(key: str) -> None:
    """Go to the heading in the container with this key, if that was asked for."""
    if st.session_state.get(_WANTED) == key:
        del st.session_state[_WANTED]
        with st.container(key="focus"):
            _go(key=f"focus-{key}", data={"key": key})
