"""Words as alignment compares them: stems, which words carry meaning, and how rare each is in news."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from framing.resources import DATA, load_json

FILE = "match_words.json"
_GOES_ON = re.compile(r"[\w,;:’'-][\s“\"‘'(]*$")  # before a word that opens no sentence
_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:['’][^\W_]+)*")

STOP = frozenset(
    (
        "a about above according after again against all almost already also am among an and another any are as at "
        "away back be became because become been before being below between both but by came can cannot could did "
        "do does doing done down during each either else even ever every few for from further gave get gets getting "
        "give given go goes going gone got had has have having he her here hers herself him himself his how however "
        "i if in instead into is it its itself just like made make makes many may me might more most much must my "
        "myself near neither never no nor not now of off often on once one only onto or other others our ours "
        "ourselves out over own per put rather really said same saw say saying says see seen several shall she "
        "should since so some still such take taken takes tell tells than that the their theirs them themselves "
        "then there these they thing things this those though through thus to together told too took toward towards "
        "under until up upon us very via was way we well went were what when where whether which while who whom "
        "whose why will with within without would yet you your yours yourself yourselves mr mrs ms dr according "
        "added asked"
    ).split()
)
"""Words that tell nothing about what a passage is about, among them those of any report: said, told, according."""

# Endings in the order they are tried, each with what takes its place: enough to bring "evacuated", "evacuating" and
# "evacuation" together. A full stemmer matched no more links on the parallel articles.
_ENDINGS = [ending.split("=") for ending in
    (
        "ically=ic ations=at ation=at ating=at ated=at ates=at ate=at ators=at ator=at ional=ion ments=ment "
        "nesses=ness ities=ity ies=y ied=y ingly= edly= ings= ing= ers=er ed= es= s= ly="
    ).split()]  # fmt: skip


class Word(NamedTuple):
    """A word as written, where it begins, and its stem."""

    text: str
    start: int
    stem: str


def words(text: str) -> list[Word]:
    """Return a text's words in order, figures included."""
    return list(map(Word, *spans(text)))


def spans(text: str) -> tuple[list[str], list[int], list[str]]:
    """Return a text's words in order, where each begins, and their stems."""
    found = [(m.group(), m.start()) for m in _WORD.finditer(text)]
    texts, starts = [text for text, _ in found], [start for _, start in found]
    return texts, starts, list(map(stem, texts))


def spelled(text: str, word: Word) -> str:
    """Return a word as it is shown: without a possessive and, where it opens a sentence, without its capital."""
    plain = word.text[:-2] if word.text.endswith(("'s", "’s")) else word.text
    if plain[0].islower() or plain[1:] != plain[1:].lower():
        return plain
    opens = not _GOES_ON.search(text, max(0, word.start - 4), word.start)
    return plain.lower() if opens else plain


def telling(found: Iterable[Word]) -> list[Word]:
    """Leave out the words that tell nothing: `STOP`."""
    return [word for word in found if tells(word.text)]


@lru_cache(maxsize=100_000)
def tells(word: str) -> bool:
    """Whether a word tells something: whether it is none of `STOP`."""
    return word.lower().replace("’", "'") not in STOP


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return what a word shares with its inflections, lower case: "Evacuated" and "evacuation" give "evacuat"."""
    word = word.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    if len(word) <= 3 or word[0].isdigit():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            if not (ending == "s" and word.endswith("ss")):
                word = word.removesuffix(ending) + instead
            break
    return _unified(word)


def _unified(stem: str) -> str:
    """Undo doubled consonants, a final e and i for y: "stopp" is "stop", "notice" is "notic"."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sle":
        stem = stem[:-1]
    if len(stem) > 3 and stem.endswith("e"):
        stem = stem[:-1]
    return stem[:-1] + "y" if len(stem) > 3 and stem.endswith("i") else stem


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of `articles` news articles each stem stands."""

    articles: int
    counts: Mapping[str, int]

    def rarity(self, stem: str) -> float:
        """Return the inverse document frequency, log((n + 1) / (count + 0.5)): 0 in all articles … 7.5 in none."""
        return math.log((self.articles + 1) / (self.counts.get(stem, 0) + 0.5))


@lru_cache(maxsize=1)
def background() -> Background:
    """Read the counts that come with the program; without the file every word is equally rare."""
    if not (DATA / "models" / FILE).is_file():
        return Background(1, {})
    stored = load_json("models", FILE)
    return Background(
        int(stored["articles"]), {word: int(n) for n, line in stored["counts"].items() for word in line.split()}
    )


def count(articles: Iterable[Iterable[str]]) -> Background:
    """Count in how many articles, each given as its sentences, every stem stands."""
    counts: Counter[str] = Counter()
    number = 0
    for sentences in articles:
        number += 1
        counts.update({word.stem for sentence in sentences for word in words(sentence)})
    return Background(number, counts)
