"""A comparison as one HTML file that works offline: chosen parts in a chosen order, with figures to point at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from plotly.offline import get_plotlyjs
from plotly.utils import PlotlyJSONEncoder

from framing.comparison import Comparison
from framing.embed import Progress
from framing.export.fonts import font_faces
from framing.export.report_pieces import Picture, Piece, Section
from framing.export.report_sections import ROBUSTNESS, SECTIONS, robustness
from framing.resources import DATA

PARTS = tuple(SECTIONS)
"""The names of the parts, in their usual order."""
UNTITLED = "Comparison"
"""The heading of a report on an event without a title."""
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def report_html(
    comparison: Comparison,
    *,
    parts: Sequence[str] | None = None,
    title: str = "",
    note: str = "",
    held: pd.DataFrame | None = None,
    progress: Progress | None = None,
) -> str:
    """Return the report; the same comparison gives the same text.

    Args:
        comparison: What to tell of.
        parts: Names from `PARTS`, in the order they are to stand in; without any all, "robustness" where it was asked.
        title: Heading; the event's title without it.
        note: The author's own words, which stand first; empty lines part paragraphs.
        held: What `framing.robustness.summary` returned, for the part "robustness".
        progress: Called before each part with the share that is done and the part that comes next.

    Raises ValueError for a part that is not known.
    """
    if parts is None:
        parts = [name for name in PARTS if name != ROBUSTNESS or held is not None]
    check_parts(parts)
    made: dict[str, Iterable[Piece]] = {name: SECTIONS[name][1](comparison) for name in parts}
    if ROBUSTNESS in made:
        made[ROBUSTNESS] = robustness(comparison, held)
    sections = []
    for place, (name, pieces) in enumerate(made.items()):
        if progress:
            progress(place / len(made), f"Writing: {SECTIONS[name][0]}")
        sections.append(Section(name, SECTIONS[name][0], tuple(pieces)))
    figures = {p.name: p.data for section in sections for p in section.pieces if isinstance(p, Picture)}
    return filled(
        "report.html",
        title=title.strip() or comparison.event.title or UNTITLED,
        date=comparison.event.date or "",
        note=[p for p in note.split("\n\n") if p.strip()],
        sources=comparison.sources,
        sections=sections,
        leads="points" in made,
        drawn=_script_json({"figures": figures, "points": {id: p.id for p in comparison.points for id in p.passages}}),
        library=Markup(get_plotlyjs()) if figures else "",  # noqa: S704  (the library's own file)
        script=Markup(_text("report.js")),  # noqa: S704  (our own file)
    )


def check_parts(parts: Iterable[str]) -> None:
    """Raise ValueError, naming those that are there, for a part that is not known."""
    if unknown := [name for name in parts if name not in SECTIONS]:
        raise ValueError(f"There is no part {unknown[0]!r} in a report; choose from {', '.join(PARTS)}.")


def write_report(
    comparison: Comparison,
    path: Path,
    *,
    parts: Sequence[str] | None = None,
    title: str = "",
    note: str = "",
    held: pd.DataFrame | None = None,
) -> Path:
    """Write the report, as `report_html` makes it, and return its path. Raises OSError where the disk refuses."""
    text = report_html(comparison, parts=parts, title=title, note=note, held=held)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def filled(template: str, **values: Any) -> str:
    """Return a template filled in; every text is escaped, so nothing that an article says becomes markup."""
    style = Markup(font_faces() + _text("report.css"))  # noqa: S704  (our own files)
    return _templates().get_template(template).render(style=style, version=version("framing"), **values)


@lru_cache(maxsize=1)
def _templates() -> Environment:
    loader = FileSystemLoader(DATA / "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _text(name: str) -> str:
    return (DATA / "templates" / name).read_text(encoding="utf-8")


def _script_json(value: object) -> Markup:
    """Return JSON that nothing in it can end the script it stands in."""
    text = json.dumps(value, cls=PlotlyJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    return Markup("".join(_UNSAFE.get(sign, sign) for sign in text))  # noqa: S704  (escaped in this line)
