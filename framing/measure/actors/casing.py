"""Which words are ordinary: news writes them small, so a capital at the start of a sentence says nothing of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from framing.align.words import STOP, stem, words
from framing.resources import DATA, load_json

FILE = "ordinary_words.json"
_SHARE = 0.8  # of a word's places inside sentences that are small; "bill" and "may" are names now and then
_LEAST = 2


def ordinary(word: str) -> bool:
    """Whether a word is one that news writes small, in this or another inflection."""
    return all(part.lower() in STOP or stem(part) in _stems() for part in word.split("-"))


def count_ordinary(sentences: Iterable[str]) -> list[str]:
    """Return the stems that stand small in at least `_LEAST` places and in a share of `_SHARE` of all, sorted.

    What opens a sentence is not counted, nor are sentences where most words have capitals, as headlines do.
    """
    small, all_ = Counter[str](), Counter[str]()
    for sentence in sentences:
        inside = [w for w in words(sentence)[1:] if w.text[0].isalpha()]
        if sum(w.text[0].isupper() for w in inside) > len(inside) / 2:
            continue
        all_.update(w.stem for w in inside)
        small.update(w.stem for w in inside if w.text[0].islower())
    return sorted(s for s, n in small.items() if n >= _LEAST and n >= _SHARE * all_[s])


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    """Read the stems that come with the program; without the file only the commonest words are ordinary."""
    if not (DATA / "models" / FILE).is_file():
        return frozenset()
    return frozenset(load_json("models", FILE)["stems"].split())
