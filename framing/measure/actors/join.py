"""Join the names of an event to actors: "President Ann Lee", "Ms. Lee" and "Lee" are one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from framing.measure.actors.bodies import acronyms, short_name
from framing.measure.actors.clusters import Identity, cluster, junior
from framing.measure.actors.found import ActorKind
from framing.measure.actors.gazetteer import known, meanings, plain
from framing.measure.actors.kinds import KINDS, Votes
from framing.measure.actors.names import Name
from framing.measure.actors.people import Key, is_part, parts, sex, sex_of_titles, short_of

_FAR_MORE = 3  # times
_PLACE = 4  # from these votes on "Toledo" is the town, though there are the Toledo Herons
_NAMED_HERE = 20  # votes; a known body has 18 by its name alone
_COUPLE = re.compile(r"\bMr\.? and Mrs\.? $")
_AND_GIVEN = re.compile(r"(?: and |, )$")
_BIRTH = re.compile(r", (?:who was )?born $")


def joined(names: Sequence[Name]) -> list[Identity]:
    """Return the identities behind names that stand in order of passage and place."""
    cast: defaultdict[str, Votes] = defaultdict(Votes)
    for name in names:
        cast[name.key].update(name.votes)
    kinds = {name.key: _kind(cast[name.key]) for name in names if len(name.words) > 1}
    spelled = _spelled(names, kinds)
    return _Joining(names, cast, {kind: cluster(kind, spelled[kind]) for kind in KINDS}).done()


def _kind(votes: Votes) -> ActorKind:
    return max(KINDS, key=lambda kind: votes[kind])


def _spelled(names: Sequence[Name], kinds: Mapping[str, ActorKind]) -> dict[ActorKind, list[str]]:
    """Return the full names of each kind; "Joan and Wilfred Tyson" names Joan Tyson, too."""
    spelled: dict[ActorKind, list[str]] = {kind: [] for kind in KINDS}
    for before, name in zip((None, *names), names, strict=False):
        if name.key in kinds and not _is_couple(name):
            spelled[kinds[name.key]].append(name.text)
            if before and (full := _shares_surname(before, name)) and kinds[name.key] == "person":
                spelled["person"].append(full)
        elif len(name.words) == 1 and " " in meanings().get(plain(name.words[0]), ""):
            spelled[_known_kind(plain(name.words[0]))].append(name.text)
    return spelled


def _known_kind(whole: str) -> ActorKind:
    return "place" if known()[whole] == "place" else "organisation"


def _shares_surname(before: Name, name: Name) -> str:
    """Return "Joan Tyson" where a given name alone stands before "and Wilfred Tyson"."""
    if before.passage.id != name.passage.id or len(before.words) > 1 or before.titles:
        return ""
    between = name.passage.text[before.end : name.start]
    person = before.votes["person"] > 0 and before.votes["place"] <= before.votes["person"]
    return f"{before.text} {name.words[-1]}" if between == " and " and person and len(name.words) == 2 else ""


def _is_couple(name: Name) -> bool:
    return bool(_COUPLE.search(name.passage.text[: name.start]))


class _Joining:
    """The identities of an event while each name finds its own, article by article."""

    def __init__(
        self, names: Sequence[Name], cast: Mapping[str, Votes], full: Mapping[ActorKind, list[Identity]]
    ) -> None:
        self.names, self.cast, self.full = names, cast, full
        self.by_spelling = {
            (kind, called): i for kind in KINDS for i in full[kind] for s in i.spellings for called in (meant(s), s)
        }
        self.order = _first_named(names, self.by_spelling)
        self.single: dict[tuple[str, str], Identity] = {}
        self.people = [(i, [parts(s) for s in i.spellings]) for i in full["person"]]
        self.sex = {id(i): _sex_of(i, names) for i in full["person"]}
        self.offices = {id(i): _offices(i, names) for i in full["person"]}
        self.introduced: list[Identity] = []
        self.clear: defaultdict[str, Counter[int]] = defaultdict(Counter)  # by article: whom it names beyond doubt
        self._count_clear()

    def _count_clear(self) -> None:
        """Count for the whole event how often everybody is named in full."""
        for before, name in zip((None, *self.names), self.names, strict=False):
            for spelling in {name.text, before and _shares_surname(before, name)}:
                if spelling and (identity := self.by_spelling.get(("person", spelling))):
                    self.clear[""][id(identity)] += 1
            if ("person", name.text) in self.by_spelling:
                continue
            if name.titles and len(alike := self._people_called(name)) == 1:
                self.clear[""][id(alike[0])] += 1

    def done(self) -> list[Identity]:
        """Give every name to its identity, and return the identities."""
        article = ""
        for before, name in zip((None, *self.names), self.names, strict=False):
            if name.passage.article != article:
                article, self.introduced = name.passage.article, []
            identity = self._introduced_as(before, name) or self._find(name)
            identity.names.append(name)
            if len(name.words) > 1 or name.titles or (name.key,) == parts(identity.spellings[0])[:1]:
                self.clear[article][id(identity)] += 1
            if identity not in self.introduced:
                self.introduced.append(identity)
        every = {id(i): i for i in (*self.by_identity(), *self.single.values()) if i.names}
        return list(every.values())

    def by_identity(self) -> Iterator[Identity]:
        """Yield the identities with full names."""
        for kind in KINDS:
            yield from self.full[kind]

    def _introduced_as(self, before: Name | None, name: Name) -> Identity | None:
        """Return the identity of the name before where the text says that this is another name for it."""
        if before is None or before.passage.id != name.passage.id or not self.introduced:
            return None
        between = name.passage.text[before.end : name.start]
        closed = name.passage.text[name.end : name.end + 1] == ")"
        if (between == " (" and closed and name.text.isupper() and len(name.words) == 1) or _BIRTH.match(between):
            whole = self._find(before)
            self._rename(name, whole)
            return whole
        return None

    def _rename(self, name: Name, whole: Identity) -> None:
        """Let other places where this name stands mean the same."""
        whole.spellings.append(name.text)
        if whole.kind == "person":
            self.people.append((whole, [parts(name.text)]))
        old = self.by_spelling.get((whole.kind, name.text))
        self.by_spelling[(whole.kind, name.text)] = whole
        self.single[(whole.kind, name.key)] = whole
        if old and old is not whole and old in self.full[whole.kind]:
            self.full[whole.kind].remove(old)
            whole.names += old.names
            self.people = [(i, p) for i, p in self.people if i is not old]

    def _find(self, name: Name) -> Identity:
        if _is_couple(name) or self._is_family(name):
            surname = name.words[-1] if _is_couple(name) else name.words[-1][:-1]
            return self._alone("person", f"the {surname}s")
        if len(name.words) > 1:
            kind = _kind(self.cast[name.key])
            return self.by_spelling.get((kind, name.text)) or self._like(kind, name)
        return self._short(name)

    def _is_family(self, name: Name) -> bool:
        one = name.key[:-1] if name.key.endswith("s") else ""
        the = name.passage.text[: name.start].endswith((" the ", "The "))
        return bool(one) and the and any(p[-1] == one for _, keys in self.people for p in keys)

    def _like(self, kind: ActorKind, name: Name) -> Identity:
        """Return the identity of a name in capitals, or spelled a little otherwise."""
        alike = [
            i for (k, s), i in self.by_spelling.items() if k == kind and plain(s).lower() == plain(name.text).lower()
        ]
        return alike[0] if alike else self._alone(kind, name.text)

    def _short(self, name: Name) -> Identity:
        """Return the identity of a single word: a person's surname or given name, a body's short name or acronym."""
        votes = Votes(self.cast[name.key])
        if name.key in ("north", "south", "east", "west"):
            lands = [i for i in self.full["place"] if i.spellings[0].lower().startswith(f"{name.key} ")]
            return lands[0] if lands else self._alone("place", name.text)
        people, bodies = self._people_called(name), self._bodies_called(name)
        whole = plain(name.text)
        here = any(self.clear[name.passage.article][id(i)] for i in people)
        firm = here and known().get(whole) == "organisation"  # Wagner in an article that has named Ann Wagner
        votes["person"] += (_NAMED_HERE if firm else 6) * bool(people) + 12 * bool(name.titles)
        votes["organisation"] += 6 * (bool(bodies) and votes["place"] < _PLACE)
        kind = _kind(votes) if any(votes[k] for k in KINDS) else "person"
        if kind == "person" and people:
            return people[0]
        if kind == "organisation" and bodies:
            return bodies[0]
        if whole in known() and known()[whole] == kind:
            return self._alone(kind, meant(name.text))
        return self._alone(kind, name.text)

    def _people_called(self, name: Name) -> list[Identity]:
        """Return the people whom a single word can mean, the likeliest first.

        Titles tell husband and wife apart; the surname goes before the given name; then it is whoever the article
        named first, as news calls the main person by the surname alone.
        """
        word, said = name.key, sex_of_titles(name.titles)
        found = [(i, p) for i, keys in self.people for p in keys if is_part(parts(name.text), p)]
        found = found or [(i, p) for i, keys in self.people for p in keys if short_of(word, p[0])]
        fits = [(i, p) for i, p in found if not said or self.sex.get(id(i), "") in ("", said)] or found
        held = [(i, p) for i, p in fits if set(name.titles) & self.offices.get(id(i), set())] if name.titles else []
        ranked = sorted(held or fits, key=lambda f: self._unlikely(f[0], f[1], name))
        people = list({id(i): i for i, _ in ranked}.values())
        known = sorted(people, key=lambda i: -self.clear[""][id(i)])
        if len(known) > 1 and self.clear[""][id(known[0])] >= _FAR_MORE * self.clear[""][id(known[1])]:
            people.sort(key=lambda i: i is not known[0])  # whoever the event is about: "Trump", though Melania is named
        return people

    def _unlikely(self, identity: Identity, full: Key, name: Name) -> tuple[object, ...]:
        """Return a key that puts first whom the article, or else the event, has named in full most often."""
        here, order = self.clear[name.passage.article], self.order[name.passage.article]
        surname = full[-len(parts(name.text)) :] == parts(name.text)
        counts = (-here[id(identity)], -self.clear[""][id(identity)], order.get(id(identity), len(order)))
        return (junior(identity.spellings[0]), not surname, *counts, identity.spellings[0])

    def _bodies_called(self, name: Name) -> list[Identity]:
        fits = [i for i in self.full["organisation"] if any(_short_for(name, s) for s in i.spellings)]
        order = self.order[name.passage.article]
        ranked = sorted(fits, key=lambda i: (order.get(id(i), 1000), i.spellings[0]))
        return ranked if ranked and (len(ranked) == 1 or id(ranked[0]) in order) else []

    def _alone(self, kind: ActorKind, spelling: str) -> Identity:
        """Return the identity of this kind that has only this short name."""
        whole = plain(spelling)
        if same := self.by_spelling.get((kind, spelling)):
            return same
        return self.single.setdefault((kind, whole.lower()), Identity(kind, [spelling]))


def _short_for(name: Name, full: str) -> bool:
    if name.words[0].isupper() and name.key in acronyms(full):
        return True
    return short_name(name.text, full)


def meant(name: str) -> str:
    """Return what a known name means in full: "United States" for "U.S."; others are what they are."""
    return meanings().get(plain(name), name)


def _first_named(
    names: Sequence[Name], by_spelling: Mapping[tuple[ActorKind, str], Identity]
) -> defaultdict[str, dict[int, int]]:
    """Return for each article its identities with full names, numbered in the order in which they come up."""
    order: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for before, name in zip((None, *names), names, strict=False):
        spellings = (before and _shares_surname(before, name), name.text)
        for kind, spelling in ((k, s) for s in spellings if s and " " in s for k in KINDS):
            if identity := by_spelling.get((kind, spelling)):
                seen = order[name.passage.article]
                seen.setdefault(id(identity), len(seen))
    return order


def _offices(identity: Identity, names: Iterable[Name]) -> set[str]:
    """Return the titles before a person's full name that are no mere address: "President"."""
    return {t for n in names if n.text in identity.spellings for t in n.titles if not sex_of_titles((t,)) and t != "Mr"}


def _sex_of(identity: Identity, names: Iterable[Name]) -> str:
    own = [n for n in names if n.text in identity.spellings]
    return sex(own, parts(max(identity.spellings, key=len)))
