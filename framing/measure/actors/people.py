"""Tell which names mean one person: "President Ann Lee", "Ann M. Lee", "Ms. Lee" and "Lee"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from framing.measure.actors.gazetteer import given_names, short_forms
from framing.measure.actors.names import Name, folded

Key = tuple[str, ...]
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_MALE = frozenset("Mr Sir Lord King Prince Father Monsieur Herr Duke Earl Baron Señor".split())
_FEMALE = frozenset("Mrs Ms Miss Dame Lady Queen Princess Sister Madame Frau Baroness Duchess Countess Señora".split())


def parts(name: str) -> Key:
    """Return the words that tell people apart: no nickname in marks, no "Jr.", small letters, no accents."""
    words = [w.strip("“”\"'’,.") for w in name.split() if not w.startswith(("“", '"', "‘"))]
    pieces = (piece for word in words for piece in folded(word.replace(".", "")).split("-"))
    kept = [piece for piece in pieces if piece and piece not in _SUFFIXES]
    return tuple(kept)


def same_person(left: Key, right: Key) -> bool:
    """Whether two full names can be one person's: the surname and the given names that both have agree."""
    short, long = sorted((left, right), key=len)
    if len(short) > 1 and is_part(short, long):  # "García Márquez" of "Gabriel García Márquez"
        return True
    return (
        len(short) > 1
        and short[-1] == long[-1]
        and same_given(short[0], long[0])
        and _in_order(short[1:-1], long[1:-1])
    )


def same_given(left: str, right: str) -> bool:
    """Whether two given names can be one: equal, an initial of it, or a short form of it."""
    short, long = sorted((left, right), key=len)
    if short == long or (len(short) <= 2 and long.startswith(short[0]) and (len(short) == 1 or not short.isalpha())):
        return True
    formal = short_forms()
    return formal.get(short, short) == formal.get(long, long)


def short_of(word: str, given: str) -> bool:
    """Whether a given name alone can be short for another: "Ray" for "Raymond", "Bob" for "Robert"."""
    return word == given or short_forms().get(word, word) == given or (len(word) > 1 and given.startswith(word))


def sex(names: Iterable[Name], full: Key) -> str:
    """Return "m", "f" or "" as the titles before a person's full name, or else the given name, say."""
    said = Counter(sex_of_titles(n.titles) for n in names)
    told = max(("m", "f"), key=lambda s: said[s])
    return told if said[told] else _sexes().get(full[0], "")


def sex_of_titles(titles: Sequence[str]) -> str:
    """Return "m", "f" or "" as titles say."""
    return "m" if _MALE & set(titles) else "f" if _FEMALE & set(titles) else ""


@lru_cache(maxsize=1)
def _sexes() -> Mapping[str, str]:
    return {folded(name): s for name, s in given_names().items()}


def is_part(short: Key, long: Key) -> bool:
    """Whether the words of a name stand side by side in a longer one."""
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _in_order(short: Key, long: Key) -> bool:
    """Whether the middle names of the shorter name stand in the longer one, initials for names allowed."""
    rest = iter(long)
    return all(any(same_given(word, other) for other in rest) for word in short)
