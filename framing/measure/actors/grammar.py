"""Small words and verbs, as far as the rules have to tell what a word after a name or an office is."""

from __future__ import annotations

from framing.measure.actors.gazetteer import terms

VERBS = frozenset(
    (
        "said says told tells wrote took gave put made won lost left met began knew thought felt ran saw got kept "
        "let paid sent set spent stood held led read rose fell cut hit built brought bought sought spoke chose "
        "came went found shook swore drew broke froze hid lent meant sold taught wore withdrew overturned may "
        "might can could will would shall should must did does do has had have is was are were be been being knows "
        "want need plan hope cannot"
    ).split()
)
SMALL = frozenset(
    (
        "and or but that which who whom whose to in on at by for with from as of than then because while when "
        "where if after before until since over under against about into through between during without within "
        "again also now not never still already too itself himself herself instead yesterday today earlier later "
        "last this next there here yet however only even just soon often once so out up down back off away"
    ).split()
)
"""Words that join, place or deny: after them nothing is explained."""


def is_verb(word: str) -> bool:
    """Whether a word after "the mayor" is more likely its verb than a noun that it explains."""
    if word in VERBS or word.endswith(("n't", "n’t")):
        return True
    if word in terms("common_plural"):
        return False
    return word.endswith(("ed", "ly")) or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
