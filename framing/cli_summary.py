"""A comparison as text for a terminal: articles, story points with who tells them, and the strongest findings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from framing.clean.by_hand import returned, told
from framing.comparison import Comparison
from framing.findings import findings

_WIDTH = 96


def summary(comparison: Comparison, held: pd.DataFrame | None = None) -> str:
    """Return a readable summary; `held` is what `framing.robustness.summary` returned, where that was asked."""
    parts = [_articles(comparison), _points(comparison), ["Findings:", "", *_findings(comparison, held)]]
    return "\n".join([comparison.event.title or "Comparison", *(line for part in parts for line in ("", *part))])


def _articles(comparison: Comparison) -> Iterator[str]:
    for article in comparison.articles:
        passages = [p for p in comparison.passages if p.article == article.id and p.aligned]
        words = sum(p.words for p in passages)
        yield f"  {passages[0].source if passages else article.source}: {article.title}"
        out = told(article, len(returned(comparison.event, article)))
        yield f"    {words} words in {len(passages)} passages, {out or 'nothing taken out'}"


def _points(comparison: Comparison) -> Iterator[str]:
    yield f"{len(comparison.points)} story points, {len(comparison.alignment.matches)} matches:"
    yield ""
    by_id = comparison.by_id
    for point in comparison.points:
        sources = dict.fromkeys(by_id[id].source for id in point.passages)
        yield f"  {point.label} ({', '.join(sources)})"


def _findings(comparison: Comparison, held: pd.DataFrame | None) -> Iterator[str]:
    """Yield the findings under the numbers that `--finding` takes, each with how firmly it stands where asked."""
    found = findings(comparison)
    firm = {} if held is None else {int(row["finding"]): _firmness(row) for row in held.to_dict("records")}
    for number, finding in enumerate(found, 1):
        yield textwrap.fill(finding.text, _WIDTH, initial_indent=f" {number:2}. ", subsequent_indent="     ")
        if number in firm:
            yield textwrap.fill(firm[number], _WIDTH, initial_indent="     ", subsequent_indent="     ")
    if not found:
        yield "  The sources cannot be told apart with this much text."


def _firmness(row: Mapping[Any, Any]) -> str:
    hangs = f"; it hangs most on {row['hangs_on']}" if row["hangs_on"] else ""
    return f"Holds in {row['holds']} of {row['settings']} settings{hangs}."
