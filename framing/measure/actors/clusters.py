"""Join full names to identities, the longest first, each to the one that it fits, or to none where it fits several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from framing.measure.actors.bodies import acronyms, short_name
from framing.measure.actors.found import ActorKind
from framing.measure.actors.gazetteer import meanings, plain
from framing.measure.actors.names import Name
from framing.measure.actors.people import is_part, parts, same_person

_OFTEN = 2
_WATERS = frozenset("River Lake Loch Lough Mount Mt Isle Village".split())


@dataclass(slots=True)
class Identity:
    """One actor while its names are being joined: its kind, the spellings of its name, and where it stands."""

    kind: ActorKind
    spellings: list[str] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)

    @property
    def called(self) -> str:
        """The fullest spelling; of equally full ones the commonest, and then the first by letters."""
        count = Counter(name.text for name in self.names)
        known = {meanings()[plain(s)] for s in (*self.spellings, *count) if plain(s) in meanings()}
        if known and self.kind != "person" and (self.kind == "place" or known & count.keys()):
            return min(known & count.keys() or known)
        every = {s for s in (*self.spellings, *count) if not (s.isupper() and len(s.split()) > 1)} or set(count)
        fullest = min(every, key=lambda s: (-len(s.split()), -count[s], -len(s), s))
        return fullest.title() if self.kind == "place" and fullest.isupper() and len(fullest) > 4 else fullest


def cluster(kind: ActorKind, spelled: Iterable[str]) -> list[Identity]:
    """Join the spellings of full names of one kind to identities; the same whatever their order."""
    alike = _ALIKE[kind]
    found: list[Identity] = []
    counts = Counter(spelled)
    for spelling in sorted(counts, key=lambda s: (-len(s.split()), s)):
        fits = [i for i in found if alike(_told(spelling, counts), _told(i.spellings[0], counts))]
        if len(fits) == 1:
            fits[0].spellings.append(spelling)
        else:
            found.append(Identity(kind, [spelling]))
    return found


def _people(left: str, right: str) -> bool:
    if junior(left) and junior(right):
        return is_part(*sorted((parts(left), parts(right)), key=len))
    return junior(left) == junior(right) and same_person(parts(left), parts(right))


def _told(spelling: str, counts: Mapping[str, int]) -> str:
    """Leave out a "Jr." that stands but once: then it says no more than the full name."""
    base = spelling.rstrip(".").removesuffix(" Jr").rstrip(",")
    return base if junior(spelling) and counts[spelling] < _OFTEN else spelling


def junior(name: str) -> bool:
    """Whether a name says that it is the son's: "Ann Lee" and "Ann Lee Jr." are two where both stand."""
    return name.rstrip(".").endswith(" Jr")


def _bodies(left: str, right: str) -> bool:
    one, two = meanings().get(plain(left), left), meanings().get(plain(right), right)
    short, long = sorted((one, two), key=lambda s: len(s.split()))
    return one == two or short_name(short, long) or plain(short).lower() in acronyms(long)


def _places(left: str, right: str) -> bool:
    one, two = (_bare(meanings().get(plain(s), s)) for s in (left, right))
    return one == two


def _bare(place: str) -> Sequence[str]:
    words = place.lower().split()
    return [w for w in words if w.capitalize() not in _WATERS and w not in ("of", "the")] or words


_ALIKE: dict[ActorKind, Callable[[str, str], bool]] = {"person": _people, "organisation": _bodies, "place": _places}
