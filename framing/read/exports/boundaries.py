"""The lines of an export -> the lines at which its articles begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from framing.read.exports.rules import Pattern, Rules, kinds, rules_of


def detect(lines: Sequence[str]) -> str | None:
    """Return the kind of export that these lines are, or None: every sign of that kind is among them."""
    stripped = [line.strip() for line in lines]
    for kind in kinds():
        signs = rules_of(kind).signs
        if signs and all(any(sign.search(line) for line in stripped) for sign in signs):
            return kind
    return None


def boundaries_of(lines: Sequence[str], rules: Rules) -> list[int]:
    """Return the numbers of the lines, from 0, at which articles begin; what is no article has no boundary."""
    stripped = [line.strip() for line in lines]
    if rules.begins:
        begins = [n for n, line in enumerate(stripped) if rules.begins.search(line)]
    elif rules.ends:
        begins = [0, *(n + 1 for n, line in enumerate(stripped) if rules.ends.search(line))]
    else:
        begins = [0]
    found = [
        _without_cover(stripped, begin, end, rules)
        for begin, end in pairwise([*begins, len(lines)])
        if _is_article(stripped[begin:end], rules)
    ]
    return [_first_full(stripped, begin) for begin in found]


def stated_count(lines: Sequence[str], rules: Rules) -> int | None:
    """Return how many articles the file says it holds, or None where it does not say."""
    found = (rules.count.search(line.strip()) for line in lines) if rules.count else ()
    return next((int(match[1]) for match in found if match), None)


def _is_article(segment: Sequence[str], rules: Rules) -> bool:
    return rules.keeps is None or any(rules.keeps.search(line) for line in segment)


def _without_cover(lines: Sequence[str], begin: int, end: int, rules: Rules) -> int:
    """Return where an article begins that a cover stands before: after the last of the cover's own lines.

    A cover states the number of articles: a title such as "News: …" makes none.
    """
    if begin or not rules.cover or stated_count(lines[begin:end], rules) is None:
        return begin
    body = next((n for n in range(begin, end) if _labels_text(lines[n], rules)), end)
    covered = [n for n in range(begin, body) if _any(rules.cover, lines[n])]
    return covered[-1] + 1 if covered else begin


def _labels_text(line: str, rules: Rules) -> bool:
    found = rules.labelled(line)
    return bool(found and (found[0] in rules.text or (rules.captures or {}).get(found[0])))


def _first_full(lines: Sequence[str], begin: int) -> int:
    return next((n for n in range(begin, len(lines)) if lines[n]), begin)


def _any(patterns: Sequence[Pattern], line: str) -> bool:
    return any(pattern.search(line) for pattern in patterns)
