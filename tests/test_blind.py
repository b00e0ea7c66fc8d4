"""Blind reading: nothing names an outlet any more, and no number moves."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
import pandas as pd
import pytest

from framing.blind import Blinded, Mask, blinded, measured, name_of, revealed
from framing.blind.masked import Change, Masked
from framing.blind.names import forms
from framing.compare import compare
from framing.comparison import Comparison
from framing.findings import findings
from framing.measure import differences
from framing.records import Article, Event, Paragraph
from tests.bag_of_words import BagOfWords
from tests.handmade import BELL, POST

COURIER, BELL_NAME, TIMES, CNN = "The Courier", "Evening Bell", "Port Ellis Times", "CNN (Web News)"


def _article(source: str, *texts: str, **known: str) -> Article:
    return Article(source, tuple(Paragraph(t) for t in texts), **known)


def _mask(*more: Article) -> Mask:
    return Mask.of(
        (
            _article(COURIER, "The mayor spoke.", author="Ann Lee", url="https://www.courier.example/a/1"),
            _article(BELL_NAME, "The mayor fell silent.", author="By Ben Orr and Cleo Vance"),
            _article(TIMES, "A mayor walked.", url="https://pe-times.example/x"),
            _article(CNN, "Mayors, it is said.", url="http://edition.cnn.com/1"),
            *more,
        )
    )


def _told(mask: Mask, text: str, own: str) -> str:
    """Return the masked text with the outlets' names back in angle brackets, so that a table can be read."""
    shown = mask.hide(text, own)
    for name in (COURIER, BELL_NAME, TIMES, CNN):
        shown = shown.replace(mask.letters[name], f"<{name.split()[0] if name == CNN else name}>")
    return shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She told the Courier so.", "She told <The Courier> so."),
        ("She told The Courier’s reporter so.", "She told <The Courier>’s reporter so."),
        ("The Courier has seen it.", "<The Courier> has seen it."),
        ("THE COURIER has seen it.", "<The Courier> has seen it."),
        ("Read Courier News today.", "Read <The Courier> News today."),
        ("A courier brought the letter.", "A courier brought the letter."),
        ("It was sent by the Courier Service.", "It was sent by the Courier Service."),
        ("An officer told the Evening Bell so.", "An officer told <Evening Bell> so."),
        ("He told the Bell that it rang.", "He told <Evening Bell> that it rang."),
        ("The bell rang in the evening.", "The bell rang in the evening."),
        ("Alexander Bell spoke; Bell was tired.", "Alexander Bell spoke; Bell was tired."),
        ("According to the Port Ellis Times, no.", "According to <Port Ellis Times>, no."),
        ("The PET has it, said CNN.", "<Port Ellis Times> has it, said <CNN>."),
        ("Asked by the CNN, he left.", "Asked by <CNN>, he left."),
        ("The New York Times reported it.", "The New York Times reported it."),
        ("Hard times for Times Square.", "Hard times for Times Square."),
        ("(CNN) The vote is over.", "(<CNN>) The vote is over."),
        ("More at www.courier.example/more today.", "More at <The Courier> today."),
        ("More at http://video.cnn.com/a?b=1.", "More at <CNN>."),
        ("Write to news@courier.example or @thecourier.", "Write to <The Courier> or <The Courier>."),
        ("Follow @RealMayor, not @CNNbrk.", "Follow @RealMayor, not <CNN>."),
        ("By Ann Lee", "By <The Courier>’s author"),
        ("ANN LEE writes.", "<The Courier>’s author writes."),
        ("Cleo Vance saw it.", "<Evening Bell>’s author saw it."),
        ("CNN's Dana Okri was there.", "<CNN>’s reporter was there."),
        ("By Dana Okri and Jon Hale", "By an author"),
        ("Dana Okri contributed to this report.", "an author contributed to this report."),
        ("By closing the bridge the mayor won.", "By closing the bridge the mayor won."),
    ],
)
def test_outlets_are_hidden_and_ordinary_words_are_not(text: str, expected: str) -> None:
    assert _told(_mask(), text, BELL_NAME) == expected


@pytest.mark.parametrize(
    ("source", "text", "hidden"),
    [
        ("Reuters", "Reuters could not independently verify this.", "# could not independently verify this."),
        ("Reuters", "A flooded street. REUTERS/Ida Moss", "A flooded street. #/Ida Moss"),
        ("Reuters", "Photo REUTERS/Ida Moss", "Photo #/Ida Moss"),
        ("Reuters", "Reuters graphics of the flood.", "# graphics of the flood."),
        ("The Guardian", "Guardian analysis shows a rise.", "# analysis shows a rise."),
        ("The Guardian", "Guardian Australia asked them.", "# Australia asked them."),
        ("The Guardian", "Guardian Angels walked by.", "Guardian Angels walked by."),
        ("The Sun", "Sun readers were angry.", "# readers were angry."),
        ("The Sun", "SUN campaigners won.", "# campaigners won."),
        ("The Sun", "Sun shone on the harbour.", "Sun shone on the harbour."),
        ("The Times", "Times are hard.", "Times are hard."),
        ("The Times", "TIMES ARE HARD", "TIMES ARE HARD"),
        ("The Post", "The post office is shut.", "The post office is shut."),
        ("The Post", "Post offices are shut.", "Post offices are shut."),
        ("Ardmere Press", "ARDMERE (AP) — The vote is over.", "ARDMERE (#) — The vote is over."),
        ("Ardmere Press", "The AP could not reach him.", "# could not reach him."),
        ("Ardmere Press", "AP has learnt more.", "# has learnt more."),
        ("Ardmere Press", "An AP exam was held.", "An AP exam was held."),
        ("Times of Ardmere", "TOA has learnt that he left.", "# has learnt that he left."),
    ],
)
def test_an_outlet_that_begins_a_sentence_of_its_own_is_hidden(source: str, text: str, hidden: str) -> None:
    mask = Mask.of((_article(source, text), _article("Packet & Port", "Nothing.")))
    assert mask.hide(text, source).replace(mask.letters[source], "#") == hidden


def test_in_anothers_article_a_title_at_the_beginning_is_a_word_unless_it_says_something() -> None:
    mask = Mask.of((_article("The Sun", "One."), _article("Packet & Port", "Two.")))
    assert mask.hide("Sun campaigners won.", "Packet & Port") == "Sun campaigners won."
    assert mask.hide("Sun readers won.", "Packet & Port") == f"{mask.letters['The Sun']} readers won."


@pytest.mark.parametrize("source", ["Tidewire (Web News)", "Low Tide (blog)", "Tide Herald - News", "Tide [paper]"])
def test_what_a_database_adds_to_a_name_is_hidden_with_it(source: str) -> None:
    mask = Mask.of([_article(source, "One."), _article(source, "Two."), _article("Packet & Port", "Three.")])
    letter = mask.letters[source]
    assert mask.hide(f"Only in {source} (2): 3 words") == f"Only in {letter} (2): 3 words"
    assert mask.named(f"{source} (1), Packet & Port") == f"{letter} (1), {mask.letters['Packet & Port']}"


def test_an_authors_surname_alone_is_hidden_in_the_authors_own_article() -> None:
    mask = _mask()
    assert _told(mask, "Vance writes on Fridays.", BELL_NAME) == "<Evening Bell>’s author writes on Fridays."
    assert _told(mask, "Vance writes on Fridays.", COURIER) == "Vance writes on Fridays."


def test_a_short_name_of_two_is_that_of_the_one_who_speaks_or_whom_the_article_names() -> None:
    herald = _article("Harbour Times", "As the Port Ellis Times wrote.")
    bell = _article("Sun Dial", "Nothing named here.")
    mask = _mask(herald, bell)
    assert mask.hide("The Times has seen it.", TIMES) == f"{mask.letters[TIMES]} has seen it."
    assert mask.hide("The Times has seen it.", "Sun Dial") == "another outlet has seen it."


@pytest.mark.parametrize(
    ("name", "url", "keys"),
    [
        ("The Courier", "", ["courier"]),
        ("Fox News", "http://latino.foxnews.com/x", ["foxnews", "fox"]),
        ("HuffPost", "https://www.huffingtonpost.com/entry/1", ["huffingtonpost", "huffpost"]),
        ("New York Times - News", "", ["newyorktimes", "times", "nyt"]),
        ("Radio Ardmere", "", ["radioardmere", "ra"]),
        ("Packet & Port", "", ["packetandport", "port", "pp"]),
        ("Ardmere Tide", "", ["ardmeretide", "tide", "at"]),
        ("Times of Ardmere", "", ["timesofardmere", "ardmere", "toa", "ta"]),
        ("Union Star", "", ["unionstar", "star"]),
        ("Source A", "", []),
        ("The Post", "https://thepost.co.uk/1", ["thepost", "post"]),
    ],
)
def test_the_forms_of_a_name(name: str, url: str, keys: list[str]) -> None:
    assert [form.key for form in forms(name, [url])] == keys


def test_letters_do_not_depend_on_the_order_of_import_nor_follow_the_alphabet() -> None:
    articles = [_article(f"{letter} Daily", f"Text {letter}.") for letter in "ABCDEFGH"]
    letters = Mask.of(articles).letters
    assert Mask.of(reversed(articles)).letters == letters
    assert sorted(letters.values()) == [f"Source {letter}" for letter in "ABCDEFGH"]
    assert [letters[a.source] for a in articles] != sorted(letters.values())


def test_two_articles_of_one_outlet_share_a_letter() -> None:
    first, second = _article("Bell", "One.", published="2025-01-01"), _article("Bell", "Two.", published="2025-01-02")
    mask = Mask.of([second, first, _article("Post", "Three.")])
    assert mask.letter_of(first.id) == f"{mask.letters['Bell']} (1)"
    assert mask.letter_of(second.id) == f"{mask.letters['Bell']} (2)"


@pytest.mark.parametrize(
    ("offset", "start", "end"), [(0, 0, 0), (4, 4, 4), (6, 4, 5), (9, 5, 5), (10, 6, 6), (14, 10, 10)]
)
def test_places_move_with_the_text(offset: int, start: int, end: int) -> None:
    masked = Masked.of("abc DEFGH ijkl", [Change(4, 9, "X")])
    assert masked.text == "abc X ijkl"
    assert (masked.moved(offset), masked.moved(offset, end=True)) == (start, end)


def test_of_changes_that_overlap_the_first_and_longest_is_made() -> None:
    assert Masked.of("abcdef", [Change(2, 4, "?"), Change(0, 2, "-"), Change(0, 3, "+")]).text == "+def"


def _event() -> Event:
    title = {"Evening Bell": "The Bell: old bridge is closed", "Harbour Post": "Cracks close bridge"}
    said = "“Closed it is,” the mayor told the Bell."
    return Event(
        "Bridge, says the Harbour Post",
        (
            Article(
                "Evening Bell", tuple(Paragraph(t) for t in (*BELL, said)), title["Evening Bell"], author="Ann Lee"
            ),
            Article("Harbour Post", tuple(Paragraph(t) for t in POST), title["Harbour Post"], url="https://hp.example"),
        ),
    )


@cache
def _compared() -> Comparison:
    return compare(_event(), encoder=BagOfWords(), cut=0.5)


def _strings(values: Iterable[object]) -> set[str]:
    return {value for value in values if isinstance(value, str)}


def test_nothing_in_a_blinded_comparison_names_an_outlet() -> None:
    hidden = blinded(_compared())
    texts = _strings([hidden.event.title, *(p.text for p in hidden.passages), *(p.label for p in hidden.points)])
    texts |= {text for m in hidden.alignment.matches for text in m.reasons} | {p.source for p in hidden.passages}
    for a in hidden.articles:
        texts |= _strings([a.source, a.title, a.raw.title, a.raw.text, a.raw.author, a.raw.url])
        texts |= {r.text for r in a.removed} | {p.text for p in a.paragraphs}
    for table in (hidden.tone, hidden.emphasis, hidden.differences, hidden.omissions, hidden.voices, hidden.keyness):
        texts |= {cell for name in table for cell in _strings(table[name])}
    texts |= {finding.text for finding in findings(hidden)} | {actor.name for actor in hidden.actors}
    assert [t for t in texts if any(name in t for name in ("Bell", "Post", "Ann Lee", "hp.example"))] == []
    assert {"Source A", "Source B"} <= texts


def test_no_number_moves_when_names_are_hidden() -> None:
    plain = _compared()
    hidden = blinded(plain)
    assert hidden.cut == plain.cut
    assert [p.words for p in sorted(hidden.passages, key=lambda p: p.id)] == [
        p.words for p in sorted(plain.passages, key=lambda p: p.id)
    ]
    for name in ("emphasis", "emphasis_intervals", "differences", "omissions", "order_agreement", "voices", "tone"):
        before, after = getattr(plain, name), getattr(hidden, name)
        assert list(after.columns) == list(before.columns)
        for column in before.select_dtypes("number"):
            if not str(column).endswith(("start", "end")):
                assert np.allclose(*(np.sort(t[column].abs().to_numpy(float)) for t in (before, after)), equal_nan=True)


def test_a_gap_is_turned_where_the_letters_stand_the_other_way_round() -> None:
    plain = _compared()
    hidden = blinded(plain)
    row = plain.share_differences.iloc[0]
    letters = [hidden.mask.labels[row["left"]], hidden.mask.labels[row["right"]]]
    same = hidden.share_differences[hidden.share_differences["scope"] == row["scope"]].iloc[0]
    sign = 1 if letters == sorted(letters) else -1
    assert [same["left"], same["right"]] == sorted(letters)
    assert same["gap"] == pytest.approx(sign * row["gap"])
    assert sorted([abs(same["low"]), abs(same["high"])]) == pytest.approx(sorted([abs(row["low"]), abs(row["high"])]))


def test_sentences_mentions_and_statements_lie_where_their_words_are() -> None:
    hidden = blinded(_compared())
    assert all(p.text[s.start : s.end] == s.text for p in hidden.passages for s in p.sentences)
    text = {p.id: p.text for p in hidden.passages}
    assert all(text[m.passage][m.start : m.end] == m.text for a in hidden.actors for m in a.mentions)
    for row in hidden.voices[hidden.voices["verb_start"] >= 0].to_dict("records"):
        assert text[row["passage"]][row["verb_start"] :].startswith(row["verb"])
    quoted = hidden.voices[hidden.voices["type"] == "direct"].iloc[0]
    assert text[quoted["passage"]][quoted["start"] : quoted["end"]] == "“Closed it is,”"


def test_what_is_measured_anew_has_the_numbers_of_the_names() -> None:
    plain = _compared()
    hidden = blinded(plain)
    gaps = measured(hidden, lambda c: differences(c.tone, c.points))
    kept = hidden.differences[hidden.differences["measure"] == "tone"]
    pd.testing.assert_frame_equal(gaps, kept[gaps.columns], check_dtype=False)
    assert {name_of(hidden, letter) for letter in hidden.sources} == set(plain.sources)
    assert name_of(plain, "Evening Bell") == "Evening Bell"
    assert name_of(hidden, None) is None


def test_revealing_gives_the_comparison_back_as_it_was() -> None:
    plain = _compared()
    hidden = blinded(plain)
    assert isinstance(hidden, Blinded)
    assert revealed(hidden) is plain
    assert revealed(plain) is plain
    assert {p.id for p in hidden.passages} == {p.id for p in plain.passages}
    assert [p.id for p in hidden.points] == [p.id for p in plain.points]
    assert {a.id for a in hidden.articles} == {a.id for a in plain.articles}


def test_the_examples_name_none_of_their_outlets_or_authors(example: Event) -> None:
    mask = Mask.of(example.articles)
    named = {a.source for a in example.articles} | {f"the {a.source.split()[-1]}" for a in example.articles}
    named |= {name for a in example.articles for name in (a.author or "nobody at all").split(" and ")}
    texts = [mask.hide(t, a.source) for a in example.articles for t in (a.title, *(p.text for p in a.paragraphs))]
    assert [t for t in texts if any(name in t for name in named)] == []
