"""Articles: where an export of many articles was cut into articles, and moving the cuts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from framing.read.exports import Part, Split
from pages import session
from pages.articles_again import cut_again
from pages.reading import plain, show_text

_AROUND = 6  # lines before and after a cut
_MOST = 3_000  # lines that are shown at once
_WIDTH = 160  # characters of a line


def show_splits() -> None:
    """Show each export's cuts, to move them and cut again; one that was cut with doubts is open at once."""
    for number, split in enumerate(session.work().splits):
        with st.expander(
            plain(f"Where {split.file} was cut into {len(split.articles)} articles"), expanded=not split.confident,
            key=f"split-{number}", icon=":material/content_cut:",
        ):  # fmt: skip
            for sentence in split.why:
                show_text(sentence, "fr-warning")
            st.dataframe([_told(part) for part in split.parts], hide_index=True)
            _show_lines(split, number)


def _told(part: Part) -> Mapping[str, Any]:
    article = part.article
    if not article:
        return {"begins at line": part.begin + 1, "headline": "no text was found here"}
    return {
        "begins at line": part.begin + 1,
        "source": article.source,
        "published": article.published or "",
        "headline": article.title,
        "words": article.words,
    }


def _show_lines(split: Split, number: int) -> None:
    every = st.toggle("Show every line", key=f"lines-{number}", help="Otherwise only those around a cut are shown.")
    shown = range(len(split.lines)) if every else _near(split.boundaries, len(split.lines))
    shown = list(shown)[:_MOST]
    cuts = set(split.boundaries)
    rows: list[dict[str, Any]] = [{"begins": n in cuts, "line": n + 1, "text": split.lines[n][:_WIDTH]} for n in shown]
    with st.form(f"cuts-{number}", border=False):
        edited = st.data_editor(
            rows,
            key=f"cuts-{number}-{len(shown)}-{hash(split.boundaries)}",
            hide_index=True,
            height=320,
            disabled=["line", "text"],
            column_config={
                "begins": st.column_config.CheckboxColumn(
                    "Begins", help="Tick the lines at which an article begins.", width="small"
                ),
                "line": st.column_config.NumberColumn("Line", width="small"),
                "text": st.column_config.TextColumn("What stands in it", width="large"),
            },
        )
        again = st.form_submit_button("Cut again")
    st.caption("Cutting again replaces this file's articles, and what you changed in them.")
    if again:
        ticked = {row["line"] - 1 for row in edited if row["begins"]}
        cut_again(number, sorted(ticked | (cuts - set(shown))))
        st.rerun()


def _near(cuts: Sequence[int], lines: int) -> list[int]:
    near = {n for cut in cuts for n in range(cut - _AROUND, cut + _AROUND + 1)}
    return sorted(n for n in near if 0 <= n < lines)
