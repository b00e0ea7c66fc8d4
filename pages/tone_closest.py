"""The figure of the tab "Frames", and the passages behind the mark that was clicked."""

from __future__ import annotations

import html
from itertools import product

import streamlit as st

from framing.markup import Card, passages
from framing.measure.differences import DIFFERS
from framing.measure.frames import Exploration, FrameSet
from framing.plots import marks_by_source
from framing.plots.marks_by_source import of_so_many
from framing.plots.text import signed
from framing.plots.theme import source_borders
from framing.plots.told import alternative, cells, extremes
from pages import session
from pages.clicking import clicked as clicked_in
from pages.clicking import show_figure
from pages.reading import READ, plain
from pages.tone_view import View

_UNIT = "in standard deviations<br>of other events' sentences"
CLOSENESS = f"closeness, {_UNIT}<br>◂ further · as theirs: 0 · closer ▸"
PLACE = f"place, {_UNIT}<br>◂ left pole · right pole ▸"
MOST, LEAST = 4, 2  # passages shown at the near and at the far end
_MANY, _SHOWN = 6, 5  # sources of which a row is so high that not all frames are shown at once; how many are


def show_marks(view: View, found: Exploration, kind: FrameSet | None) -> tuple[str, str] | None:
    """Show a mark a frame and source; return those of the mark that was clicked. Without a kind these are axes."""
    axis = CLOSENESS if kind else PLACE
    sources = view.comparison.sources
    key = f"frames-{kind or 'axes'}"
    many = len(sources) > _MANY and len(found.frames) > _SHOWN + 2
    every = not many or st.session_state.get("frames-every", False)
    asked_for = clicked_in(key, product(found.frames, sources))
    frames = found.frames if every else surest(found, asked_for[0] if asked_for else None)
    figure = marks_by_source(found.sources, "frame", frames, sources, axis=axis, whole=found.event, mode=session.mode())
    most = extremes(cells(found.sources, {}, "frame"), found.sources["mean"])
    alt = alternative("A mark for each source and frame", most)
    clicked = show_figure(figure, key, alt)
    if many:
        help = f"Of so many sources, the {_SHOWN} frames that tell them apart most surely are drawn."
        st.toggle(f"Show all {len(found.frames)}", key="frames-every", persist_state="session", help=help)
    apart = int((found.sources["verdict"] == DIFFERS).sum())
    chance = ", and further than on axes between random words" if "p_axes" in found.sources else ""
    st.caption(
        f"Filled marks stand apart from the other sources: passages dealt out at random would seldom do as much{chance}"
        f" ({apart} of {len(found.sources)}, corrected for their number). Hollow ones cannot be told apart. Lines are "
        f"95 % intervals.{of_so_many(sources)} The upright line is the whole event beside the example events that come "
        "with the program."
    )
    with st.expander("The same as a table"):
        st.dataframe(found.sources.round(3), hide_index=True, placeholder="–")
        st.markdown("The whole event, beside other events:")
        st.dataframe(found.event.drop(columns="source").round(3), hide_index=True, placeholder="–")
    known = set(zip(found.sources["frame"], found.sources["source"], strict=True))
    return clicked if clicked in known else None


def show_passages(view: View, found: Exploration, clicked: tuple[str, str] | None, *, axes: bool) -> None:
    """Show the source's passages that stand closest to the frame and furthest from it; for an axis, at its ends."""
    surest = found.sources.sort_values(["q", "p", "frame", "source"]).iloc[0]
    frame, source = clicked or (surest["frame"], surest["source"])
    rows = found.passages[(found.passages["frame"] == frame) & (found.passages["source"] == source)]
    rows = rows.sort_values(["mean", "passage"], ascending=[False, True])
    st.header(plain(f"{source}: {frame}"), anchor=False)
    st.caption("Click a mark to read the passages behind it." + ("" if clicked else _default(found)))
    border = source_borders(view.comparison.sources)[source]
    ends = ("Nearest the right pole", "Nearest the left pole") if axes else ("Closest", "Furthest")
    for title, part, region in zip(ends, (rows.head(MOST), rows.iloc[MOST:].tail(LEAST)), (READ, ""), strict=True):
        cards = [
            Card(view.comparison.by_id[id], (), f"closeness {signed(x)}") for id, x in part[["passage", "mean"]].values
        ]
        if cards:
            st.html(f'<p class="fr-source" style="{border}">{html.escape(title)}</p>{passages(cards, region=region)}')


def surest(found: Exploration, also: str | None) -> list[str]:
    """Return the frames on which sources stand apart most surely, and one more, in their usual order."""
    first = found.sources.sort_values(["q", "p", "frame"])["frame"].drop_duplicates().head(_SHOWN)
    return [frame for frame in found.frames if frame in {*first, also}]


def _default(found: Exploration) -> str:
    apart = (found.sources["verdict"] == DIFFERS).any()
    return " This is the surest one." if apart else " None stands apart; this one comes closest to it."
