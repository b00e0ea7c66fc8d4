"""A comparison as a notebook shows it: small tables, every text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

import pandas as pd

from framing.records import Passage

MOST = 12
"""Rows of a table; a notebook is no place for all of them."""
_SCOPES = {"all": "the whole article", "alone": "what no other source tells"}


def html_of(
    title: str,
    passages: Sequence[Passage],
    emphasis: pd.DataFrame,
    differences: pd.DataFrame,
    labels: Mapping[str, str],
) -> str:
    """Return HTML: sources, story points by the share of words each source gives them, and differences.

    `emphasis` has columns source, point and share (0 to 1); `differences` measure, scope, left, right, left_mean,
    right_mean, gap, low and high; `labels` names the story points by id.
    """
    parts = [f"<p><strong>{escape(title or 'Comparison')}</strong></p>", _sources(passages)]
    parts += [_points(emphasis, labels), _differences(differences, labels)]
    return f'<div class="framing">{"".join(parts)}</div>'


def _sources(passages: Sequence[Passage]) -> str:
    rows = []
    for source in dict.fromkeys(p.source for p in passages):
        mine = [p for p in passages if p.source == source]
        headline = next((p.text for p in mine if p.kind == "headline"), "")
        told = [p for p in mine if p.aligned]
        rows.append([source, headline, str(sum(p.words for p in told)), str(len(told))])
    return _table("Sources", ["source", "headline", "words", "passages"], rows)


def _points(emphasis: pd.DataFrame, labels: Mapping[str, str]) -> str:
    sources = sorted(set(emphasis["source"]))
    shares = {(p, s): x for p, s, x in zip(emphasis["point"], emphasis["source"], emphasis["share"], strict=True)}
    rows = [[label] + [_percent(shares.get((id, s))) for s in sources] for id, label in labels.items()]
    return _table("Story points, share of each source's words", ["story point", *sources], rows)


def _differences(table: pd.DataFrame, labels: Mapping[str, str]) -> str:
    rows = []
    for row in table.to_dict("records"):
        scope = str(row["scope"])
        means = [f"{row[name]:.2f}" for name in ("left_mean", "right_mean")]
        gap = f"{row['gap']:+.2f} ({row['low']:.2f} to {row['high']:.2f})"
        about = labels.get(scope, _SCOPES.get(scope, scope))
        rows.append([str(row["measure"]), about, f"{row['left']} – {row['right']}", " – ".join(means), gap])
    if not rows:
        return "<p>The sources cannot be told apart with this much text.</p>"
    header = ["measure", "on", "sources", "means", "gap (95 % interval)"]
    return _table("Differences that can be told apart", header, rows)


def _table(caption: str, header: Iterable[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in header)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows[:MOST])
    more = f"<p>… and {len(rows) - MOST} more.</p>" if len(rows) > MOST else ""
    return (
        f'<table><caption style="text-align:left">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
    )


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share * 100:.0f} %"
