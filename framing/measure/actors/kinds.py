"""Weigh what a name and the words around it say of its kind: a person, an organisation, a place, or no actor at all.

The weights are counts of how telling a cue is, set on the tuning half of the gold set; a name's votes are added up over
the event, so that one clear place ("Mayor Ann Lee") decides for the doubtful ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from framing.align.words import STOP
from framing.measure.actors.casing import ordinary
from framing.measure.actors.cut import is_head
from framing.measure.actors.found import ActorKind
from framing.measure.actors.gazetteer import given_names, known, plain, terms
from framing.measure.actors.grammar import VERBS
from framing.measure.actors.tokens import Token

Votes = Counter[str]
"""How much speaks for each kind; a plain cue counts 6, a bare hint 1 or 2."""
KINDS: tuple[ActorKind, ...] = ("person", "organisation", "place")
THING = "thing"
SURE = 10  # votes for a person: a title, or a given name and another
DATELINE = 16
HEADED = 12  # votes for a body whose name ends as bodies' names do

_SAID = frozenset(
    (
        "said says say told tells added adds asked asks wrote writes replied warned argued insisted claimed denied "
        "explained recalled testified tweeted joked admitted acknowledged nodded shrugged smiled laughed grinned "
        "wept died lives lived married resigned believes thinks knows remembers pleaded scored who whose"
    ).split()
)
_INSIDE = frozenset("in near across throughout outside inside into around towards toward via beyond within".split())
_KIN = frozenset(
    (
        "wife husband mother father son daughter brother sister widow lawyer lawyers family aides supporters "
        "office book"
    ).split()
)
_BODY = frozenset(
    (
        "shares spokesman spokeswoman spokesperson chief headquarters board members customers executives employees "
        "staff workers fans officials managers shareholders statement website profits sales general director "
        "chairman founder"
    ).split()
)
_LAND = frozenset(
    (
        "capital coast population residents streets north south east west northern southern eastern western "
        "harbour border"
    ).split()
)
_ANYBODYS = frozenset("Former Then Late Acting Senior Junior Ex Associate Deputy Vice Assistant Interim".split())
_LEADING = frozenset("House Senate National Federal Royal Supreme".split())
_POINTS = frozenset("North South East West Online International Direct Global Europe America Asia Africa".split())
_EVENTS = frozenset(
    (
        "tour outbreak virus vaccine disease album film novel trophy award prize variant strain pandemic epidemic car"
    ).split()
)
_BODIES = frozenset(
    (
        "company firm group charity union newspaper agency developer operator retailer club supplier startup "
        "start-up bank airline broadcaster watchdog regulator manufacturer maker giant chain network contractor "
        "builder promoters team side rival rivals insurer lender think-tank magazine journal publisher studio "
        "brewer"
    ).split()
)
# "said it would" is a body of itself; "said it was over" anybody may.
_BODY_DOES = frozenset("would will had has expects expected plans planned hopes hoped remains".split())
_HIS = frozenset("administration campaign presidency family era camp estate doctrine".split())
_NAMED = frozenset("called named dubbed nicknamed christened".split())
# Words that end the names of places and are no surnames: "Charlotte Street", but not "Grace Hill".
_NO_SURNAMES = frozenset(
    (
        "Street Road Avenue Drive Boulevard Square Plaza Place Highway Motorway Tunnel Bridge River Mountain "
        "Mountains Valley Canyon Falls Harbour Harbor Island Islands Sea Ocean Strait Straits Reservoir Dam Canal "
        "Desert Province District Region County Borough City Township Village Airport Station Terminal Stadium "
        "Arena Palace Cathedral Mosque Cemetery Prison Jail Barracks Tower Towers Hotel House Theatre Centre "
        "Gardens Park Wharf Pier Quay Beach"
    ).split()
)


_SURNAMES = frozenset("Power Bell Church Temple Star Post Sun Banks Chambers Price Bishop Page Villa Bee Fox".split())


def votes(found: Sequence[Token], first: int, last: int, titles: Sequence[str]) -> Votes:
    """Return the weight of what speaks for each kind, for the name in the tokens `first` up to `last`."""
    cast = shape(found[first:last]) + _after(found, last)
    cast.update(_before(found, first, titles, beside=_explains(found, last), his=_word(found, last) in _HIS))
    if _word(found, first - 1) in ("a", "an") and not _word(found, last)[:1].isalnum() and not titles:
        cast[THING] += 6  # "bought a Toyota Camry."
    if _dateline(found, first, last):
        cast["place"] += DATELINE
    return cast


def shape(name: Sequence[Token]) -> Votes:
    """Return what the name itself says."""
    words = [t.word for t in name if t.text[0].isalnum() or t.text == "&"]
    whole = plain(" ".join(words))
    if whole not in known() and whole.isupper():  # a dateline: "PORT-AU-PRINCE"
        whole = whole.title()
    if whole in known():
        given = len(words) == 1 and words[0] in given_names()
        return Votes({known()[whole]: 4 if given else 18})
    if len(words) == 1:
        return _single(name[0]) if len(name) == 1 else Votes(organisation=8)  # "Dugan's"
    return _several(name, words)


def _single(token: Token) -> Votes:
    if token.word in terms("thing_head"):
        return Votes({THING: 6})
    if token.shouted:
        return Votes(organisation=8)
    if token.word in given_names():
        return Votes(person=4)
    if token.word in terms("organisation_head"):
        return Votes(organisation=4)
    return Votes(person=1) if "-" in token.text else Votes()


def _several(name: Sequence[Token], words: Sequence[str]) -> Votes:
    head, given = words[-1], words[0] in given_names() or name[0].initial
    named_so = head in terms("thing_head") and not (given and len(words) == 2)
    if named_so or "War" in words[1:] or words[0] in terms("thing_lead"):
        return Votes({THING: 12}) if head not in terms("newspaper_head") else Votes({THING: 4, "organisation": 2})
    if words[0] in terms("organisation_lead") or name[-1].text.endswith(("'s", "’s")):
        return Votes(organisation=8)
    if "&" in words or head in terms("company_suffix") or any(w in terms("company_suffix") for w in words[1:]):
        return Votes(organisation=16)
    if any(w in ("of", "for") for w in words):
        kind = "place" if words[0] in terms("place_of") and words[0] not in terms("organisation_of") else "organisation"
        return Votes({kind: 14})
    full = len(words) == 2 or (len(words) == 3 and (name[1].initial or words[1] in given_names()))
    surname = given and full and ((head in terms("place_head") and head not in _NO_SURNAMES) or head in _SURNAMES)
    if is_head(head) and not surname:
        return _headed(words)
    if surname:
        return Votes(person=5)
    if given or any(t.initial for t in name) or head in ("Jr", "Sr", "II", "III"):
        return Votes(person=SURE)
    if words[0] in terms("place_lead") and words[0] not in given_names():
        return Votes(place=6)
    if any(w in terms("organisation_head") for w in words) and len(words) > 2:
        return Votes(organisation=4)
    if words[0] in _LEADING or known().get(head) == "place":
        return Votes(person=1, organisation=6)
    if ordinary(head) or head in _POINTS:
        return Votes(person=2, organisation=3)  # "Brightwater Coffee", but "Ann Bright"
    return Votes(person=4 if len(words) < 5 else 1, organisation=1)


def _headed(words: Sequence[str]) -> Votes:
    """Return what the last word says: council, county, courier."""
    head = words[-1]
    if head in terms("organisation_head") or head in terms("newspaper_head"):
        return Votes(organisation=HEADED, place=2 if head in terms("place_head") else 0)
    if head in terms("place_head"):
        return Votes(place=12 if head not in terms("team_head") else 8)
    return Votes(organisation=8)


def _explains(found: Sequence[Token], last: int) -> bool:
    """Whether the name only says which thing is meant: "the Trump campaign", "the Comey memos"."""
    following = found[last] if last < len(found) else None
    small = following is not None and following.near and following.text[0].isalpha() and following.text.islower()
    word = following.text if following else ""
    return small and word not in STOP and word not in VERBS and not word.endswith("ed")


def _before(found: Sequence[Token], first: int, titles: Sequence[str], *, beside: bool, his: bool) -> Votes:
    one, two = _word(found, first - 1).lower(), _word(found, first - 2)
    cast = Votes(person=12 if any(t not in _ANYBODYS for t in titles) else 0)
    if one in terms("job") or one in terms("kinship") or one in ("named", "aged"):
        cast["person"] += 6
    if one in _INSIDE:
        cast["place"] += 6
    if one in ("at", "from", "to", "for", "with", "by"):
        cast.update({"place": 2} if one in ("at", "from", "to") else {"person": 1, "organisation": 1})
    if one == "of" and (two in terms("place_cue") or two in ("University", "Bishop", "Mayor")):
        cast["place"] += 6
    if one == "the" and not beside:
        single = not (found[first + 1 : first + 2] and found[first + 1].capital)
        given = found[first].word in given_names() and not single
        if single and found[first].word in terms("newspaper_head"):
            cast["organisation"] += 6
        cast.update({"organisation": 3, "person": -2 if given else -8, "place": 2 if single else 0})
        if two.lower() in _INSIDE or two == "along":
            cast["place"] += 2
    elif one == "the" and his:
        cast["person"] += 3
    elif one == "the" and found[first].word not in given_names():
        cast["organisation"] += 1
    if one == "as" and two == "far":
        cast["place"] += 6
    cast["place"] += 5 * _beside_a_place(found, first)
    if one in _BODIES:
        cast["organisation"] += 6
    if one in terms("thing_cue") or (one in _NAMED and two in terms("thing_cue")):
        cast[THING] += 14
    if one == "," and two in terms("thing_cue"):
        cast[THING] += 10
    if one in terms("place_cue") and one not in terms("job"):
        cast["place"] += 4
    return cast


def _beside_a_place(found: Sequence[Token], first: int) -> bool:
    """Whether a place stands before, with a comma or "and": "in Moose Jaw, Saskatchewan", "Leeds and Carlisle"."""
    one, two = _word(found, first - 1), _word(found, first - 2)
    if one == "and" and known().get(plain(two)) == "place":
        return True
    k = first - 2
    while k >= 0 and found[k].capital:
        k -= 1
    led = k < first - 2 and (k < 0 or found[k].text.lower() in (*_INSIDE, "at", "from", "of", "to"))
    closed = any(_word(found, i) in (",", ".", "—", "–", "") for i in (first + 1, first + 2))
    return one == "," and led and closed


def _dateline(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether a passage begins with this name as the place it was written in: "SEATTLE — ", "LONDON (Reuters)"."""
    following = [t.text for t in found[last : last + 7]]
    agency = following[:1] == ["("] and any(mark in following for mark in "—–-")
    return first == 0 and (agency or (found[first].shouted and any(mark in following for mark in "—–-:(")))


def _after(found: Sequence[Token], last: int) -> Votes:
    cast = Votes()
    one, two, three = (_word(found, last + k) for k in range(3))
    if one in _SAID:
        cast["person"] += 2
    if one == "," and (two in ("who", "whose") or (two.isdigit() and len(two) < 3 and three == ",")):
        cast["person"] += 8
    if one in _EVENTS or (one == "," and two in ("a", "an", "the") and _is_thing(found, last + 2)):
        cast[THING] += 8
    if one == "," and two == "which":
        cast.update({"organisation": 4, "place": 2})
    if one in ("said", "says") and (two == "its" or (two == "it" and three in _BODY_DOES)):
        cast["organisation"] += 6
    if one.startswith(("'", "’")):
        cast.update(dict.fromkeys(_owner(two), 4))
    if one == "(" and three == ")" and found[last + 1].shouted:  # its acronym
        cast["organisation"] += 6
    if one in _BODY:
        cast["organisation"] += 3
    if one in _LAND or (one == "," and two in known() and known()[two] == "place"):
        cast["place"] += 3
    return cast


def _is_thing(found: Sequence[Token], i: int) -> bool:
    """Whether the words from `i` to the next comma call it a thing: ", a plastic pod that"."""
    for k in range(i, min(i + 5, len(found))):
        if not found[k].text[0].isalpha() or found[k].text in ("that", "which", "who", "of", "in"):
            return found[k - 1].text in terms("thing_cue")
    return False


def _owner(word: str) -> Sequence[str]:
    """Return the kind of actor that has such a thing."""
    kinds = {"person": _KIN, "organisation": _BODY, "place": _LAND}
    return [kind for kind, words in kinds.items() if word in words]


def _word(found: Sequence[Token], i: int) -> str:
    return found[i].text if 0 <= i < len(found) else ""
