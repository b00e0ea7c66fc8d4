"""Who is meant: a name, a description such as "the mayor", or a pronoun, resolved while an article is read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from framing.measure.voices.gender import PRONOUNS, Gender, described
from framing.measure.voices.subjects import governed
from framing.measure.voices.units import Unit
from framing.quotation import Span

_SOMEBODY = ("person", "role")
_OFFICE = re.compile(
    r"\b(?:minister|mayor|chief|leader|director|president|chair|officer|teacher|doctor|driver|nurse|judge|lawyer|secretary|"
    r"governor|senator|executive|manager|resident|worker|student|professor|scientist|engineer|analyst|economist|farmer|"
    r"owner|official|aide|adviser|advisor|witness|candidate|premier|chancellor|commissioner|coach|captain|victim|suspect)$"
)
_STATEMENT = re.compile(
    r"\b(?:statement|letter|e-?mail|post|tweet|message|memo|note|release|filing|speech|communiqué|answer|reply|response|account)s?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s+(?:from|by|of)\s+(?:the\s+)?", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s+(?:of|for|from|at|in|with|who|on|to|near|behind|representing|leading)\b|[,(]")
_DEFINITE = re.compile(r"(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s|(?!An?\s|One\s)[A-Z]")
_AGED = re.compile(r"the (?:\d+|[\w-]+)-year-old$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")


class Named(NamedTuple):
    """A mention of an actor, in characters of its passage."""

    start: int
    end: int
    name: str
    kind: str
    form: str


class Seen(NamedTuple):
    """Somebody who was mentioned in unit number `at`; `weight` is how much that unit was about them."""

    name: str
    kind: str
    at: int
    weight: float


@dataclass(slots=True)
class Cast:
    """Who has come up so far in one article.

    `mentions` are by passage id; `genders` by name; `roles` hold who is called a mayor, a union … by that noun. `now`
    counts the units read.
    """

    mentions: Mapping[str, Sequence[Named]]
    genders: dict[str, Gender]
    roles: Mapping[str, frozenset[str]]
    seen: list[Seen] = field(default_factory=list)
    now: int = 0

    def named(self, unit: Unit) -> list[Named]:
        """Return the mentions in a unit that stand outside its quotations, in characters of the unit."""
        inside = (m._replace(start=m.start - unit.start, end=m.end - unit.start) for m in self._of(unit))
        return [m for m in inside if not any(q.start <= m.start < q.end for q in unit.quotes)]

    def resolve(self, unit: Unit, span: Span | None) -> str:
        """Return the name of whom a noun phrase or a pronoun means, the description itself, or "" for nobody known."""
        if span is None:
            return ""
        phrase = unit.passage.text[unit.start + span.start : unit.start + span.end].strip()
        if re.fullmatch(r"(?:I|we|who|that|which|what)", phrase, re.IGNORECASE):
            return ""
        if re.fullmatch(r"(?:he|she|they|it|his|her|their|its)", phrase, re.IGNORECASE):
            return self._antecedent(unit, span, phrase.lower())
        heads = [m for m in self.named(unit) if _heads(unit.text, span, m)]
        if heads:
            return max(heads, key=lambda m: (m.kind == "person", m.start)).name
        if opens := [m for m in self.named(unit) if _acts(unit.text, span, m)]:
            return opens[0].name
        if (head := _STATEMENT.search(head_of(phrase))) and (whose := self._whose(unit, span, head.group())):
            return whose
        if re.fullmatch(r"the (?:\w+ )?statement", phrase, re.IGNORECASE):
            return next((seen.name for seen in reversed(self.seen) if seen.weight > 2), "") or phrase
        if _AGED.match(phrase):
            return self._antecedent(unit, span, "") or phrase
        return self._by_role(phrase) or self._written(unit, span)

    def read(self, unit: Unit, speakers: Sequence[str], subject: str) -> None:
        """Take in who a unit is about, once it has been read."""
        for m in self.named(unit):
            self.seen.append(Seen(m.name, m.kind, self.now, 0.8 * _telling(unit.text, m)))
        kinds = {m.name: m.kind for m in self._all()}
        for name, weight in [(subject, 2.0), *((s, 2.2) for s in speakers)]:
            if name:
                self.seen.append(Seen(name, kinds.get(name, "role"), self.now, weight))
        if woman_or_man := re.match(
            r"(?:A|An|One|The)\s(?:[\w’'-]+\s){0,3}?(?:\w*man|\w*woman|mother|father|boy|girl)\b", unit.text
        ):
            self.seen.append(Seen(self._written(unit, Span(*woman_or_man.span())), "role", self.now, 1.9))
        self.now += 1

    def _written(self, unit: Unit, span: Span) -> str:
        """Return a description as it is written, small where only the sentence's beginning made it large."""
        whole = unit.passage.text[unit.start + span.start : unit.start + span.end]
        whole = re.split(r"\s(?:that|who|which|whose)\s", whole)[0]
        phrase = " ".join(whole.strip(" ,.;:'’‘“”\"").split())
        named = any(m.start == span.start for m in self.named(unit))
        words = phrase.split()
        opens = re.search(r"(?:^|[.!?:]\s|[“”\"»]\s?)$", unit.text[: span.start])
        small = words and (
            words[0].lower() in _SMALL or (opens and not named and _PLAIN.match(" ".join(words[1:]) or words[0]))
        )
        return phrase[:1].lower() + phrase[1:] if small else phrase

    def subject(self, unit: Unit, first: Span | None) -> str:
        """Return who a unit is about at first sight, given the name or pronoun it opens with; "" for nobody known."""
        if first:
            return self.resolve(unit, first)
        if opened := re.match(r"(?:The|His|Her|Its|Their)\s((?:[\w’'-]+\s){1,3})", unit.text):
            holders = (self.roles.get(word.lower(), frozenset()) for word in opened[1].split())
            return next((next(iter(names)) for names in holders if len(names) == 1), "")
        return ""

    def about(self) -> str:
        """Return who the last unit was about most, a person before others; "" for nobody."""
        last = [seen for seen in self.seen if seen.at == self.now - 1]
        return max(last, key=lambda seen: (seen.kind in ("person", "role"), seen.weight)).name if last else ""

    def _of(self, unit: Unit) -> list[Named]:
        end = unit.start + len(unit.text)
        return [m for m in self.mentions.get(unit.passage.id, ()) if unit.start <= m.start < end]

    def _all(self) -> list[Named]:
        return [m for mentions in self.mentions.values() for m in mentions]

    def _antecedent(self, unit: Unit, span: Span, pronoun: str) -> str:
        """Return whom a pronoun stands for: who was spoken of last, most, and can be a he, a she, an it or a they."""
        here = [Seen(m.name, m.kind, self.now, _telling(unit.text, m)) for m in self.named(unit) if m.end <= span.start]
        gender = PRONOUNS.get(pronoun)
        scores: defaultdict[str, float] = defaultdict(lambda: float("-inf"))
        for seen in [*self.seen, *here]:
            if self._fits(seen, pronoun, gender):
                known = 0.4 if gender and self.genders.get(seen.name) == gender else 0.0
                score = seen.weight + known - 1.3 * (self.now - seen.at)
                scores[seen.name] = max(scores[seen.name], score)
        best = max(scores, key=lambda name: scores[name], default="")
        if best and gender and best not in self.genders and scores[best] > 0:
            self.genders[best] = gender
        return best

    def _fits(self, seen: Seen, pronoun: str, gender: Gender | None) -> bool:
        plural = seen.kind == "role" and bool(re.search(r"(?:s|men|people|police)$", head_of(seen.name)))
        if gender or not pronoun:
            known = self.genders.get(seen.name) or (described(seen.name) if seen.kind == "role" else None)
            human = seen.kind == "person" or known or seen.weight > 2 or bool(_OFFICE.search(head_of(seen.name)))
            return bool(human) and not plural and (not gender or known in (None, gender)) and seen.kind in _SOMEBODY
        if pronoun in ("it", "its"):
            return seen.kind in ("organisation", "place") or (
                seen.kind == "role" and not plural and described(seen.name) is None
            )
        return seen.kind == "organisation" or plural

    def _whose(self, unit: Unit, span: Span, noun: str) -> str:
        """Return who made a statement: "a statement from Corvane", "her letter", "the union's answer"."""
        at = unit.text.find(noun, span.start)
        source = _FROM.match(unit.text, at + len(noun))
        owner = next(
            (
                m
                for m in self.named(unit)
                if span.start <= m.start and m.end <= at and _POSSESSIVE.match(unit.text, m.end)
            ),
            None,
        )
        if owner:
            return owner.name
        if pronoun := re.match(r"(?:his|her|their|its)\b", unit.text[span.start :], re.IGNORECASE):
            return self._antecedent(unit, Span(span.start, span.start + pronoun.end()), pronoun.group().lower())
        if source:
            return self.resolve(unit, Span(source.end(), max(span.end, source.end() + 1)))
        return ""

    def _by_role(self, phrase: str) -> str:
        """Return the one who holds the office or is the body that a definite description names; "" without one."""
        if not _DEFINITE.match(phrase):
            return ""
        noun = head_of(phrase).split()[-1].lower() if head_of(phrase) else ""
        holders = self.roles.get(noun, frozenset())
        met = [seen.name for seen in self.seen if seen.name in holders or _is_a(seen, noun)]
        return met[-1] if met else next(iter(holders), "") if len(holders) == 1 else ""


def _telling(text: str, m: Named) -> float:
    """Return how much a mention makes its sentence one about it, 0 to 1: little where it only qualifies a word."""
    if _POSSESSIVE.match(text, m.end):
        return 0.5
    if re.search(r"\b[Tt]he\s(?:\w+\s)?$", text[: m.start]) and re.match(r"\s[a-z]{4}", text[m.end :]):
        return 0.3  # "the Obama administration"
    return 0.8 if governed(text, 0, m.start) else 1.0


def _is_a(seen: Seen, noun: str) -> bool:
    """Whether a speaker without a name was brought in by this noun: "one adviser close to her", then "the adviser"."""
    head = head_of(seen.name).split() if seen.kind == "role" and seen.weight > 2 else []
    return bool(head) and head[-1].lower() == noun


def _acts(text: str, phrase: Span, m: Named) -> bool:
    """Whether a stretch is a name and what it did, so that the name alone is meant: "Lee took the stage and"."""
    title = re.fullmatch(r"(?:[A-Z][\w.]*\s){0,3}", text[phrase.start : m.start]) if phrase.start <= m.start else None
    return title is not None and bool(re.match(r"\s[a-z]+(?:ed|ought|ook|ent|ave|aid)\b", text[m.end : phrase.end]))


def _heads(text: str, phrase: Span, m: Named) -> bool:
    """Whether a mention is what a noun phrase names, not its owner and nothing that only goes with it."""
    if not (phrase.start <= m.start and m.end <= phrase.end) or _POSSESSIVE.match(text, m.end):
        return False
    rest = text[m.end : phrase.end].strip()
    alone = not rest or bool(re.match(r"(?:of|for|from|at|in|with|and|on|who|\(|,|Jr|\d)", rest))
    return alone and not governed(text, phrase.start, m.start)


def head_of(phrase: str) -> str:
    """Return a noun phrase up to its first preposition: "the leader" of "the leader of the opposition"."""
    return _PREPOSITION.split(phrase.strip())[0].strip(" '’“”\"")


_SMALL = frozenset(
    "the a an his her its their our one two three some several many most both all another other no each every".split()
)
# A second word in small letters, or a single plural: "City officials", "Residents", but not "Labour".
_PLAIN = re.compile(r"[a-z]|(?:[A-Z][a-z]+s|Police|People)$")
