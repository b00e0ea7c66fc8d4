from __future__ import annotations

from dataclasses import replace

import pytest

from framing.clean import BY_HAND, clean_in
from framing.clean.by_hand import leave_to_rule, put_back, returned, take_out, told
from framing.records import Event
from tests.handmade import article

LEAD = "The mayor closed the old bridge on Friday after engineers found cracks in two of its seven arches."
BODY = "Repairs will cost nine million crowns, the council said, and nobody knows yet who is going to pay for them."
BELL = article("Bell", f"VARRICK (Reuters) - {LEAD}", "Share", BODY, "Ring our bell, dear reader.", title="A title")
EVENT = Event("A bridge", (BELL,))


def gone(event):
    return [(r.index, r.rule) for r in clean_in(event, BELL).removed]


def removal(event, index):
    return next(r for r in clean_in(event, BELL).removed if r.index == index)


def test_what_the_rules_miss_is_taken_out_by_hand_and_put_back():
    out = take_out(EVENT, clean_in(EVENT, BELL), 3)
    assert gone(out) == [(0, "dateline"), (1, "share buttons"), (3, BY_HAND.name)]
    assert put_back(out, clean_in(out, BELL), removal(out, 3)) == EVENT


def test_what_was_put_back_is_taken_out_again_by_its_rule():
    back = put_back(EVENT, clean_in(EVENT, BELL), removal(EVENT, 1))
    cleaned = clean_in(back, BELL)
    (told_back,) = returned(back, cleaned)
    assert (gone(back), told_back.index, told_back.rule) == ([(0, "dateline")], 1, "share buttons")
    assert leave_to_rule(back, cleaned, told_back) == EVENT
    assert take_out(back, cleaned, 1) == EVENT


def test_a_paragraph_whose_dateline_was_put_back_is_taken_out_whole():
    back = put_back(EVENT, clean_in(EVENT, BELL), removal(EVENT, 0))
    out = take_out(back, clean_in(back, BELL), 0)
    assert (gone(out)[0], out.restored) == ((0, BY_HAND.name), frozenset())


def test_with_its_rule_off_a_paragraph_put_back_before_goes_by_hand():
    back = replace(EVENT, restored=frozenset({(BELL.id, 1)}), rules_off=frozenset({"share buttons"}))
    assert returned(back, clean_in(back, BELL)) == ()
    assert gone(take_out(back, clean_in(back, BELL), 1)) == [(0, "dateline"), (1, BY_HAND.name)]


@pytest.mark.parametrize(
    ("event", "back", "sentence"),
    [
        (EVENT, 0, "2 removed as page furniture"),
        (EVENT, 1, "2 removed as page furniture, 1 put back"),
        (replace(EVENT, left_out=frozenset({(BELL.id, 3)})), 0, "2 removed as page furniture, 1 taken out by hand"),
        (replace(EVENT, rules_off=frozenset({"dateline", "share buttons"})), 1, "1 put back"),
    ],
)
def test_how_much_went_is_told_in_words(event, back, sentence):
    assert told(clean_in(event, BELL), back) == sentence
