"""Every figure of every page says in words what it shows, and a table in the same tab holds what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

EVENT = "ferry-terminal"
PAGES = ["articles", "overview", "side_by_side", "tone", "emphasis", "wording", "voices", "report", "methods"]
_PAGE = """
import runpy
from pathlib import Path
import pages
from pages import address, blinding, session
address.begin()
blinding.begin()
runpy.run_path(str(Path(pages.__file__).with_name("{page}.py")))
session.sync_address()
"""
_NUMBER = re.compile(r"(?<![\w.])([+−]?)(\d+(?:\.\d+)?)(\s%)?(?! intervals?)")


def views(page: str) -> Iterator[tuple[str, AppTest]]:
    """Yield a page with each of its tabs open, as it comes to a visitor who has opened what is folded."""
    key, first = f"{page}-tab", _open(page)
    names = [tab.label for tab in first.tabs] if key in first.session_state else [""]
    yield names[0], first
    for name in names[1:]:
        yield name, _open(page, **{key: name})


def _open(page: str, **asked: str) -> AppTest:
    app = AppTest.from_string(_PAGE.format(page=page), default_timeout=120)
    app.session_state["ribbon-table"] = True
    app.query_params.update({"example": EVENT} | asked)
    app.run()
    assert not app.exception
    return app


def untold(alt: str, tables: list[pd.DataFrame]) -> list[str]:
    """Return what an alternative says that no table holds: names in quotation marks, gaps with their sign, shares."""
    cells = {str(cell) for table in tables for cell in (*table.index, *table.columns, *table.to_numpy().ravel())}
    numbers = [_number(cell) for cell in cells]
    known = np.array([number for number in numbers if not np.isnan(number)] or [np.inf])
    missing = [name for name in re.findall("“(.+?)”", alt) if name not in cells]
    for sign, digits, share in _NUMBER.findall(re.sub("“.+?”", "", alt)):
        value = float(f"{sign.replace('−', '-')}{digits}")
        if sign and np.abs(known - value).min() > 0.5 * 10.0 ** -len(digits.partition(".")[2]) + 1e-9:
            missing.append(f"{sign}{digits}")
        if share and min(np.abs(known - value).min(), np.abs(known * 100 - value).min()) > 0.5 + 1e-9:
            missing.append(f"{digits} %")
    return missing


def _number(cell: str) -> float:
    try:
        return float(cell.replace("−", "-").removesuffix("%").strip())
    except ValueError:
        return np.nan


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_is_told_in_words_and_a_table_beside_it_holds_them(page: str) -> None:
    found = {}
    for name, app in views(page):
        tables = [frame.value for frame in app.dataframe] + _of_the_ribbon(page, app)
        for figure in app.get("plotly_chart"):
            drawn, *shown, rest = [*re.split(r"(?<=\.) (?=[A-Z0-9“])", figure.proto.alt), ""]
            shown, rest = shown[:-1], (shown or [""])[-1]
            problems = [] if shown else ["only a title"]
            problems += [] if "table below" in rest and tables else ["no table"]
            problems += untold(figure.proto.alt, tables)
            if problems:
                found[name, drawn] = problems
    assert found == {}


def _of_the_ribbon(page: str, app: AppTest) -> list[pd.DataFrame]:
    """Return the shares that the ribbon's alternative tells, added up from its table: a row there is a passage."""
    tables = [frame.value for frame in app.dataframe if "story point" in frame.value and "passage" in frame.value]
    if page not in ("overview", "report") or not tables:
        return []
    rows = tables[0].assign(words=tables[0]["words"].astype(int))
    alone = rows[rows["story point"] == "only in " + rows["source"]].groupby("source")["words"].sum()
    return [(alone / rows.groupby("source")["words"].sum()).fillna(0.0).to_frame("share")]


@pytest.mark.parametrize(
    ("alt", "missing"),
    [
        ("Highest: Bell on “the cost”, +0.31. Lowest: Post on “the cost”, −0.20.", []),
        ("Highest: Bell on “the price”, +0.31.", ["the price"]),
        ("Highest: Bell, +0.33. Lowest: Post, +0.20. With 95 % intervals.", ["+0.33", "+0.20"]),
        ("Largest: Bell, 31 %; 12 % of 3 others.", ["12 %"]),
    ],
)
def test_what_no_table_holds_is_found(alt: str, missing: list[str]) -> None:
    table = pd.DataFrame({"point": ["the cost", "the cost"], "mean": [0.312, -0.2]})
    assert untold(alt, [table]) == missing
