from __future__ import annotations

import pytest

from framing.measure.wording.context import in_context
from framing.measure.wording.heard import heard
from framing.measure.wording.keyness import keyness
from framing.records import Passage
from framing.segment import sentences


def passage(id: str, source: str, text: str, index: int = 0) -> Passage:
    return Passage(id, f"article of {source}", source, index, "body", text, sentences(text))


BELL = [
    passage("b1", "Bell", "One two three four. The Rioters’ anger grew."),
    passage("b2", "Bell", "A rioter, they said, threw a “protest” sign.", 1),
]
POST = [passage("p1", "Post", "No RIOTERS here.")]


def test_every_place_is_given_in_the_original_spelling_with_what_stands_around_it():
    table = in_context([*BELL, *POST], "rioters")
    rows = table[["source", "left", "term", "right", "passage"]].itertuples(index=False, name=None)
    assert list(rows) == [
        ("Bell", "One two three four. The ", "Rioters", "’ anger grew.", "b1"),
        ("Post", "No ", "RIOTERS", " here.", "p1"),
    ]
    assert list(table["place"]) == pytest.approx([5 / 16, 1 / 3])
    texts = {p.id: p.text for p in [*BELL, *POST]}
    assert [texts[r.passage][r.start : r.end] for r in table.itertuples()] == ["Rioters", "RIOTERS"]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("riot*", "Riot, rioter, rioters.", ["Riot", "rioter", "rioters"]),
        ("riot", "Rioters riot.", ["riot"]),
        ("city hall", "City  hall; city-hall; cityhall.", ["City  hall", "city-hall"]),
        ("don't", "They don’t.", ["don’t"]),
        ("council’s plan", "The council's plan, the council plan.", ["council's plan", "council plan"]),
        ("U.S.", "The U.S. acted; U.S. troops.", ["U.S.", "U.S."]),
        ("us", "The US told us; U.S. ships.", ["us"]),
        ("US", "The US told us; U.S. ships.", ["US", "U.S."]),
        ("9/11", "After 9/11, and 11 more.", ["9/11"]),
        ("11", "After 9/11, and 11 more.", ["11"]),
        ("it's", "It’s its own, and it is.", ["It’s"]),
        ("it", "It’s its own, and it is.", ["it"]),
        ("riot riot", "Riot riot riot.", ["Riot riot"]),
        ("riot police", "A riot. Police came.", []),
        ("a+b(", "A b and ab", ["A b"]),
        ("", "Riot.", []),
        (" * ", "Riot.", []),
        ("[(", "Riot.", []),
    ],
)
def test_what_a_query_finds(query, text, found):
    assert list(in_context([passage("x", "Bell", text)], query)["term"]) == found


def test_what_is_left_out_of_a_line_is_marked_and_no_word_is_cut():
    (row,) = in_context([passage("x", "Bell", "aaaa bbbb cccc riot dddd eeee ffff")], "riot", width=11).to_dict(
        "records"
    )
    assert (row["left"], row["right"]) == ("… bbbb cccc ", " dddd eeee …")


def test_the_order_of_import_changes_nothing():
    assert in_context([*BELL, *POST], "rioter*").equals(in_context([*POST, *BELL[::-1]], "rioter*"))


class TestHeard:
    TEXT = "The mayor lied, critics say. “It was a witch hunt, a hunt,” she said. The hunt went on."

    def test_each_voice_has_its_own_words_at_their_places(self):
        (own,), (quoted,) = (heard([passage("x", "Bell", self.TEXT)], voice) for voice in ("own", "quoted"))
        assert len(own.text) == len(quoted.text) == len(self.TEXT)
        assert "witch" not in own.text
        assert own.text[-17:] == " The hunt went on."[1:]
        assert quoted.text[self.TEXT.index("witch") :].startswith("witch hunt, a hunt")
        assert "went" not in quoted.text

    def test_without_a_voice_nothing_is_blanked(self):
        assert heard(BELL, None) == BELL

    def test_a_source_that_quotes_nobody_has_no_rows_among_the_quoted_words(self):
        said = "“A hunt, a hunt, a hunt,” she said."
        passages = [passage("x", "Bell", said), passage("y", "Post", said), passage("z", "Quill", "The hunt went on.")]
        assert set(keyness(heard(passages, "quoted"))["source"]) == {"Bell", "Post"}

    def test_words_on_both_sides_of_a_quotation_are_no_term(self):
        text = "The council “did a bad and shameful thing” vote. Then the council “did a bad and shameful thing” vote."
        passages = [passage("x", "Bell", text), passage("y", "Post", "Nothing of the kind.")]
        terms = set(keyness(heard(passages, "own"))["term"])
        assert {"council", "vote"} <= terms
        assert "council vote" not in terms
        assert "shameful" not in " ".join(terms)
