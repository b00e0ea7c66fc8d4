from __future__ import annotations

import pytest

from framing.marks import marks_of
from framing.records import Passage
from framing.segment import sentences
from tests.handmade import passage

HERE = passage("b", "Bell", "The mayor closed it: £9.5m of repairs, say engineers.")
THERE = passage("p", "Post", "Closing it, the Mayor's engineer said repairs cost £9.5m.")


def marked(passage, shown=(), marking="shared words"):
    return [passage.text[m.start : m.end] for m in marks_of(passage, shown, marking)]


def test_words_that_another_source_uses_are_marked_whatever_their_ending():
    assert marked(HERE, [HERE, THERE]) == ["mayor", "closed", "£9.5m", "repairs", "engineers"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It cost 52m crowns.", "52m"),
        ("It cost $52 million.", "$52 million"),
        ("Some 52 per cent voted.", "52 per cent"),
        ("Some 52% voted.", "52%"),
        ("It sold 52 boats.", "52"),
    ],
)
def test_a_figure_is_marked_with_its_sign_and_unit(text, figure):
    assert figure in marked(passage("b", "Bell", text), [passage("p", "Post", "They said 52.")])


def test_words_of_the_same_source_are_not():
    again = passage("b2", "Bell", THERE.text)
    assert marked(HERE, [HERE, again]) == []


def test_words_that_tell_nothing_are_not():
    assert marked(passage("b", "Bell", "It was in the of."), [passage("p", "Post", "It was in the of.")]) == []


def test_each_mark_says_why():
    mark = next(marks_of(HERE, [THERE], "shared words"))
    assert (mark.kind, mark.note) == ("shared", "another source uses this word here, too")


def test_quotations_are_marked_with_their_marks():
    said = passage("b", "Bell", "“We close it,” he said.")
    assert marked(said, marking="quotations") == ["“We close it,”"]


def test_certain_and_hedging_words_are_told_apart():
    text = passage("b", "Bell", "It will certainly fall, but perhaps not soon.")
    kinds = {text.text[m.start : m.end]: m.kind for m in marks_of(text, (), "certainty")}
    assert (kinds["certainly"], kinds["perhaps"]) == ("high", "low")


def test_marks_stand_in_the_passage_not_in_the_sentence():
    text = "It rained. It will certainly fall."
    two = Passage("b", "a", "Bell", 0, "body", text, sentences(text))
    assert "certainly" in marked(two, marking="certainty")


def test_nothing_can_be_marked():
    assert marked(HERE, [THERE], "nothing") == []
