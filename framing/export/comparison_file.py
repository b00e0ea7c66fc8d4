"""The comparison file: texts, matches, story points and every table, as JSON for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

import pandas as pd

from framing.comparison import Comparison
from framing.export.recorded import bare, is_withheld
from framing.findings import Finding, findings
from framing.measure.actors import actor_table
from framing.read import judgement_to_json
from framing.records import CleanArticle, Passage

SCHEMA = "framing.comparison/1"


def to_json(comparison: Comparison, *, asked: pd.DataFrame | None = None) -> dict[str, Any]:
    """Return the comparison in the form `framing.comparison/1`; what was not measured is null.

    With `asked`, what `framing.robustness.robustness` returned, it has the key "robustness", too.
    """
    return {
        "schema": SCHEMA,
        "title": comparison.event.title,
        "settings": {
            "cut": comparison.cut,
            "restored": sorted([id, index] for id, index in comparison.event.restored),
            "rules_off": sorted(comparison.event.rules_off),
            "left_out": sorted([id, index] for id, index in comparison.event.left_out),
            "version": version("framing"),
        },
        "model": {
            "name": comparison.model.name,
            "sha256": comparison.model.sha256,
            "dtype": comparison.model.dtype,
        },
        "articles": [_article(a, comparison.labels[a.id]) for a in comparison.articles],
        "passages": [_passage(p, texts=not is_withheld(comparison)) for p in comparison.passages],
        "matches": [
            {
                "left": m.left,
                "right": m.right,
                "probability": m.probability,
                "relation": m.relation,
                "reasons": list(m.reasons),
                "sentences": list(m.sentences),
            }
            for m in comparison.alignment.matches
        ],
        "story_points": [{"id": p.id, "label": p.label, "passages": list(p.passages)} for p in comparison.points],
        "tone": _records(comparison.tone),
        "emphasis": _records(comparison.emphasis),
        "differences": _records(comparison.differences),
        "judgements": [
            judgement_to_json(j)
            for j in sorted(comparison.judgements, key=lambda j: (j.time.timestamp(), j.left, j.right))
        ],
        **{name: _records(table) for name, table in further(comparison).items()},
        "findings": [_finding(finding) for finding in findings(comparison)],
        **({} if asked is None else {"robustness": _records(asked)}),
    }


def further(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """Return the tables that the form gained after its first programs were written, by their keys."""
    return {
        "omissions": comparison.omissions.assign(label=[bare(label) for label in comparison.omissions["label"]]),
        "order": comparison.order_agreement,
        "openings": comparison.openings,
        "keyness": comparison.keyness,
        "swaps": comparison.swaps,
        "actors": actor_table(comparison.passages, comparison.actors),
        "voices": comparison.voices,
    }


def _article(article: CleanArticle, source: str) -> dict[str, Any]:
    raw = article.raw
    return {
        "id": article.id,
        "source": source,
        "title": bare(article.title),
        "author": raw.author,
        "published": raw.published,
        "url": raw.url,
        "removed": [{"text": bare(r.text), "rule": r.rule, "index": r.index} for r in article.removed],
    }


def _passage(passage: Passage, *, texts: bool) -> dict[str, Any]:
    return {
        "id": passage.id,
        "article": passage.article,
        "source": passage.source,
        "index": passage.index,
        "kind": passage.kind,
        "text": passage.text if texts else "",
        "sentences": [[s.start, s.end] for s in passage.sentences],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    values = {name: list(v) if isinstance(v, tuple) else v for name, v in asdict(finding).items()}
    return values | {"scope": finding.scope}


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    # pandas writes NaN as null and numpy numbers as JSON numbers; json.dumps does neither.
    records: list[dict[str, Any]] = json.loads(table.to_json(orient="records", double_precision=10))
    return records
