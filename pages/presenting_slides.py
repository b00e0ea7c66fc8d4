"""The slides of a presentation: title, ribbon, findings with their evidence, story points, and what to remember."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import streamlit as st

from framing.comparison import Comparison
from framing.findings import Finding, findings
from framing.plots import ribbon
from framing.plots.theme import grown, source_borders
from framing.plots.told import alternative, ribbon_told
from framing.records import StoryPoint
from pages import session
from pages.presenting_passages import show_passages
from pages.presenting_table import show_table
from pages.screen import narrow, screen

COLUMNS = 3  # passages beside one another that can be read from the last row
_KEYS = (
    '<p class="fr-slide-note fr-slide-hint">The arrow keys turn the slides, G lists them all, T shows a figure as a '
    "table, B hides or reveals the outlets, Escape leaves.</p>"
)
_RIBBON = "Who tells what, in which order, how much, and in which tone"
_LETTERS = {"narrow": 1.0, "usual": 1.5, "large": 2.0, "vast": 3.0}


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: what it is about, how it is drawn, and what the list of slides calls it.

    A slide that goes on with what the one before began has no title. One that holds a figure has a table, too.
    """

    name: str
    draw: Callable[[], None]
    title: str = ""
    tabulate: Callable[[], None] | None = None


def slides_of(comparison: Comparison) -> list[Slide]:
    """Return all slides in their order."""
    return [
        Slide("title", partial(_show_title, comparison), "Title"),
        Slide("ribbon", partial(_show_ribbon, comparison), "The ribbon", partial(_show_ribbon_table, comparison)),
        *(Slide("finding", partial(_show_finding, comparison, one), one.text) for one in findings(comparison)),
        *_point_slides(comparison),
        Slide("end", partial(_show_end, comparison), "End"),
    ]


def _show_title(comparison: Comparison) -> None:
    borders = source_borders(comparison.sources)
    sources = "".join(f'<li style="{borders[s]}">{html.escape(s)}</li>' for s in comparison.sources)
    title = html.escape(comparison.event.title or "What the articles tell")
    st.html(f'<h1 class="fr-slide-title">{title}</h1><ul class="fr-slide-sources">{sources}</ul>{_KEYS}')


def _show_ribbon_table(comparison: Comparison) -> None:
    _show_head("The ribbon as a table", _RIBBON)
    show_table(comparison)


def _show_ribbon(comparison: Comparison) -> None:
    _show_head("The ribbon", _RIBBON)
    drawn = ribbon(comparison, stacked=narrow(), mode=session.mode())
    figure = grown(drawn, _LETTERS[screen()]).update_layout(height=None)
    with st.container(key="slide-figure"):
        st.plotly_chart(
            figure, key="slide-ribbon", theme=None, height="stretch", config={"staticPlot": True},
            alt=alternative(
                f"The ribbon: one {'row' if narrow() else 'column'} a source, its passages in reading order; ribbons "
                "join what several sources tell",
                ribbon_told(comparison), rest="Press T, or “As a table”, for all passages as a table.",
            ),
        )  # fmt: skip
    st.html(
        f'<p class="fr-slide-note">A block is a passage, as {"wide" if narrow() else "high"} as it has words, from '
        "rust (hostile) to teal (favourable). Ribbons join what tells the same thing; hatched blocks stand alone.</p>"
    )


def _show_finding(comparison: Comparison, finding: Finding) -> None:
    _show_head("Finding", finding.text)
    by_source: dict[str, list[str]] = {}
    for id in finding.passages:
        by_source.setdefault(comparison.by_id[id].source, []).append(id)
    order = [*finding.first, *finding.second, *by_source]
    sources = [source for source in dict.fromkeys(order) if source in by_source][:2]
    show_passages(comparison, {source: by_source[source] for source in sources})
    rest = len(by_source) - len(sources)
    if rest:
        st.html(f'<p class="fr-slide-note">Told by {rest} more: see the story points.</p>')


def _point_slides(comparison: Comparison) -> Iterator[Slide]:
    for number, point in enumerate(comparison.points, 1):
        by_source: dict[str, list[str]] = {}
        for id in point.passages:
            by_source.setdefault(comparison.by_id[id].source, []).append(id)
        parts = parts_of(list(by_source))
        for part, sources in enumerate(parts):
            shown = {source: by_source[source] for source in sources}
            later = [source for others in parts[part + 1 :] for source in others]
            title = "" if part else point.label
            yield Slide("point", partial(_show_point, comparison, (number, point), shown, later, bool(part)), title)


def parts_of(sources: list[str]) -> list[list[str]]:
    """Part sources into slides, none with more than `COLUMNS` and all about as full: four are two and two."""
    count = -(-len(sources) // COLUMNS)
    ends = [round(len(sources) * part / count) for part in range(count + 1)]
    return [sources[start:end] for start, end in pairwise(ends)]


def _show_point(
    comparison: Comparison,
    numbered: tuple[int, StoryPoint],
    shown: dict[str, list[str]],
    later: list[str],
    goes_on: bool,
) -> None:
    number, point = numbered
    _show_head(f"Story point {number} of {len(comparison.points)}{', continued' if goes_on else ''}", point.label)
    show_passages(comparison, shown)
    tellers = {comparison.by_id[id].source for id in point.passages}
    silent = [source for source in comparison.sources if source not in tellers]
    note = f"Not told by {', '.join(silent)}." if silent else ""
    if len(silent) > COLUMNS:
        note = f"Told by {len(tellers)} of {len(comparison.sources)} sources."
    if later:
        note = f"On the next slide: {', '.join(later)}."
    if note:
        st.html(f'<p class="fr-slide-note">{html.escape(note)}</p>')


def _show_end(comparison: Comparison) -> None:
    told = [p for p in comparison.passages if p.aligned]
    st.html(
        f'<h1 class="fr-slide-title">{len(comparison.points)} things told by several, {len(comparison.alone)} of '
        f"{len(told)} passages told by one source only</h1>"
        '<p class="fr-slide-say">Differences are shown, not judged. What one source leaves out may not have happened '
        "yet when it went to print.</p>"
    )


def _show_head(kind: str, text: str) -> None:
    st.html(
        f'<header class="fr-slide-head"><p class="fr-slide-kind">{html.escape(kind)}</p>'
        f'<h1 class="fr-slide-say">{html.escape(text)}</h1></header>'
    )
