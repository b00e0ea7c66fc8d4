"""Collect the names of a whole event: what is doubtful in one place is borne out, or not, by the others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from framing.align.words import STOP
from framing.measure.actors.casing import ordinary
from framing.measure.actors.kinds import HEADED, SURE, THING, Votes
from framing.measure.actors.names import Name, folded, names_in
from framing.records import Passage

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_CLOSED = 5  # ordinary words: a sentence with a full stop has to have more of them, and more capitals, to be a headline
_LONGER = 4  # letters; the small words of a headline stay small


def collect(passages: Sequence[Passage]) -> list[Name]:
    """Return the names that the passages bear out, in order of passage and place.

    A doubtful name stays where the same name stands beyond doubt elsewhere, or is part of a person's full name. In
    headlines, where every word has a capital, only names are found that stand elsewhere.
    """
    loud = {p.id for p in passages if _is_loud(p)}
    found = [name for p in passages if p.id not in loud for name in names_in(p)]
    small = {word for p in passages for word in _WORD.findall(p.text) if word.islower()}
    sure = _sure(found, small)
    names = [name for name in found if name in sure or _borne_out(name, sure, small)]
    names = _trimmed(names)
    out = _things(names) | _pairs(names) | _points(names)
    names = [name for name in names if name.key not in out]
    shown = [name for p in passages if p.id in loud for name in _known_in(p, names)]
    order = {p.id: i for i, p in enumerate(passages)}
    return sorted(names + shown, key=lambda name: (order[name.passage.id], name.start))


def _is_loud(passage: Passage) -> bool:
    """Whether capitals tell nothing here: half of the ordinary words have one, or in a headline all longer words."""
    longer = [word for word in _WORD.findall(passage.text) if len(word) >= _LONGER]
    plain = [word for word in longer[1:] if ordinary(word)]
    titled = passage.kind in ("headline", "heading")
    if titled and all(word[0].isupper() for word in longer):
        return True
    closed = passage.text.rstrip("”\"’' ").endswith((".", "!", "?")) and not titled
    large = sum(word[0].isupper() for word in plain)
    return len(plain) > (_CLOSED if closed else 1) and large >= len(plain) * (0.7 if closed else 0.5)


class _Sure:
    """The names beyond doubt, by key, and the words of people's and bodies' full names."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.names = list(names)
        self.ids = {id(name) for name in self.names}
        self.keys = {name.key for name in self.names}
        several = [n for n in self.names if len(n.words) > 1]
        self.people = {w for n in several if n.votes["person"] >= _most(n.votes) for w in n.key.split()}
        self.bodies = {w for n in several if n.votes["person"] < _most(n.votes) for w in n.key.split()}

    def __contains__(self, name: Name) -> bool:
        return id(name) in self.ids


def _most(votes: Votes) -> int:
    return max(votes.values(), default=0)


def _sure(found: Sequence[Name], small: set[str]) -> _Sure:
    """Return the names that need no other place: no doubt, and no ordinary word of this event after all."""
    inside = {n.key for n in found if not n.doubtful and not n.opens}
    return _Sure(n for n in found if not n.doubtful and not (n.opens and n.key in small and n.key not in inside))


def _borne_out(name: Name, sure: _Sure, small: set[str]) -> bool:
    """Whether other places show that a doubtful word is a name: the same name, or a full one that it is part of."""
    if name.key in sure.keys or (len(name.words) == 1 and name.key in sure.people):
        return True
    plain = name.opens and ordinary(name.text)
    return not plain and name.key in sure.bodies and name.key not in small


def _trimmed(names: Sequence[Name]) -> list[Name]:
    """Cut what follows a person's full name that stands elsewhere: "James Comey Memos" holds "James Comey"."""
    people = {n.key for n in names if len(n.words) > 1 and n.votes["person"] >= max(SURE, _most(n.votes))}
    return [_cut_at(name, people) for name in names]


def _cut_at(name: Name, people: set[str]) -> Name:
    for count in range(2, len(name.words)):
        words = name.words[:count]
        known = folded(" ".join(words)) in people and name.words[count] not in ("Jr", "Sr", "II", "III")
        if known and name.votes["organisation"] < HEADED:
            ends = [m.end() for m in re.finditer(r"\S+", name.text)]
            return replace(name, end=name.start + ends[count - 1], words=words)
    return name


def _things(names: Sequence[Name]) -> set[str]:
    """Return the names that are those of ships, laws or products, and no actors.

    One place that says so is enough ("its chatbot, Ferdinand"), unless another says as clearly what else it is.
    """
    said: defaultdict[str, Votes] = defaultdict(Votes)
    for name in names:
        said[name.key] |= name.votes  # the clearest of each kind
    return {key for key, votes in said.items() if votes[THING] and votes[THING] >= _most(votes)}


def _pairs(names: Sequence[Name]) -> set[str]:
    """Return the words that mean two at once: "the Trump-Abe summit", "the two Koreas"."""
    keys = {key for name in names for key in (name.key, name.key.split()[-1])}
    lands = {f"{n.key.split()[-1]}s" for n in names if len(n.words) > 1 and n.votes["place"] >= SURE}
    return lands | {
        n.key for n in names if "-" in n.key and len(n.words) == 1 and all(w in keys for w in n.key.split("-"))
    }


def _points(names: Sequence[Name]) -> set[str]:
    """Return the points of the compass that are no short names: "the North" may be North Korea and no other place."""
    starts = Counter(key.split()[0] for key in {n.key for n in names if len(n.words) == 2 and n.votes["place"] >= SURE})
    return {point for point in ("north", "south", "east", "west") if starts[point] != 1}


def _known_in(passage: Passage, names: Sequence[Name]) -> list[Name]:
    """Return the names of the event that stand in a headline, the longest at each place."""
    by_words: dict[tuple[str, ...], Name] = {}
    for name in names:
        by_words.setdefault(tuple(name.key.split()), name)
        surname = name.key.split()[-1]
        if len(name.words) > 1 and name.votes["person"] >= max(_most(name.votes), 1) and surname not in STOP:
            by_words.setdefault((surname,), name)
    words = list(_WORD.finditer(re.sub(r"['’][sS]?(?!\w)", lambda m: " " * len(m.group()), passage.text)))
    longest = max(map(len, by_words), default=0)
    shown, i = [], 0
    while i < len(words):
        for length in range(longest, 0, -1):
            run = words[i : i + length]
            alike = by_words.get(tuple(w.group().lower().replace("’", "'") for w in run))
            if alike and len(run) == length and run[0].group()[0].isupper():
                start, end = run[0].start(), run[-1].end()
                said = tuple(w.group() for w in run)
                shown.append(Name(passage, start, end, said, (), Votes(), doubtful=False, opens=False))
                i += length - 1
                break
        i += 1
    return shown
