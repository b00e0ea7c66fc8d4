from __future__ import annotations

from dataclasses import replace

from framing.clean.dateline import dateline_of
from framing.read import add, shared_copy
from framing.read.syndication import LEAST_SHARE, shingles_of
from framing.records import Event
from tests.handmade import article

COPY = " ".join(f"word{n}" for n in range(40))
OWN = " ".join(f"own{n}" for n in range(40))


def test_a_shingle_is_eight_words_in_a_row_without_case_and_marks():
    assert shingles_of("One, two three; four FIVE six seven eight nine.") == {
        ("one", "two", "three", "four", "five", "six", "seven", "eight"),
        ("two", "three", "four", "five", "six", "seven", "eight", "nine"),
    }
    assert shingles_of("too short") == frozenset()


def test_the_share_is_of_the_shorter_article():
    (found,) = shared_copy([article("Bell", COPY), article("Post", f"{COPY} {OWN}")])
    assert (found.sources, found.share, found.agency) == (("Bell", "Post"), 1.0, None)


def test_the_agency_is_named_where_an_article_names_it():
    (found,) = shared_copy([article("Bell", f"VARRICK (Reuters) - {COPY}"), article("Post", COPY)])
    assert found.agency == "Reuters"
    assert found.sentence.startswith("Bell and Post print the same text of Reuters: 100% of the shorter article")


def test_what_both_quote_does_not_count():
    quotation = " ".join(f"said{n}" for n in range(60))
    for marks in (
        "“{}”",
        '"{}"',
        "“{}",
        "‘{}’",
        "‘they don’t {}’",
        "‘{}",
    ):  # a quotation that goes on in the next paragraph is not closed
        bell, post = (article(s, own, marks.format(quotation)) for s, own in (("Bell", COPY), ("Post", OWN)))
        assert shared_copy([bell, post]) == []


def test_an_apostrophe_opens_no_quotation():
    assert shared_copy([article("Bell", f"in the ‘90s {COPY}"), article("Post", f"‘tis {COPY}")]) != []


def test_one_outlet_is_there_twice_only_with_most_of_its_text():
    bell, again = article("Bell", COPY), article("Bell", f"{COPY} more")
    (found,) = shared_copy([bell, again])
    assert found.sentence.startswith("Bell is here twice with the same text: 100% of the shorter article")
    notes = add(Event("", (bell,)), [again]).notes
    assert [n for n in notes if "twice" in n] == [found.sentence]
    follow_up = article("Bell", f"{' '.join(COPY.split()[:24])} {' '.join(OWN.split()[:16])}")
    assert shared_copy([bell, follow_up]) == []


def test_short_articles_are_not():
    assert shared_copy([article("Bell", "a b c d e f g h i"), article("Post", "a b c d e f g h i")]) == []


def test_the_order_of_the_articles_changes_nothing():
    articles = [article("Bell", COPY), article("Post", f"{COPY} {OWN}"), article("Lantern", OWN)]
    assert shared_copy(articles) == shared_copy(articles[::-1])
    assert [c.sources for c in shared_copy(articles)] == [("Bell", "Post"), ("Lantern", "Post")]


def test_half_an_article_counts_and_less_than_the_least_share_does_not():
    mixed = article("Post", f"{' '.join(COPY.split()[:24])} {' '.join(OWN.split()[:16])}")
    (found,) = shared_copy([article("Bell", COPY), mixed])
    assert found.share == 17 / 33
    assert shared_copy([article("Bell", COPY), mixed], least=0.6) == []
    assert 0 < LEAST_SHARE < 0.5


def test_adding_an_article_says_whose_copy_it_is_once():
    bell, post = article("Bell", f"the {COPY}"), article("Post", f"of {COPY}")
    notes = add(Event("", (bell,)), [post]).notes
    assert [n for n in notes if n.startswith("Bell and Post print the same text")] != []
    again = add(Event("", (bell, post)), [article("Lantern", OWN)]).notes
    assert [n for n in again if "print the same text" in n] == []


def test_the_same_text_word_for_word_is_said_in_one_note():
    bell = article("Bell", COPY)
    notes = add(Event("", (bell,)), [replace(bell, source="Post")]).notes
    assert len([n for n in notes if "same text" in n]) == 1


def test_letters_that_stand_for_other_things_too_mean_the_agency_only_in_its_place():
    (found,) = shared_copy([article("Bell", f"Two AA batteries {COPY}"), article("Post", COPY)])
    assert found.agency is None
    assert dateline_of(0, "VARRICK (AA) - The bridge is closed.") == "VARRICK (AA) - "
