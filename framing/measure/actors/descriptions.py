"""Find where an actor is described, not named: "the mayor", "the ministry"; only where nobody else can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from framing.measure.actors.clusters import Identity
from framing.measure.actors.cut import is_head
from framing.measure.actors.found import Mention
from framing.measure.actors.gazetteer import heads_of_bodies, known, plain, terms
from framing.measure.actors.grammar import SMALL, is_verb
from framing.records import Passage

_FAR_MORE = 4  # times: then "the president" is the one the article is about, not the one of another country
_NEXT = re.compile(r"\s*(,?)\s*([“\"]?)([\w’'-]*)")


@dataclass(frozen=True, slots=True)
class Described:
    """A description found, from `start` up to `end` in a passage, and the words of it after "the"."""

    passage: Passage
    start: int
    end: int
    noun: str


def described(passages: Sequence[Passage], identities: Sequence[Identity]) -> Iterator[tuple[Identity, Mention]]:
    """Yield the descriptions of actors that the article has named before, where one actor alone fits."""
    roles = {id(i): _roles(i) for i in identities}
    for passage in passages:
        named = _named_by(passage, identities)
        taken = [n for i in identities for n in i.names if n.passage.id == passage.id]
        for spot in _spots(passage):
            if any(n.start < spot.end and spot.start < n.end for n in taken):
                continue
            before = [i for i, place in named.items() if place < (passage.index, spot.start)]
            fits = _likeliest(_fitting(spot.noun, [identities[i] for i in before], roles), passage.article)
            if len(fits) == 1:
                text = passage.text[spot.start : spot.end]
                yield fits[0], Mention(passage.id, spot.start, spot.end, text, "description")


def _likeliest(fits: list[Identity], article: str) -> list[Identity]:
    """Return the one of several that an article speaks of far more than of all others, if there is one."""
    counts = sorted((sum(n.passage.article == article for n in i.names) for i in fits), reverse=True)
    if len(fits) > 1 and counts[0] >= _FAR_MORE * counts[1]:
        return [max(fits, key=lambda i: sum(n.passage.article == article for n in i.names))]
    return fits


def _named_by(passage: Passage, identities: Sequence[Identity]) -> dict[int, tuple[int, int]]:
    """Return, for the identities that the passage's article names, where it does so first."""
    found = {}
    for i, identity in enumerate(identities):
        places = [(n.passage.index, n.start) for n in identity.names if n.passage.article == passage.article]
        if places and identity.kind != "place":
            found[i] = min(places)
    return found


def _spots(passage: Passage) -> Iterator[Described]:
    """Yield "the" with an office, a calling or a kind of body that nothing explains further."""
    for match in _spot_pattern().finditer(passage.text):
        if not _goes_on(passage.text, match.end()):
            yield Described(passage, match.start(), match.end(), match.group(1).lower())


@lru_cache(maxsize=1)
def _spot_pattern() -> re.Pattern[str]:
    several = "|".join(re.escape(noun) for noun in sorted(_all_nouns(), key=lambda n: (-len(n), n)))
    return re.compile(rf"\b[Tt]he ((?:[a-z]+ (?:minister|secretary))|(?i:{several}))(?![\w-])")


def _goes_on(text: str, end: int) -> bool:
    """Whether what follows makes it another thing: "the mayor of Westport", "the council leader"."""
    if text.startswith(("'s", "’s"), end):
        return False
    following = _NEXT.match(text, end)
    comma, mark, word = following.groups() if following else ("", "", "")
    if not word or mark:
        return False
    if word[0].isupper():
        return not (text[end : end + 1] in ".!?" or word in ("I",))
    if comma or not text[end : end + 1].isspace():
        return False
    if word == "of":
        return True
    return not (word in SMALL or is_verb(word))


def _fitting(noun: str, before: Sequence[Identity], roles: Mapping[int, frozenset[str]]) -> list[Identity]:
    """Return the actors named before whom the noun fits: those who are said to be that, or else may be."""
    said = [
        i
        for i in before
        if noun in roles[id(i)]
        and (i.kind == "person") == (noun in _callings() or noun.endswith((" minister", " secretary")))
    ]
    if said:
        return said
    bodies = [i for i in before if i.kind == "organisation"]
    heads = heads_of_bodies().get(noun, frozenset())
    exact = [i for i in bodies if noun.capitalize().split()[-1] in _head_words(i)]
    if exact:
        return exact
    alike = [i for i in bodies if heads & _head_words(i)]
    if alike or noun not in terms("firm_noun") | terms("of_bodies"):
        return alike
    if noun in terms("firm_noun") and (firms := [i for i in bodies if _is_firm(i)]):
        return firms
    unknown = [i for i in bodies if not any(is_head(w) for w in _head_words(i))]
    return (
        unknown
        if noun in terms("firm_noun") or noun == "charity"
        else [i for i in unknown if plain(i.called) not in known()]
    )


@lru_cache(maxsize=1)
def _callings() -> frozenset[str]:
    bodies = terms("body_noun") | terms("firm_noun") | terms("of_bodies")
    return (terms("office") | terms("job")) - bodies


def _head_words(identity: Identity) -> frozenset[str]:
    """Return the words that can say what kind of body it is: the last, and the one before "of" or "for"."""
    found = set()
    for spelling in (*identity.spellings, *(n.text for n in identity.names)):
        words = [w for w in (w.rstrip(".,") for w in spelling.split()) if w not in terms("company_suffix")]
        if len(words) > 1:
            first = next((words[k - 1] for k, w in enumerate(words) if k and w in ("of", "for")), words[-1])
            found |= {first, words[0] if words[0] in terms("organisation_lead") else first}
    return frozenset(found)


def _is_firm(identity: Identity) -> bool:
    words = {w.rstrip(".,") for s in identity.spellings for w in s.split()}
    return bool(words & terms("company_suffix")) or "&" in words or bool(_head_words(identity) & _FIRMS)


_FIRMS = frozenset(
    (
        "Holdings Partners Industries Enterprises Systems Technologies Technology Solutions Motors Airlines "
        "Airways Aviation Railways Rail Railway Trains Buses Ferries Lines Shipping Logistics Freight Energy Power "
        "Electric Gas Oil Petroleum Water Mining Minerals Metals Steel Chemicals Pharmaceuticals Pharma Biotech "
        "Foods Dairy Farms Brewery Stores Supermarkets Media Publishing Pictures Studios Records Entertainment "
        "Broadcasting Estates Properties Homes Developments Construction Builders Engineering Electronics Software "
        "Robotics Networks Telecom Communications Capital Investments Ventures Insurance Hotels Travel Brothers "
        "Sons Bros Company Corporation Works Shipyard Marine Analytics Research Coffee"
    ).split()
)


def _roles(identity: Identity) -> frozenset[str]:
    """Return what the articles say an actor is: its titles, the calling before its name, the words in apposition."""
    roles: set[str] = set()
    for name in identity.names:
        roles |= set(_of_titles(name.titles))
        text = name.passage.text
        roles |= set(_nouns(text[max(0, name.start - 60) : name.start]))
        if apposed := _apposed().match(text, name.end):
            roles.add(apposed.group(1).lower())
    return frozenset(roles)


def _of_titles(titles: Sequence[str]) -> Iterator[str]:
    """Yield the offices that titles name: "interior minister" and "minister" for "Interior Minister"."""
    words = [t.lower() for t in titles]
    yield from (" ".join(words[i:]) for i in range(len(words)))
    yield from {"justice": ["judge"], "gen": ["general"], "gov": ["governor"], "sen": ["senator"]}.get(
        words[-1] if words else "", []
    )


def _nouns(text: str) -> Iterator[str]:
    """Yield the office, calling or kind of body that ends a phrase: "the registrar, " before a name."""
    words = re.findall(r"[\w’'-]+|[,.]", text)
    tail = words[:-1] if words[-1:] == [","] else words
    yield from (piece for n in (1, 2) if (piece := " ".join(tail[-n:]).lower()) in _all_nouns())


@lru_cache(maxsize=1)
def _apposed() -> re.Pattern[str]:
    """Match what follows a name in apposition: ", the town's mayor,", ", a builder from"."""
    nouns = "|".join(re.escape(noun) for noun in sorted(_all_nouns(), key=lambda n: (-len(n), n)))
    word = r"(?!who|which|that|where|and|but)[\w’'-]+\s"
    owner = rf"[\w’'-]+['’]s?\s(?:{word}){{0,3}}?"
    led = rf"(?:(?:an?|the|its|his|her|their)\s(?:{word}){{0,5}}?|{owner}|(?:former|acting)\s)?"
    return re.compile(rf",\s{led}({nouns})(?=[,.;:]|\s(?:of|for|in|at|who|which|that|from|on|with)\b)")


@lru_cache(maxsize=1)
def _all_nouns() -> frozenset[str]:
    groups = ("office", "job", "body_noun", "firm_noun", "of_bodies")
    return frozenset().union(*(terms(group) for group in groups))
