"""The tables of numbers in a project file: columns of plain values, checked so that nothing later trips over them."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Any

Column = list[Any]
Numbers = Mapping[str, Mapping[str, Column]]
"""Tables by name, each a list of values by column; all columns of a table are of one length."""

ALL, OTHERS = "all", "all others"
"""Stand in `differences` where a story point's id or an article's would."""
# Table, column -> how its values are checked. Tables may have further columns of texts and numbers.
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "passages": {
        "passage": "text", "article": "article", "index": "count", "kind": "text", "words": "count",
        "sha256": "text", "starts": "counts", "ends": "counts",
    },
    "removed": {"article": "article", "paragraph": "count", "rule": "text"},
    "matches": {
        "left": "passage", "right": "passage", "probability": "number", "relation": "text", "sentences": "counts",
    },
    "story_points": {"point": "text", "passages": "passages"},
    "tone": {
        "article": "article", "passage": "passage", "kind": "text", "sentence": "count", "start": "count",
        "end": "count", "words": "count", "voice": "text", "quoted": "number", "instrument": "text", "score": "maybe",
    },
    "emphasis": {
        "article": "article", "point": "point", "words": "number", "share": "number", "first": "number",
        "place": "text", "passages": "count", "quoted": "number",
    },
    "intervals": {
        "article": "article", "point": "text", "measure": "text", "value": "maybe", "low": "maybe", "high": "maybe",
    },
    "omissions": {"article": "article", "point": "text", "tellers": "count", "state": "text"},
    "differences": {
        "measure": "text", "left": "side", "right": "side", "scope": "text", "left_mean": "maybe",
        "right_mean": "maybe", "gap": "maybe", "low": "maybe", "high": "maybe", "verdict": "text",
    },
}  # fmt: skip
KINDS = {"headline", "standfirst", "heading", "body", "list", "quote", "caption"}
# A passage of a million characters is a book.
_LONGEST = 1_000_000
_MOST = 50_000_000


def numbers_of(given: Any, articles: Collection[str]) -> Numbers:
    """Check the part of a project file that holds the numbers and return it.

    Raises ValueError, KeyError or TypeError where a value is of the wrong sort, or an id is named that is not there.
    """
    if set(given) != set(COLUMNS):
        raise ValueError("tables")
    passages = set(given["passages"]["passage"])
    known: dict[str, Collection[str]] = {"article": articles, "passage": passages, "side": {*articles, OTHERS}}
    known["point"] = set(given["story_points"]["point"])
    for table, columns in COLUMNS.items():
        _check_table(given[table], columns, known)
    if len(passages) < len(given["passages"]["passage"]):
        raise ValueError("passages")
    _check_lengths(given["passages"])
    _check_sentences(given)
    checked: Numbers = given
    return checked


def _check_table(table: Any, columns: Mapping[str, str], known: Mapping[str, Collection[str]]) -> None:
    if len({len(values) for values in table.values()}) > 1 or not all(isinstance(v, list) for v in table.values()):
        raise ValueError("columns of different lengths")
    for column, form in columns.items():
        if not all(_is(value, form, known) for value in table[column]):
            raise ValueError(column)
    for column in set(table) - set(columns):
        if not all(_is(value, "text", known) or _is(value, "maybe", known) for value in table[column]):
            raise ValueError(column)


def _is(value: Any, form: str, known: Mapping[str, Collection[str]]) -> bool:
    match form:
        case "text":
            return isinstance(value, str) and value.isprintable()
        case "count":
            return type(value) is int and 0 <= value < 10**9
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        case "maybe":
            return value is None or _is(value, "number", known)
        case "counts":
            return isinstance(value, list) and all(_is(v, "count", known) for v in value)
        case "passages":
            return isinstance(value, list) and len(value) > 0 and all(_is(v, "passage", known) for v in value)
        case _:
            return isinstance(value, str) and value in known[form]


def _check_lengths(passages: Mapping[str, Column]) -> None:
    total = 0
    for kind, words, starts, ends in zip(*(passages[c] for c in ("kind", "words", "starts", "ends")), strict=True):
        inside = [*starts, *ends] == [] or max(ends, default=0) <= _LONGEST
        ordered = all(a < b for a, b in zip(starts, ends, strict=True))
        apart = all(end <= start for end, start in zip(ends, starts[1:], strict=False))
        total += max(ends, default=0)
        if kind not in KINDS or not inside or not ordered or not apart or words > _LONGEST or total > _MOST:
            raise ValueError("passages")


def _check_sentences(given: Any) -> None:
    """Check that sentences are named which their passages have."""
    passages = given["passages"]
    count = dict(zip(passages["passage"], map(len, passages["starts"]), strict=True))
    matches, tone = given["matches"], given["tone"]
    for left, right, pair in zip(matches["left"], matches["right"], matches["sentences"], strict=True):
        if len(pair) != 2 or pair[0] >= count[left] or pair[1] >= count[right] or left >= right:
            raise ValueError("matches")
    if any(s >= count[p] for p, s in zip(tone["passage"], tone["sentence"], strict=True)):
        raise ValueError("tone")
