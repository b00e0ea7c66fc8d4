import csv

import pytest

from framing.measure.lexicon import forms, load_lexicon
from framing.resources import DATA


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("stoke* fears", ["stoke fears", "stokes fears", "stoked fears", "stoking fears"]),
        ("vilify*", ["vilify", "vilifies", "vilified", "vilifying"]),
        ("lash* out", ["lash out", "lashes out", "lashed out", "lashing out"]),
        ("whopping", ["whopping"]),
    ],
)
def test_a_star_stands_for_the_inflected_forms(term: str, expected: list[str]) -> None:
    assert forms(term) == expected


def test_the_longest_entry_at_a_place_counts_once() -> None:
    hits = load_lexicon("certainty").find("It may have been so, without doubt.")
    assert [(hit.entry.term, hit.start, hit.end) for hit in hits] == [("may have", 3, 11), ("without doubt", 21, 34)]


def test_curly_and_straight_apostrophes_are_one() -> None:
    found = [load_lexicon("certainty").find(text)[0].entry.term for text in ("It can't be.", "It can’t be.")]
    assert found == ["can't", "can't"]


@pytest.mark.parametrize(("name", "least"), [("loaded", 600), ("certainty", 250), ("attribution", 200)])
def test_every_entry_gives_a_reason_and_a_score_in_range(name: str, least: int) -> None:
    with (DATA / "lexicons" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= least
    assert all(row["reason"] and -1 <= float(row["score"]) <= 1 for row in rows)
    assert len({row["term"] for row in rows}) == len(rows)


def test_most_loaded_words_name_a_plain_counterpart() -> None:
    with (DATA / "lexicons" / "loaded.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sum(bool(row["neutral"]) for row in rows) > 600
    assert all(row["neutral"] or "leave it out" in row["reason"] for row in rows)
