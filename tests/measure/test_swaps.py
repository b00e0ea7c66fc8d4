from __future__ import annotations

import csv
from collections import Counter, defaultdict

import pandas as pd
import pytest

from framing.measure.wording.slots import Pair
from framing.measure.wording.swaps import COLUMNS, found_in, swaps
from framing.records import Match, Passage
from framing.resources import DATA
from framing.segment import sentences


def told(left: str, right: str) -> list[tuple[str, str, str]]:
    """Return the swaps in two sentences as kind and words."""
    pair = Pair(left, right)
    found = []
    for swap in found_in(pair):
        here, there = pair.left[swap.left.first : swap.left.last], pair.right[swap.right.first : swap.right.last]
        found.append((swap.kind, left[here[0].start : here[-1].end], right[there[0].start : there[-1].end]))
    return found


FOUND = [
    ("Nine people were killed in Bruk.", "Nine people died in Bruk.", ("who did it", "killed", "died")),
    (
        "Police cleared 200 protesters from Bell Square.",
        "Police drove 200 rioters from Bell Square.",
        ("name for people", "protesters", "rioters"),
    ),
    (
        "Mayor Hask said the pier was unsafe.",
        "Mayor Hask claimed the pier was unsafe.",
        ("how it was said", "said", "claimed"),
    ),
    (
        "Police shot three strikers at the gate.",
        "Three strikers were shot at the gate.",
        ("who did it", "Police shot", "were shot"),
    ),
    (
        "Intruders had copied the customer records.",
        "Customer records were copied overnight.",
        ("who did it", "Intruders had copied", "were copied"),
    ),
    (
        "The alleged bribe reached Mayor Hask in May.",
        "The bribe reached Mayor Hask in May.",
        ("hedged or bare", "alleged bribe", "bribe"),
    ),
    (
        "They were handed a miserly rise of 4 per cent.",
        "They were offered a rise of 4 per cent.",
        ("loaded word added", "miserly rise", "rise"),
    ),
    (
        "The lavish clock cost the council 9 million.",
        "The expensive clock cost the council 9 million.",
        ("loaded or plain", "lavish", "expensive"),
    ),
    (
        "The board will put the old clock hall under guard on Friday.",
        "The board will put the old clock hall under glass on Friday.",
        ("edited copy", "guard", "glass"),
    ),
]

NOTHING = [
    ("Nine people were killed in Bruk.", "Nine people were killed in Bruk."),
    ("Nine people were killed in Bruk.", "The minister died of old age in the capital."),
    ("Nine were killed and two died in Bruk.", "Nine people died in Bruk."),  # both have "died"
    ("Police shot three strikers.", "Three strikers were shot by police."),  # the doer is named
    ("Mr Flynn was fired for lying to the envoy.", "Mr Flynn was eventually fired for lying to the envoy."),
    ("The newly released memos name the mayor.", "The memos were released on Friday."),
    ("Mayor Hask said the pier was unsafe.", "Mayor Hask claimed victory in the race."),
    ("Mayor Hask said the pier was unsafe.", "Mayor Hask claimed nobody had asked her."),  # another statement
    ("The group claimed responsibility for the raid.", "The group said it planned the raid."),
    ("They were authorised to read the old records.", "They were authorized to read the old records."),
    ("He spoke in the United States of the plan.", "He claimed in the United Nations of the plan."),
    ("The ban may fall before the winter.", "The ban could fall before the winter."),  # both hedge
    ("A feckless, Democratic party lost the vote.", "The Democratic party lost the vote."),  # a comma between
    ("Facebook revealed the breach in May.", "The breach of Facebook is being described as large."),
    ("", ""),
]


@pytest.mark.parametrize(("left", "right", "expected"), FOUND)
def test_a_swap_is_found_with_its_kind_and_words(left, right, expected):
    assert told(left, right) == [expected]


@pytest.mark.parametrize(("left", "right", "expected"), FOUND)
def test_exchanging_the_sentences_exchanges_the_words(left, right, expected):
    kind, mine, theirs = expected
    assert told(right, left) == [(kind, theirs, mine)]


@pytest.mark.parametrize(("left", "right"), NOTHING)
def test_what_is_no_swap_is_not_called_one(left, right):
    assert told(left, right) == []
    assert told(right, left) == []


@pytest.mark.parametrize("text", [text for left, right, _ in FOUND for text in (left, right)])
def test_the_same_sentence_twice_has_no_swap(text):
    assert told(text, text) == []


def passage(id: str, source: str, text: str) -> Passage:
    return Passage(id, f"article of {source}", source, 0, "body", text, sentences(text))


class TestTable:
    BELL = passage("b", "Bell", "It rained. The regime’s leader said “nine people were killed in Bruk” on Friday.")
    POST = passage("a", "Post", "Nine people died in Bruk on Friday.")
    MATCH = Match("a", "b", 0.9, (), "same facts", (0, 1))

    def test_each_row_leads_back_to_both_sentences(self):
        (row,) = swaps([self.POST, self.BELL], [self.MATCH]).to_dict("records")
        assert (row["left_source"], row["left_words"], row["left_sentence"]) == ("Bell", "killed", 1)
        assert (row["right_source"], row["right_words"], row["right_sentence"]) == ("Post", "died", 0)
        assert self.BELL.text[row["left_start"] : row["left_end"]] == "killed"
        assert (row["left_quoted"], row["right_quoted"]) == (True, False)
        assert row["strength"] >= 1

    def test_neither_order_changes_anything(self):
        forth = swaps([self.POST, self.BELL], [self.MATCH])
        back = swaps([self.BELL, self.POST], [Match("a", "b", 0.9, (), "same facts", (0, 1))])
        pd.testing.assert_frame_equal(forth, back)

    def test_without_matches_the_table_is_empty_with_its_columns(self):
        table = swaps([self.POST, self.BELL], [])
        assert list(table.columns) == COLUMNS
        assert table.empty

    def test_other_sentences_of_the_passages_are_looked_at_where_they_are_as_alike(self):
        left = passage("l", "Bell", "It rained. The angry crowd of protesters filled the old Bell Square on Friday.")
        right = passage("r", "Post", "It snowed. The angry crowd of rioters filled the old Bell Square on Friday.")
        table = swaps([left, right], [Match("l", "r", 0.9, (), "same facts", (0, 0))])
        assert list(table["left_words"]) == ["protesters"]


class TestLexicon:
    @pytest.fixture
    def rows(self) -> list[dict[str, str]]:
        with (DATA / "lexicons" / "swaps.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def test_every_entry_has_a_set_of_at_least_two_sides_a_kind_and_a_reason(self, rows):
        sides: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            assert all(row.values()), row
            sides[row["set"]].add(row["side"])
        assert min(len(found) for found in sides.values()) >= 2
        assert len(rows) > 1000

    def test_no_term_stands_twice_in_one_side(self, rows):
        assert max(Counter((r["term"], r["set"], r["side"]) for r in rows).values()) == 1

    def test_a_set_has_one_kind_and_one_reason(self, rows):
        said: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for row in rows:
            said[row["set"]].add((row["kind"], row["reason"]))
        assert {len(found) for found in said.values()} == {1}
