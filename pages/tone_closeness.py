"""What the tab "Frames" shows, measured once for a visitor; what comes from no visitor's text is kept for everybody."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from framing.comparison import Comparison
from framing.embed import load_encoder
from framing.measure.frames import (
    Directions,
    Elsewhere,
    Exploration,
    FrameSet,
    axis_directions,
    background,
    explore,
    frame_directions,
    load_frames,
    random_directions,
    read_axes,
)
from framing.measure.voice import Voice
from pages import session
from pages.tone_view import View


def close_to_frames(view: View, chosen: FrameSet) -> Exploration:
    """Return how close the visitor's event stands to a set of known frames."""
    return _explored(view, session.work().key, chosen, "", view.voice)


def close_to_axes(view: View, written: str) -> Exploration:
    """Return where the visitor's event stands on axes. Raises ValueError, with what to do, for bad ones."""
    axis_directions(read_axes(written), load_encoder())
    return _explored(view, session.work().key, None, written, view.voice)


@st.cache_data(scope="session", max_entries=12, show_spinner="Holding the passages against the frames …")
def _explored(_view: View, key: str, chosen: FrameSet | None, written: str, voice: Voice | None) -> Exploration:  # noqa: ARG001
    comparison, encoder = _view.comparison, load_encoder()
    elsewhere = other_events(comparison)
    directions = known_frames(chosen) if chosen else axis_directions(read_axes(written), encoder)
    random = None if chosen else random_directions(comparison.passages, encoder)
    return explore(comparison.passages, session.prepared().vectors, directions, elsewhere, random=random, voice=voice)


def known_frames(chosen: FrameSet) -> Directions:
    """Return the directions of a set of frames; the same for everybody, so they are made once."""
    return _known(load_encoder().sha256, chosen)


def other_events(comparison: Comparison) -> Elsewhere:
    """Return the events that a comparison is held against; the same for everybody who looks at it."""
    return _elsewhere(load_encoder().sha256, tuple(sorted(article.id for article in comparison.articles)))


# Not Streamlit's own way of keeping things: what is made ready before anybody asks is made outside its runs.
@lru_cache(maxsize=4)
def _known(model: str, chosen: FrameSet) -> Directions:  # noqa: ARG001  (part of the key)
    return frame_directions(load_frames(chosen), load_encoder())


@lru_cache(maxsize=8)
def _elsewhere(model: str, without: tuple[str, ...]) -> Elsewhere:  # noqa: ARG001  (part of the key)
    return background(load_encoder(), without=without)
