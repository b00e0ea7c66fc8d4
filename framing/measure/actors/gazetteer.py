"""The word lists behind the rules: titles, heads of organisations and places, countries, given names; `actors.csv`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache

from framing.resources import DATA

_SHORT = 4  # letters; shorter words in capitals may be acronyms, longer ones are a dateline's: "WASHINGTON"


@lru_cache(maxsize=1)
def _groups() -> dict[str, dict[str, str]]:
    """Read `data/lexicons/actors.csv`: columns group, terms, reason; terms end at ";", and "A = B" says A is B."""
    groups: dict[str, dict[str, str]] = {}
    with (DATA / "lexicons" / "actors.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for term in row["terms"].split("; "):
                name, _, meant = term.partition(" = ")
                groups.setdefault(row["group"], {}).setdefault(name, meant or name)
    return groups


@lru_cache
def terms(group: str) -> frozenset[str]:
    """Return the terms of a group as they are written.

    Raises:
        KeyError: For a group that the list does not have.
    """
    return frozenset(_groups()[group])


@lru_cache(maxsize=1)
def meanings() -> Mapping[str, str]:
    """Return what the known places and bodies are called in full: "U.S." is "United States"."""
    meant = {plain(a): b for group in ("country", "place", "organisation") for a, b in _groups()[group].items()}
    return {a.upper(): b for a, b in meant.items() if len(a) > _SHORT} | meant


@lru_cache(maxsize=1)
def heads_of_bodies() -> Mapping[str, frozenset[str]]:
    """Return how the names of bodies end that a noun can stand for: "union" for one that ends in "Federation"."""
    return {noun: frozenset(heads.split()) for noun, heads in _groups()["body_noun"].items()}


@lru_cache(maxsize=1)
def short_forms() -> Mapping[str, str]:
    """Return the given names behind short ones, lower case: "bob" is "robert"."""
    return {a.lower(): b.lower() for a, b in _groups()["nickname"].items()}


@lru_cache(maxsize=1)
def known() -> Mapping[str, str]:
    """Return the kind of each known place and body, by its name without dots."""
    kinds = {"country": "place", "place": "place", "organisation": "organisation"}
    found = {plain(name): kind for group, kind in kinds.items() for name in terms(group)}
    return {name.upper(): kind for name, kind in found.items() if len(name) > _SHORT} | found


@lru_cache(maxsize=1)
def given_names() -> Mapping[str, str]:
    """Return the given names with the sex most of their bearers have, "m", "f" or "" for either."""
    male, female, short = terms("given_name"), terms("given_name_f"), terms("nickname")
    sexes = {name: "" if name in male & female else "m" if name in male else "f" for name in male | female}
    return dict.fromkeys(short, "") | sexes


def plain(name: str) -> str:
    """Return a name without dots and curly apostrophes: "U.S." is "US"."""
    return name.replace(".", "").replace("’", "'")
