"""How large the visitor's screen is: figures are laid out anew for a telephone and grow with a wall.

On a telephone the list of pages folds away behind a button, which is called here what the style sheet writes on it.
"""

from __future__ import annotations

from typing import Literal, cast

import plotly.graph_objects as go
import streamlit as st

from framing.plots.theme import grown

Screen = Literal["narrow", "usual", "large", "vast"]
_GROWN: dict[Screen, float] = {"large": 1.25, "vast": 1.75}  # as the style sheet's letters at the same widths
# The browser speaks up only where the program's belief is wrong, so that on a usual screen nothing runs twice.
_WATCH = """
export default function({data, setStateValue, parentElement}) {
  const fits = (query) => window.matchMedia(query).matches;
  const tell = () => {
    const screen = fits("(max-width: 640px)") ? "narrow" : fits("(min-width: 3200px)") ? "vast"
      : fits("(min-width: 2400px)") ? "large" : "usual";
    if (screen !== parentElement.told) { parentElement.told = screen; setStateValue("screen", screen); }
  };
  const call = () => document.querySelector("[data-testid=stExpandSidebarButton]")?.setAttribute("aria-label", "Menu");
  const callLater = () => setTimeout(call, 500); // a click may bring the button back
  parentElement.stops?.();
  parentElement.told = data.believed;
  parentElement.stops = () => {
    window.removeEventListener("resize", tell);
    window.removeEventListener("click", callLater);
  };
  window.addEventListener("resize", tell);
  window.addEventListener("click", callLater);
  tell();
  callLater();
  call();
  return parentElement.stops;
}
"""
_watch = st.components.v2.component("framing_screen", js=_WATCH)


def watch() -> None:
    """Ask the browser to tell when the screen is of another size than believed."""
    with st.container(key="screen"):
        _watch(key="screen-watch", data={"believed": screen()}, on_screen_change=lambda: None)


def screen() -> Screen:
    """Return the size of the visitor's screen; until the browser tells, a guess from its name."""
    told = st.session_state.get("screen-watch", {}).get("screen")
    guess = "narrow" if "Mobi" in st.context.headers.get("User-Agent", "") else "usual"
    return cast(Screen, told or guess)


def narrow() -> bool:
    """Whether the screen is a telephone held upright, or a window as narrow."""
    return screen() == "narrow"


def fitted(figure: go.Figure) -> go.Figure:
    """Return a figure in letters for the visitor's screen."""
    return grown(figure, _GROWN.get(screen(), 1))
