"""robots.txt: whether a site asks programs to leave a page alone (RFC 9309)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

AGENT = "framing"

_LONGEST_RULE = 2_000  # characters; beyond it a pattern is an attempt to keep the reader busy


def allows(robots: str, path: str, agent: str = AGENT) -> bool:
    """Return whether robots.txt lets `agent` read a path (with its query).

    The longest matching rule of the agent's own group decides, of the group for all where it has none; a tie allows.
    """
    groups = list(_groups(robots))
    own = [rule for agents, rules in groups if agent in agents for rule in rules]
    rules = own if any(agent in agents for agents, _ in groups) else _for_all(groups)
    fitting = [(len(pattern), allow) for allow, pattern in rules if _fits(pattern, _canonical(path))]
    return max(fitting, default=(0, True))[1]


def _for_all(groups: list[tuple[set[str], list[tuple[bool, str]]]]) -> list[tuple[bool, str]]:
    return [rule for agents, rules in groups if "*" in agents for rule in rules]


def _groups(robots: str) -> Iterator[tuple[set[str], list[tuple[bool, str]]]]:
    """Yield each group: the agents it names, in small letters, and its rules (allow, pattern)."""
    agents: set[str] = set()
    rules: list[tuple[bool, str]] = []
    for line in robots.lstrip("\ufeff").splitlines():
        key, _, value = (part.strip() for part in line.split("#", 1)[0].partition(":"))
        key = key.lower()
        if key == "user-agent":
            if rules:
                yield agents, rules
                agents, rules = set(), []
            agents.add(re.split(r"[/\s]", value.lower(), maxsplit=1)[0])
        elif key in ("allow", "disallow") and agents and value and len(value) <= _LONGEST_RULE:
            rules.append((key == "allow", _canonical(value)))
    if agents:
        yield agents, rules


def _fits(pattern: str, path: str) -> bool:
    """Whether a path begins as the pattern says; `*` is anything, `$` at its end the end of the path.

    Each piece is sought after the one before it, which takes no longer than the path is long times the pieces.
    """
    whole = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    for piece in pieces[:-1] if whole else pieces:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    if not whole:
        return True
    return path.endswith(pieces[-1]) and len(path) - len(pieces[-1]) >= place if pieces else len(path) == place


def _canonical(path: str) -> str:
    """Give every spelling of a path's characters the same escapes."""
    return quote(unquote(path, errors="replace"), safe="/?&=*$:;,@+!~'()")
