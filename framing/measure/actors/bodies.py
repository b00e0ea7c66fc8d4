"""Tell which names mean one organisation: "Food and Drug Administration" and "FDA", "Corvane" and "Corvane Estates"."""

from __future__ import annotations

from framing.measure.actors.casing import ordinary
from framing.measure.actors.gazetteer import meanings, plain, terms
from framing.measure.actors.names import folded

_SMALL = frozenset("of for and & the on to in against de du des la".split())


def acronyms(name: str) -> set[str]:
    """Return what a body's initials may be: with and without its small words and its last, "Inc." and the like."""
    words = [w for w in name.replace("-", " ").split() if w.rstrip(".,") not in terms("company_suffix")]
    telling = [w for w in words if w.lower() not in _SMALL]
    if len(telling) < 2:
        return set()
    forms = {"".join(w[0] for w in telling), "".join(w[0] for w in words if w.lower() != "the")}
    return {form.lower() for form in forms}


def short_name(short: str, full: str) -> bool:
    """Whether one name is a short form of a body's longer one.

    Its beginning ("Corvane" of "Corvane Estates") or its end ("Heritage Board" of "Ardmere Heritage Board", "Herons" of
    "Toledo Herons").
    """
    few, many = _telling(short), _telling(full)
    if not few or len(few) > len(many) or (plain(short) in meanings() and few != many):
        return False
    if len(few) == 1 and ordinary(few[0]) and few == many[:1]:  # "Federal" is no Federal Bureau
        return False
    return few in (many, many[: len(few)], many[-len(few) :])


def _telling(name: str) -> tuple[str, ...]:
    whole = (part for w in name.split() for part in meanings().get(plain(w), w).replace("&", "and").split())
    kept = (w.rstrip(".,") for w in whole)
    return tuple(folded(w) for w in kept if w not in terms("company_suffix") and w.lower() != "the")
