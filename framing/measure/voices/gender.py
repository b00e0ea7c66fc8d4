"""Tell from an article whether a person in it is a "he" or a "she": by title, by given name, by the pronouns near."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from framing.resources import DATA

Gender = Literal["he", "she"]
PRONOUNS: Mapping[str, Gender] = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
# "She" first: "spokeswoman" ends in "man".
_TITLES: Mapping[Gender, str] = {
    "she": "Mrs Ms Miss Dame Lady Sister Queen Princess Baroness Duchess Congresswoman Councilwoman Frau Madame Señora",
    "he": "Mr Sir Lord Father Fr King Prince Brother Pope Rabbi Imam Baron Duke Congressman Councilman Herr Monsieur",
}
_WORDS: Mapping[Gender, str] = {
    "she": (
        r"woman \w+woman mother mum mom wife daughter sister girl girlfriend queen princess aunt grandmother widow nun "
        "midwife lady actress niece waitress heiress"
    ),
    "he": (
        r"man \w+man father dad husband son brother boy boyfriend king prince uncle grandfather widower monk priest "
        "gentleman actor nephew waiter heir"
    ),
}


def titled(text: str, start: int) -> Gender | None:
    """Return what stands just before a name says: a title, or "her brother, Jerome"."""
    before = text[:start]
    for gender, titles in _TITLES.items():
        if re.search(rf"\b(?:{_either(titles)})\.?\s+(?:\w+\s+)?$", before):
            return gender
    return _of_word(re.sub(r",?\s$", "", before)) if before[-1:] == " " else None


def described(phrase: str) -> Gender | None:
    """Return what the head of a description says: "a spokeswoman for the port" is a she."""
    return _of_word(re.split(r"\b(?:for|of|from|at|in|who|with)\b", phrase)[0].strip())


def by_given_name(name: str) -> Gender | None:
    """Return what the first word of a name says, where that is a name given to one sex almost alone."""
    return _given_names().get(name.split()[0].lower())


def _of_word(text: str) -> Gender | None:
    return next((g for g, words in _WORDS.items() if re.search(rf"\b(?:{_either(words)})$", text, re.IGNORECASE)), None)


def _either(words: str) -> str:
    return "|".join(words.split())


def by_pronouns(sentences: Sequence[tuple[str, frozenset[str]]]) -> dict[str, Gender]:
    """Return, by person, what the pronouns say in sentences that name nobody else; each is a text and who it names.

    A pronoun that begins the sentence after counts, too, where that one names nobody.
    """
    votes: dict[str, Counter[Gender]] = {}
    before: frozenset[str] = frozenset()
    for text, named in sentences:
        about = named or (before if re.match(r"(?:He|She|His|Her)\b", text) else frozenset())
        if len(about) == 1:
            said = [PRONOUNS[w] for w in re.findall(r"\w+", text.lower()) if w in PRONOUNS]
            votes.setdefault(next(iter(about)), Counter()).update(said)
        before = about
    return {who: count.most_common(1)[0][0] for who, count in votes.items() if len(count) == 1}


@lru_cache
def _given_names() -> Mapping[str, Gender]:
    with (DATA / "lexicons" / "given_names.csv").open(encoding="utf-8", newline="") as file:
        return {row["term"]: "she" if row["gender"] == "f" else "he" for row in csv.DictReader(file)}
