"""A comparison as tidy tables for R, pandas or a spreadsheet: one row a unit, always with event, source and ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import version

import pandas as pd

from framing.comparison import Comparison
from framing.export.comparison_file import further
from framing.export.dictionary import Tables, dictionary, forms_of, typed
from framing.export.recorded import bare, is_withheld
from framing.findings import Finding, findings
from framing.records import fingerprint
from framing.robustness import summary


def tables(comparison: Comparison, *, asked: pd.DataFrame | None = None) -> Tables:
    """Return the tables by name, their columns as the data dictionary tells them; the dictionary comes last.

    `asked` is what `framing.robustness.robustness` returned, where the findings were asked again.
    """
    made = {
        "events": _events(comparison),
        "articles": _articles(comparison),
        "removed": _removed(comparison),
        "passages": _passages(comparison),
        "matches": _matches(comparison),
        "story_points": _story_points(comparison),
        "tone": comparison.tone,
        "emphasis": comparison.emphasis,
        "emphasis_intervals": comparison.emphasis_intervals,
        "differences": comparison.differences,
        **further(comparison),
        "judgements": _judgements(comparison),
        "findings": _findings(comparison),
        **({} if asked is None else {"robustness": asked, "robustness_summary": summary(asked)}),
    }
    found = {name: of_event(comparison, name, table) for name, table in made.items()}
    return {**found, "dictionary": dictionary()}


def of_event(comparison: Comparison, name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return a table as it is exported: with its event, in the dictionary's order and types."""
    return _in_order(name, table.assign(event=event_id(comparison)))


def event_id(comparison: Comparison) -> str:
    """Return ten hexadecimal digits that tell this event from others, made from its articles' ids."""
    return fingerprint(*sorted(a.id for a in comparison.articles))


def _in_order(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Put the columns in the dictionary's order and types."""
    known = [column for column in forms_of(name) if column in table.columns]
    return typed(name, table[[*known, *(c for c in table.columns if c not in known)]])


def _frame(name: str, rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    """Make a table of rows that hold all of the dictionary's columns but the event, in its order."""
    return pd.DataFrame(list(rows), columns=[column for column in forms_of(name) if column != "event"])


def _events(comparison: Comparison) -> pd.DataFrame:
    event, model = comparison.event, comparison.model
    counts = (len(comparison.articles), comparison.cut)
    row = (event.title, event.date, *counts, model.name, model.sha256, version("framing"))
    return _frame("events", [row])


def _articles(comparison: Comparison) -> pd.DataFrame:
    rows = []
    for article in comparison.articles:
        raw = article.raw
        told = [p for p in comparison.passages if p.article == article.id and p.aligned]
        counts = (sum(p.words for p in told), len(told), len(article.removed))
        named = (comparison.labels[article.id], article.id, bare(article.title))
        rows.append((*named, raw.author, raw.published, raw.url, *counts))
    return _frame("articles", rows)


def _removed(comparison: Comparison) -> pd.DataFrame:
    labels = comparison.labels
    return _frame(
        "removed",
        (
            (labels[a.id], a.id, removal.index, removal.rule, removal.reason, bare(removal.text))
            for a in comparison.articles
            for removal in a.removed
        ),
    )


def _passages(comparison: Comparison) -> pd.DataFrame:
    found, texts = comparison.passages, not is_withheld(comparison)
    return _frame(
        "passages",
        ((p.source, p.article, p.id, p.index, p.kind, p.words, p.text if texts else "") for p in found),
    )


def _matches(comparison: Comparison) -> pd.DataFrame:
    passages = comparison.by_id
    rows = []
    for match in comparison.alignment.matches:
        left, right = passages[match.left], passages[match.right]
        ids = (left.source, right.source, left.article, right.article, left.id, right.id)
        rows.append((*ids, *match.sentences, match.probability, match.relation, "; ".join(match.reasons)))
    return _frame("matches", rows)


def _story_points(comparison: Comparison) -> pd.DataFrame:
    passages = comparison.by_id
    told = [(point, passages[id]) for point in comparison.points for id in point.passages]
    return _frame("story_points", ((p.source, p.article, point.id, point.label, p.id) for point, p in told))


def _judgements(comparison: Comparison) -> pd.DataFrame:
    judged = sorted(comparison.judgements, key=lambda j: (j.time.timestamp(), j.left, j.right))
    return _frame("judgements", ((j.left, j.right, j.verdict, j.coder, j.time.isoformat()) for j in judged))


def _findings(comparison: Comparison) -> pd.DataFrame:
    found = findings(comparison)
    return _frame(
        "findings",
        (
            (rank, f.kind, f.text, *_sides(f), f.measure, f.instrument, f.gap, f.low, f.high, f.strength, f.scope,
             f.point, " ".join(f.passages))
            for rank, f in enumerate(found, 1)
        ),
    )  # fmt: skip


def _sides(finding: Finding) -> tuple[str, str]:
    return "; ".join(finding.first), "; ".join(finding.second)
