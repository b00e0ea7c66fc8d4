"""Which words can name a thing: nouns rather than verbs, adverbs and adjectives, told by lists and endings alone."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache

from framing.resources import DATA

NAMES, WEAK, DESCRIBES = 0, 1, 2
"""How well a word names a thing: it does; it may, or tells what was done; it only says what something is like."""
_OF_DEEDS = ("ed", "ing", "ize", "ise", "ify", "ate")
_OF_QUALITIES = tuple("ous ful less able ible ive ic al ish like worthy some proof bound wide".split())
_VERB_BEFORE = frozenset(
    (
        "i you he she it we they who not never will would can could shall should may might must cannot did does do "
        "won't wouldn't can't couldn't didn't doesn't don't let's"
    ).split()
)
_OBJECT_AFTER = frozenset("a an the his her its their our my your him them it us me himself herself itself".split())
_SHORTEST = 3
_UNDECIDED = -1


def naming(word: str, before: str = "", after: str = "") -> int | None:
    """Return how well a word names a thing as it stands between two others, or None for one that is never a label's.

    Words of `data/lexicons/label_words.csv` count as listed there; of the others the ending decides, and for those
    without a telling one, what stands before and after: "will launch", "to steal the". Plurals count as nouns.
    """
    level = _of_itself(word)
    if level is not _UNDECIDED:
        return level
    acts = before.lower() in _VERB_BEFORE or (before.lower() == "to" and after.lower() in _OBJECT_AFTER)
    return WEAK if acts else NAMES


@lru_cache(maxsize=100_000)
def _of_itself(word: str) -> int | None:
    """Return how well a word names a thing wherever it stands; `_UNDECIDED` where that depends on what is around it."""
    low = word.lower().replace("’", "'").removesuffix("'s").removeprefix("r-").removeprefix("d-")
    kind = _kinds().get(low)
    if kind == "never" or len(low) < _SHORTEST or "'" in low:
        return None
    if kind == "noun":
        return NAMES
    if low.endswith("ly") and kind != "weak":
        return None
    if kind == "adjective" or (not kind and low.endswith(_OF_QUALITIES)):
        return DESCRIBES
    if kind or low.endswith(_OF_DEEDS):
        return WEAK
    return NAMES if low.endswith("s") and not low.endswith("ss") else _UNDECIDED


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, str]:
    """Return the kind of each listed word; of verbs of little content their inflections, too.

    What is a verb's and can be no noun's is never a label's: "revealed" is not, "claims" may be.
    """
    with (DATA / "lexicons" / "label_words.csv").open(encoding="utf-8", newline="") as file:
        kinds = {word: row["kind"] for row in csv.DictReader(file) for word in row["words"].split()}
    verbs = [word for word, kind in kinds.items() if kind == "verb"]
    inflected = {form: "verb" for verb in verbs for form in _third_person(verb)}
    inflected |= {form: "never" for verb in verbs for form in _past_and_progressive(verb)}
    return inflected | kinds


def _third_person(verb: str) -> tuple[str, ...]:
    return (f"{verb[:-1]}ies",) if _turns(verb) else (f"{verb}s", f"{verb}es")


def _past_and_progressive(verb: str) -> tuple[str, ...]:
    """Return the forms in -ed and -ing; a consonant at the end may be doubled."""
    bare = verb.removesuffix("e")
    past = f"{verb[:-1]}ied" if _turns(verb) else f"{bare}ed"
    return past, f"{bare}ing", f"{verb}ing", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"


def _turns(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in set("aeiou")
