"""Who is called a mayor, a union, the developer: the nouns that stand beside names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from framing.measure.voices.cast import Named, head_of


def roles_of(texts: Mapping[str, str], mentions: Mapping[str, Sequence[Named]]) -> dict[str, frozenset[str]]:
    """Return who is called what: "Mayor Ann Lee", "Ann Lee, the leader of …", "the developer Corvane" by noun."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for passage, named in mentions.items():
        text = texts[passage]
        for m in named:
            for noun in _called(text, m):
                if not any(noun == part.lower() for part in m.name.split()):
                    found[noun].add(m.name)
            if m.kind == "organisation":
                found[m.name.split()[-1].lower()].add(m.name)
                found[m.name.split()[0].lower()].add(m.name)
    return {noun: frozenset(names) for noun, names in found.items()}


def _called(text: str, m: Named) -> list[str]:
    """Return the nouns that stand with a name: its title, what comes before a comma, what follows one."""
    nouns = []
    if before := re.search(r"(?:^|[\s“\"])([A-Za-z][\w-]+)\s$", text[: m.start]):
        nouns.append(before[1].lower())
    if before := re.search(
        r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|\w+[’']s)\s([^,.;:“”\"]{3,60}),\s(?:\w+\s)?$", text[: m.start]
    ):
        nouns.append(head_of(before[1]).split()[-1].lower() if head_of(before[1]) else "")
    if after := re.match(r",\s(?:\d+,\s)?((?:(?:the|an?|its|his|her|their)\s)?[a-z][^,.;:“”\"]{2,70})", text[m.end :]):
        head = head_of(re.sub(r"^(?:the|an?|its|his|her|their)\s", "", after[1]))
        nouns.append(head.split()[-1].lower() if head and not re.match(r"(?:who|which|and|but|whose)\b", head) else "")
    return [noun for noun in nouns if len(noun) > 2 and noun not in _NO_ROLES]


_NO_ROLES = frozenset(
    "the and but that said for from with when where while whom who which told says after before then also about "
    "between under over into than like against because since until whether only even not our her his its their new "
    "old late mrs miss sir lord lady dame".split()
)
