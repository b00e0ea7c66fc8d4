"""What a figure shows, in a sentence or two, for those who have it read to them: the most telling of its values."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import pandas as pd

from framing.comparison import Comparison
from framing.measure.differences import DIFFERS
from framing.plots.text import percent, signed

BELOW = "The table below holds the same."


def alternative(drawn: str, *shown: str, rest: str = BELOW) -> str:
    """Return a figure's text alternative: what is drawn, what it shows, and where to find all of it.

    Args:
        drawn: What is drawn, without a full stop.
        shown: Sentences on the most telling of its values; empty ones are left out.
        rest: A sentence on where all of the values are, where that is not a table below the figure.
    """
    return " ".join([f"{drawn}.", *(one for one in shown if one), rest])


def extremes(names: Iterable[str], values: Iterable[float], written: Callable[[float], str] = signed) -> str:
    """Return which of the named values is highest and which lowest; nothing where none is known.

    Of equal ones the first is named.
    """
    known = [(name, float(value)) for name, value in zip(names, values, strict=True) if not math.isnan(float(value))]
    if not known:
        return ""
    high, low = max(known, key=lambda one: one[1]), min(known, key=lambda one: one[1])
    if high[1] == low[1]:
        return f"{'All are' if len(known) > 1 else f'{high[0]} is'} at {written(high[1])}."
    return f"Highest: {high[0]}, {written(high[1])}. Lowest: {low[0]}, {written(low[1])}."


def cells(table: pd.DataFrame, labels: Mapping[str, str], row: str = "point", column: str = "source") -> list[str]:
    """Return what each cell of a table of rows and sources is called: "Bell on “the cost”"."""
    return [f"{s} on “{labels.get(p, p)}”" for s, p in zip(table[column], table[row], strict=True)]


def widest(table: pd.DataFrame, names: Iterable[str]) -> str:
    """Return the widest of the gaps in a table, signed as drawn, and how many can be told apart from chance.

    Args:
        table: With the columns gap and verdict.
        names: What each gap is called, in the table's order.
    """
    known = [(name, float(gap)) for name, gap in zip(names, table["gap"], strict=True) if not math.isnan(float(gap))]
    if not known:
        return ""
    name, gap = max(known, key=lambda one: abs(one[1]))
    count = int((table["verdict"] == DIFFERS).sum())
    return f"The widest is {name}, {signed(gap)}. {count} of {len(table)} can be told apart from chance."


def tone_told(means: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Return the highest and the lowest tone of whole articles and on story points, from `point_means`."""
    whole, points = means[means["point"] == "all"], means[means["point"] != "all"]
    told = {
        "Whole articles": extremes(whole["source"], whole["mean"]),
        "Story points": extremes(cells(points, labels), points["mean"]),
    }
    return " ".join(f"{name}: {_lower(sentence)}" for name, sentence in told.items() if sentence)


def omissions_told(table: pd.DataFrame, sources: Sequence[str]) -> str:
    """Return which source leaves out most of the things that several tell, and which least."""
    several = table[table["tellers"] > 1]
    if several.empty:
        return ""
    left_out = several[several["state"] == "not told"].groupby("source").size().reindex(list(sources), fill_value=0)
    most = extremes(list(sources), left_out, "{:.0f}".format)
    return f"Things that several tell and a source does not, of {several['point'].nunique()}: {_lower(most)}"


def typical(shown: pd.DataFrame) -> str:
    """Return the first term of each source in a table of its most typical ones, with z."""
    first = shown.sort_values("z", ascending=False, kind="stable").drop_duplicates("source")
    told = [f"{r['source']}: “{r['term']}”, z {signed(r['z'], 1)}" for r in first.to_dict("records")]
    return f"First of each: {'; '.join(told)}." if told else ""


def most_heard(shares: pd.DataFrame) -> str:
    """Return which named speaker gets the largest part of a source's quoted words."""
    named = shares[shares["speaker"] != ""].sort_values("share", ascending=False, kind="stable")
    told = [f"Largest: {r['speaker']} in {r['source']}, {percent(r['share'])}." for r in named.to_dict("records")[:1]]
    return "".join(told)


def ribbon_told(comparison: Comparison) -> str:
    """Return how much is shared, and which source tells most and which least that no other here tells."""
    told = [p for p in comparison.passages if p.aligned]
    words = Counter[str]()
    alone = Counter[str]()
    for passage in told:
        words[passage.source] += passage.words
    for passage in comparison.alone:
        alone[passage.source] += passage.words
    shares = [alone[source] / max(words[source], 1) for source in comparison.sources]
    count, joined = len(comparison.points), len(told) - len(comparison.alone)
    points = "1 story point joins" if count == 1 else f"{count} story points join"
    most_alone = _lower(extremes(comparison.sources, shares, percent))
    return f"{points} {joined} of {len(told)} passages. Share of words that no other source here tells: {most_alone}"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
