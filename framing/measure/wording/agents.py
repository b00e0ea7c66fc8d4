"""The same deed with and without the one who did it: "police shot three", "three were shot"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.align.words import stem
from framing.measure.wording.slots import Pair, Span, Swap, both_ways
from framing.measure.wording.tokens import Token

KIND = "who did it"
_REASON = "one names who did it, the other leaves them out"
_BE = frozenset("is are was were be been being get gets got".split())
_BETWEEN = frozenset(
    "not also already later then finally soon allegedly reportedly quickly formally officially".split()
)
# Past participles that do not end in -ed, and the other forms of their verbs.
_IRREGULAR = {
    participle: others.split()
    for participle, others in {
        "shot": "shoot shoots shooting", "told": "tell tells telling", "sold": "sell sells selling",
        "held": "hold holds holding", "hit": "hits hitting", "hurt": "hurts hurting", "cut": "cuts cutting",
        "shut": "shuts shutting", "put": "puts putting", "sent": "send sends sending", "built": "build builds",
        "made": "make makes making", "paid": "pay pays paying", "bought": "buy buys buying", "lost": "lose loses",
        "found": "find finds finding", "caught": "catch catches catching", "brought": "bring brings bringing",
        "led": "lead leads leading", "left": "leave leaves leaving", "met": "meet meets meeting",
        "set": "sets setting", "struck": "strike strikes striking", "swept": "sweep sweeps sweeping",
        "taken": "take takes took taking", "given": "give gives gave giving", "driven": "drive drives drove driving",
        "beaten": "beat beats beating", "broken": "break breaks broke breaking", "chosen": "choose chooses chose",
        "drawn": "draw draws drew drawing", "forgotten": "forget forgets forgot", "hidden": "hide hides hid hiding",
        "known": "know knows knew", "seen": "see sees saw", "shown": "show shows showed showing",
        "stolen": "steal steals stole stealing", "thrown": "throw throws threw throwing",
        "torn": "tear tears tore tearing", "withdrawn": "withdraw withdraws withdrew withdrawing",
        "written": "write writes wrote writing", "worn": "wear wears wore", "won": "win wins winning",
    }.items()
}  # fmt: skip
_STEMS = {form: participle for participle, others in _IRREGULAR.items() for form in (participle, *others)}
_NO_DOER = frozenset("to be been being is are was were not the a an of and or by newly recently".split())
_PRONOUNS = frozenset("he she they we i it who has have had will".split())
_BEFORE_NOUNS = frozenset("the a an newly these those its his her their".split())  # "the redacted memos" does nothing
_HELPING = frozenset("who has have had will".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_REACH = 6  # words between a verb and what it is done to


def _agent_swaps(pair: Pair) -> Iterator[Swap]:
    """Yield verbs that the left sentence has in the active, and the right one in the passive without a doer."""
    for there, verb, patients in _passives(pair.right):
        for i, token in enumerate(pair.left):
            if _verb(token) != verb or not _active(pair.left, i):
                continue
            objects = {t.stem for t in pair.left[i + 1 : i + 1 + _REACH] if t.tells}
            shared = objects & patients - {token.stem}
            if shared:
                yield Swap(KIND, "no doer", Span(_doer(pair.left, i), i + 1), there, _REASON, 1.0 + len(shared))


agent_swaps = both_ways(_agent_swaps)


def _passives(sentence: Sequence[Token]) -> Iterator[tuple[Span, str, set[str]]]:
    """Yield each passive without "by": where it stands, its verb, and the stems of what it is done to."""
    for i, token in enumerate(sentence):
        first = i - 1 if i and sentence[i - 1].word not in _BETWEEN else i - 2
        if first < 0 or sentence[first].word not in _BE or not _participle(token):
            continue
        if "by" in {t.word for t in sentence[i + 1 : i + 1 + _REACH]}:
            continue
        patients = {t.stem for t in sentence[max(0, first - _REACH) : first] if t.tells}
        yield Span(first, i + 1), _verb(token), patients


def _active(sentence: Sequence[Token], place: int) -> bool:
    """Whether a verb's form can have its doer right before it: a name, a pronoun, or another telling word."""
    before = sentence[max(0, place - 3) : place]
    if (
        not before
        or before[-1].word in _NO_DOER
        or before[-1].word.endswith("ly")
        or any(t.word in _BE for t in before)
    ):
        return False
    adjective = any(t.word in _BEFORE_NOUNS for t in before[-2:]) and not any(t.capital for t in before[-2:])
    return (before[-1].tells or before[-1].word in _PRONOUNS) and not adjective


def _doer(sentence: Sequence[Token], verb: int) -> int:
    """Return where to begin marking: at the word before the verb and its "has", unless that is a day."""
    first = verb - 1
    while first > 0 and sentence[first].word in _HELPING:
        first -= 1
    return verb if sentence[first].word in _DAYS else first


def _participle(token: Token) -> bool:
    return token.word in _IRREGULAR or (token.word.endswith("ed") and len(token.word) > 4)


def _verb(token: Token) -> str:
    return _STEMS.get(token.word) or stem(token.word)
