"""What story points are called: names, figures with what they count, and nouns that their passages share."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from framing.align.labels import labels
from framing.align.naming import DESCRIBES, NAMES, WEAK, naming
from framing.resources import DATA
from tests.handmade import passage


def label(*texts: str, rest: tuple[str, ...] = ()) -> str:
    """Return the label of a point of these texts, each of another source, in an event that tells the rest, too."""
    group = [passage(f"g{n}", f"S{n}", text) for n, text in enumerate(texts)]
    others = [passage(f"r{n}", f"S{n}", text) for n, text in enumerate(rest)]
    return labels([group], [*group, *others])[0]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # Verbs, adverbs and days tell and do not name.
        ("Behind the wharf a heron seems lost.", "On Monday a heron appeared behind the wharf.", "heron, wharf"),
        ("Divers immediately inspected the hull.", "The hull was inspected immediately by divers.", "divers, hull"),
        ("She knew that the surgeon was sorry.", "The surgeon, sorry, said she knew.", "surgeon"),
        # What was done is told by its noun where one of them has it.
        ("Police investigated the smugglers.", "An investigation of smugglers began.", "smugglers, investigation"),
        # A figure comes with what it counts, or is a share or a sum.
        ("The blaze closed 240 kiosks.", "After the blaze 240 kiosks are shut.", "240 kiosks, blaze"),
        ("Nine surfers drowned.", "Storm: nine surfers die.", "surfers, storm"),
        ("Turnout reached 31 per cent.", "Only 31 per cent came: a turnout like never.", "turnout, 31 per cent"),
        # A name keeps its capital at the beginning of a sentence; titles and abbreviations do not stand alone.
        ("Governor Ana Tamsin resigned over ferries.", "The ferries cost Ana Tamsin, R-Va., her seat.",
         "Ana Tamsin, ferries"),
    ],
)  # fmt: skip
def test_a_label_names_what_its_passages_share(left, right, expected):
    assert label(left, right) == expected


def test_a_word_of_one_passage_alone_helps_only_where_little_is_shared():
    assert label("The otter bit a drummer.", "An otter swam past.") == "otter, drummer"
    assert label("The otter and the heron bit a drummer.", "An otter swam past a heron.") == "heron, otter"


def test_where_nothing_is_named_what_is_done_has_to_do():
    assert label("They quickly surrendered.", "Both surrendered.") == "surrendered"


def test_what_the_rest_of_the_event_tells_as_well_comes_last():
    rest = ("The ferry was late.", "A ferry sank.", "No ferry came.")
    assert label("The ferry hit a trawler.", "A trawler hit the ferry.", rest=rest) == "trawler, ferry"


def test_no_two_points_are_called_the_same():
    pairs = [[passage(f"{n}{s}", s, "The ferry sank.", index=n) for s in "AB"] for n in range(3)]
    assert labels(pairs, [p for pair in pairs for p in pair]) == [
        f"ferry, sank{which}" for which in ("", " (2)", " (3)")
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("", "ferry", ""), NAMES),
        (("", "objective", ""), NAMES),
        (("", "reply", ""), WEAK),
        (("", "size", ""), NAMES),
        (("", "proposal", ""), NAMES),
        (("", "family", ""), NAMES),
        (("will", "launch", "a"), WEAK),
        (("to", "torch", "the"), WEAK),
        (("to", "voters", "the"), NAMES),
        (("a", "torch", ""), NAMES),
        (("", "stolen", ""), WEAK),
        (("", "harvested", ""), WEAK),
        (("", "alternative", ""), NAMES),
        (("", "corrosive", ""), DESCRIBES),
        (("", "strident", ""), DESCRIBES),
        (("", "proposals", ""), NAMES),
        (("", "politely", ""), None),
        (("", "seems", ""), WEAK),
        (("", "revealed", ""), None),
        (("", "denying", ""), None),
        (("", "planned", ""), None),
        (("", "carried", ""), None),
        (("", "knew", ""), None),
        (("", "Feb", ""), None),
        (("", "R-Calif", ""), None),
        (("", "can’t", ""), None),
        (("", "behind", ""), None),
        (("", "mayor’s", ""), WEAK),
    ],
)
def test_what_names_a_thing(words, expected):
    before, word, after = words
    assert naming(word, before, after) == expected


def test_every_listed_word_is_listed_once_and_has_a_reason():
    with (DATA / "lexicons" / "label_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(
        row["reason"] and row["kind"] in {"never", "verb", "doing", "weak", "adjective", "title", "noun"}
        for row in rows
    )
    listed = Counter(word for row in rows for word in row["words"].split())
    assert [word for word, count in listed.items() if count > 1] == []
    assert all(word == word.lower() for word in listed)
