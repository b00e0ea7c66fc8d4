"""A project that was shared without its articles' texts: what its numbers tell, and what has to wait for the texts."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping

import streamlit as st

from framing.blind import revealed
from framing.comparison import Comparison
from framing.export.recorded import is_withheld, recorded
from framing.read import Project
from framing.records import Event
from pages.reading import plain
from pages.stopping import stop

DOTS = "The articles’ texts are not here: a dot stands for each letter, and the numbers are those of the project."


def numbers_only(event: Event, projects: Iterable[Project]) -> Project | None:
    """Return the project without texts that is open, the last one, where no article is there beside it."""
    withheld = [] if event.articles else [project for project in projects if project.withheld]
    return withheld[-1] if withheld else None


def ids_without_texts(event: Event, projects: Iterable[Project]) -> tuple[str, ...]:
    """Return what tells the open numbers from others and from those with texts; nothing where no such project is."""
    project = numbers_only(event, projects)
    return ("numbers only", *(outline.id for outline in project.outlines)) if project else ()


def comparison_of(project: Project, concluded: MutableMapping[object, Comparison]) -> Comparison:
    """Return the comparison of a project's numbers; it is made once and kept with the others."""
    if project.name not in concluded:
        concluded[project.name] = recorded(project)
    return concluded[project.name]


def without_texts(comparison: Comparison) -> bool:
    """Whether only the numbers of the articles are here, their outlets' names hidden or not."""
    return is_withheld(revealed(comparison))


def need_texts(comparison: Comparison) -> None:
    """Stop the page, saying what to do, where only the numbers of the articles are here."""
    if without_texts(comparison):
        ask_for_texts()


def ask_for_texts() -> None:
    """Say that the texts are needed and where to add them, and stop the page."""
    st.info(
        "This needs the articles’ texts, and the project was shared without them. Add the same articles on the page "
        "Articles. Overview, Tone, Emphasis and Report show its numbers."
    )
    stop()


def show_numbers(project: Project) -> None:
    """Say on the page Articles what is open, and lead to its numbers."""
    count = len(project.outlines)
    st.info(plain(f"The numbers of {project.name} are open, without the texts of its {count} articles."))
    if st.button("Look at its numbers", type="primary", icon=":material/waves:"):
        st.switch_page("overview.py")
