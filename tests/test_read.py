from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from framing.align import judge
from framing.read import (
    MAX_BYTES,
    ReadError,
    Reading,
    add,
    article_from_text,
    event_to_json,
    gather,
    join,
    open_example,
    read_bytes,
    source_of,
    together,
)
from framing.read.event_file import event_from_json
from framing.read.file_name import day_of
from framing.read.language import is_english
from framing.read.text import paragraphs_of
from framing.records import Event, Paragraph
from framing.resources import example_events
from tests.handmade import NOON, article, bell, post

TEXT = "The café burnt down.\n\nNobody was hurt, “Ann” said."
PARAGRAPHS = ["The café burnt down.", "Nobody was hurt, “Ann” said."]
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")
NOT_UTF_8 = "{0} is not UTF-8; it was read as {1}. If letters look wrong, save it as UTF-8 and add it again."
NO_TEXT = "there is no text in it; paste or save the article's words."
PICTURE = "this is a picture; have its text recognised (OCR), and add the text."
NOT_A_TEXT_FILE = "this is not a text file; save the article as .txt, or paste its text."
GERMAN = (
    "Der Stadtrat hat am Freitag beschlossen, die alte Brücke zu schließen, nachdem Ingenieure Risse gefunden hatten. "
    "Die Reparatur kostet neun Millionen Kronen und dauert bis zum nächsten Sommer."
)


def texts(reading):
    return [[p.text for p in a.paragraphs] for a in reading.event.articles]


class TestEncodings:
    @pytest.mark.parametrize(
        ("encoding", "shown"),
        [
            ("utf-8", None),
            ("utf-8-sig", None),
            ("cp1252", "Western European (Windows-1252)"),
            ("utf-16", "UTF-16"),
            ("utf-16-le", "UTF-16-LE"),
            ("utf-16-be", "UTF-16-BE"),
            ("utf-32", "UTF-32"),
        ],
    )
    def test_the_text_is_read_whole_and_a_note_says_how(self, encoding, shown):
        reading = read_bytes(TEXT.encode(encoding), "fire.txt")
        assert texts(reading) == [PARAGRAPHS]
        assert reading.notes == ((NOT_UTF_8.format("fire.txt", shown),) if shown else ())

    def test_a_text_of_two_encodings_is_read_as_both(self):
        content = "“Łódź”, he said – ".encode() + "of the Café.".encode("cp1252")
        reading = read_bytes(content, "fire.txt")
        assert texts(reading) == [["“Łódź”, he said – of the Café."]]
        assert reading.notes == ("fire.txt mixes UTF-8 with Windows-1252; each was read as what it is.",)

    def test_a_byte_that_means_nothing_does_not_spoil_the_others(self):
        assert texts(read_bytes("“Łódź” ".encode() + b"\x81 is closed", "fire.txt")) == [["“Łódź” \ufffd is closed"]]

    def test_latin_1_is_read_as_windows_1252(self):
        reading = read_bytes("Das Café brannte.".encode("latin-1"), "feuer.txt")
        assert texts(reading) == [["Das Café brannte."]]

    def test_a_byte_without_meaning_in_windows_1252_is_read_as_latin_1(self):
        reading = read_bytes(b"caf\xe9 and a stray \x81 byte", "feuer.txt")
        assert texts(reading) == [["café and a stray \x81 byte"]]

    def test_big_endian_utf_16_with_its_mark_is_read(self):
        greek = "Η γέφυρα έκλεισε."  # without zero bytes, so that only the mark tells
        assert texts(read_bytes(b"\xfe\xff" + greek.encode("utf-16-be"), "fire.txt")) == [[greek]]


class TestBadFiles:
    @pytest.mark.parametrize(
        ("content", "name", "reason"),
        [
            (b"", "empty.txt", NO_TEXT),
            (b" \n\t\r\n \xc2\xa0\n", "spaces.txt", NO_TEXT),
            ("\ufeff".encode(), "mark.txt", NO_TEXT),
            (b"---\n\n* * *\n", "rules.txt", NO_TEXT),
            (PNG, "picture.txt", PICTURE),
            (PNG * 1000, "picture.txt", PICTURE),
            (bytes(range(256)) * 4, "bytes.txt", NOT_A_TEXT_FILE),
            (b"\0" * 100, "zeros.txt", NOT_A_TEXT_FILE),
            (TEXT.encode("utf-16-le")[:-1], "cut.txt", NOT_A_TEXT_FILE),
            (
                TEXT.encode("utf-16")[:-1],
                "cut.txt",
                "it says it is UTF-16 text but is damaged; save it again as UTF-8.",
            ),
            (
                b"\xef\xbb\xbfcaf\xe9",
                "cut.txt",
                "it says it is UTF-8-SIG text but is damaged; save it again as UTF-8.",
            ),
            (PNG, "a.png", PICTURE),
            (b"PK\x03\x04", "a.DOCX", "the file is damaged; save it again where it came from."),
            (
                b"\xd0\xcf\x11\xe0" + bytes(600),
                "a.doc",
                "this is an old Word or Excel file; open it and save it as .docx, .xlsx or .csv.",
            ),
            (b"\x1f\x8b\x08", "a.txt.gz", "this is a file packed with gzip; unpack it, and add what is in it."),
        ],
    )
    def test_a_sentence_says_what_is_wrong_and_what_to_do(self, content, name, reason):
        with pytest.raises(ReadError) as caught:
            read_bytes(content, name)
        assert str(caught.value) == f"{name}: {reason}"

    def test_a_huge_file_is_refused_before_it_is_decoded(self, monkeypatch):
        monkeypatch.setattr("framing.read.forms.ending_of", lambda *_: pytest.fail("it was looked at"))
        with pytest.raises(ReadError, match=r"^huge.txt: it is larger than 20 MB; add the article's text alone.$"):
            read_bytes(bytes(MAX_BYTES + 1), "huge.txt")

    def test_a_huge_file_is_refused_before_it_is_opened(self, tmp_path, monkeypatch):
        with (tmp_path / "huge.txt").open("wb") as file:
            file.truncate(MAX_BYTES + 1)
        monkeypatch.setattr("pathlib.Path.read_bytes", lambda _: pytest.fail("it was read"))
        with pytest.raises(ReadError, match=r"larger than 20 MB"):
            gather([tmp_path / "huge.txt"])

    def test_the_error_keeps_source_and_reason_apart(self):
        error = ReadError("a.txt", "it is empty")
        assert (error.source, error.reason, str(error)) == ("a.txt", "it is empty", "a.txt: it is empty.")


class TestGather:
    def test_two_files_become_one_event_named_after_the_files(self, tmp_path):
        (tmp_path / "evening_bell.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "the-post.md").write_text("Fire!\n\nAll is lost.", encoding="utf-8")
        event = gather([tmp_path / "evening_bell.txt", str(tmp_path / "the-post.md")]).event
        assert [a.source for a in event.articles] == ["evening bell", "the post"]

    def test_a_folder_gives_its_texts_in_the_order_of_their_names(self, tmp_path):
        for name in ("b.txt", "a.txt", "c.jpg"):
            (tmp_path / name).write_text(f"This is {name}.", encoding="utf-8")
        assert [a.source for a in gather([tmp_path]).event.articles] == ["a", "b"]

    def test_a_text_is_told_from_a_path_by_its_line_break(self):
        reading = gather([TEXT])
        assert texts(reading) == [PARAGRAPHS]
        assert reading.event.articles[0].source == "The café burnt down."

    def test_a_line_too_long_for_a_file_name_is_a_text(self):
        assert texts(gather(["word " * 200])) == [["word " * 199 + "word"]]

    def test_an_article_is_taken_as_it_is(self):
        assert gather([bell()]).event.articles == (bell(),)

    def test_the_title_comes_from_the_only_event_file(self, tmp_path):
        path = tmp_path / "bridge.json"
        path.write_text(json.dumps({"title": "A bridge", "date": "2025-10-14", "articles": [{"text": "One two"}]}))
        event = gather([path, post()]).event
        assert (event.title, event.date, [a.source for a in event.articles]) == (
            "A bridge",
            "2025-10-14",
            ["Article 1", "Post"],
        )

    @pytest.mark.parametrize(
        ("source", "message"),
        [
            ("no-such.txt", "no-such.txt: there is no such file; check the spelling of the path."),
            ("", "the text: " + NO_TEXT),
            ("\n \n", "the text: " + NO_TEXT),
            ("a\0b", "could not be opened"),
        ],
    )
    def test_what_cannot_be_read_is_named(self, source, message):
        with pytest.raises(ReadError) as caught:
            gather([source])
        assert message in str(caught.value)

    def test_a_folder_without_articles_is_refused(self, tmp_path):
        (tmp_path / "photo.jpg").write_bytes(PNG)
        with pytest.raises(ReadError, match=r"the folder holds no file of a form that can be read: .txt, "):
            gather([tmp_path])

    def test_a_bad_file_among_good_ones_is_named(self, tmp_path):
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "b.txt").write_bytes(PNG)
        assert any(note.startswith("b.txt: this is a picture") for note in gather([tmp_path]).notes)

    def test_notes_of_all_files_are_kept(self, tmp_path):
        (tmp_path / "a.txt").write_bytes(TEXT.encode("cp1252"))
        notes = gather([tmp_path]).notes
        assert notes == (
            NOT_UTF_8.format("a.txt", "Western European (Windows-1252)"),
            "a has only 9 words. If that is not the whole article, give the full text instead.",
        )


class TestJoin:
    def test_articles_and_decisions_of_both_events_are_kept(self):
        left = Event("Left", (bell(),), date="2025-10-14", restored=frozenset({(bell().id, 0)}))
        judgement = judge("a", "b", "same", coder="Ann", time=NOON)
        right = Event("Right", (post(),), judgements=(judgement,), restored=frozenset({(post().id, 1)}))
        joined = join(left, right).event
        assert (joined.title, joined.date, joined.articles) == ("Left", "2025-10-14", (bell(), post()))
        assert joined.restored == {(bell().id, 0), (post().id, 1)}
        assert joined.judgements == (judgement,)

    def test_rules_that_are_off_in_either_are_off(self):
        left = Event("", (bell(),), rules_off=frozenset({"byline"}), left_out=frozenset({(bell().id, 1)}))
        right = Event("", (post(),), rules_off=frozenset({"dateline"}), left_out=frozenset({(post().id, 0)}))
        assert join(left, right).event.left_out == {(bell().id, 1), (post().id, 0)}
        assert together([Reading(left), Reading(right)]).event.left_out == {(bell().id, 1), (post().id, 0)}
        assert join(left, right).event.rules_off == {"byline", "dateline"}
        assert together([Reading(left), Reading(right)]).event.rules_off == {"byline", "dateline"}

    @pytest.mark.parametrize("number", [0, 1, 3])
    def test_together_is_the_same_as_one_after_the_other(self, number):
        events = [Event("", (article(s, f"{s} the bridge is closed"),)) for s in ("Bell", "Post", "Lantern")[:number]]
        joined = Event("", ())
        for event in events:
            joined = join(joined, event).event
        assert together([Reading(e) for e in events]).event == joined

    def test_the_title_is_the_other_s_where_there_is_none(self):
        assert join(Event("", (bell(),)), Event("Right", (post(),))).event.title == "Right"

    def test_two_titled_events_together_have_no_title(self, tmp_path):
        for name, made in (("left", bell()), ("right", post())):
            event = event_to_json(Event(name, (made,)))
            (tmp_path / f"{name}.json").write_text(json.dumps(event), encoding="utf-8")
        assert gather([tmp_path]).event.title == ""


class TestAdd:
    LONG = article("Bell", " ".join(["and the bridge"] * 30))

    def test_a_long_english_article_is_added_without_a_word(self):
        reading = add(Event("A bridge", ()), [self.LONG])
        assert (reading.event.articles, reading.notes) == ((self.LONG,), ())

    def test_the_same_article_is_not_added_twice(self):
        reading = add(Event("A bridge", (self.LONG,)), [self.LONG])
        assert reading.event.articles == (self.LONG,)
        assert reading.notes == ("Bell: this article is already here, so it was not added a second time.",)

    def test_the_same_article_twice_in_one_go_is_added_once(self):
        assert len(add(Event("A bridge", ()), [self.LONG, self.LONG]).event.articles) == 1

    def test_the_same_text_under_another_name_is_added_and_pointed_out(self):
        other = replace(self.LONG, source="Post")
        reading = add(Event("A bridge", (self.LONG,)), [other])
        assert reading.event.articles == (self.LONG, other)
        assert reading.notes == (
            "Post has the same text as Bell, word for word. "
            "Keep one of them only, unless both outlets really published it.",
        )

    def test_a_text_of_two_lines_is_added_and_pointed_out(self):
        reading = add(Event("A bridge", ()), [article("Bell", "It is closed.", "It is old.")])
        assert len(reading.event.articles) == 1
        assert reading.notes == (
            "Bell has only 6 words. If that is not the whole article, give the full text instead.",
        )

    def test_another_language_is_added_and_pointed_out(self):
        reading = add(Event("A bridge", ()), [article("Blatt", GERMAN * 3)])
        assert reading.notes == (
            "Blatt does not seem to be in English. It is shown, but matches and tone are measured with instruments "
            "made for English.",
        )

    def test_what_the_event_already_holds_stays(self):
        event = Event(
            "A bridge", (bell(),), date="2025-10-14", restored=frozenset({(bell().id, 0)}), extra={"event_id": 7}
        )
        assert add(event, [post()]).event == replace(event, articles=(bell(), post()))


def _objects(values):
    return st.dictionaries(
        st.sampled_from(["articles", "text", "paragraphs", "source", "restored", "judgements"]), values
    )


ANY_JSON = st.deferred(
    lambda: st.none() | st.booleans() | st.integers() | st.text() | st.lists(ANY_JSON, max_size=3) | _objects(ANY_JSON)
)


class TestEventFile:
    def test_names_in_the_contract_and_their_other_spellings_are_read(self):
        content = {
            "title": "A bridge",
            "date": "2025-10-14",
            "articles": [
                {
                    "outlet": "Bell",
                    "date": "2025-10-14",
                    "title": "Closed",
                    "url": "u",
                    "author": "A",
                    "text": "a\n\nb",
                },
                {"source": "Post", "published": "2025-10-15", "paragraphs": ["a b\nc", "", "d"]},
            ],
        }
        event = event_from_json(json.dumps(content), "e.json")
        left, right = event.articles
        assert (event.title, event.date) == ("A bridge", "2025-10-14")
        assert (left.source, left.published, left.title, left.url, left.author) == (
            "Bell",
            "2025-10-14",
            "Closed",
            "u",
            "A",
        )
        assert [p.text for p in left.paragraphs] == ["a", "b"]
        assert (right.source, right.published) == ("Post", "2025-10-15")
        assert [p.text for p in right.paragraphs] == ["a b c", "d"]

    def test_source_wins_over_outlet(self):
        event = event_from_json('{"articles": [{"source": "S", "outlet": "O", "text": "a"}]}', "e.json")
        assert (event.articles[0].source, event.articles[0].extra) == ("S", {"outlet": "O"})

    def test_an_article_without_a_source_is_numbered(self):
        event = event_from_json('{"articles": [{"text": "a"}, {"source": " ", "text": "b"}]}', "e.json")
        assert [a.source for a in event.articles] == ["Article 1", "Article 2"]

    def test_a_round_trip_keeps_everything_unknown_keys_too(self):
        content = {
            "title": "A bridge",
            "date": "2025-10-14",
            "event_id": 7,
            "articles": [
                {
                    "source": "Bell",
                    "title": "Closed",
                    "author": None,
                    "published": "2025-10-14",
                    "url": None,
                    "paragraphs": ["“Closed”, he said.", "Nine $ million."],
                    "lean": {"allsides": -1, "words": ["left"]},
                }
            ],
        }
        assert event_to_json(event_from_json(json.dumps(content), "e.json")) == content

    def test_the_examples_survive_a_round_trip(self, example):
        assert event_from_json(json.dumps(event_to_json(example)), "again.json") == example

    def test_text_and_paragraphs_give_the_same_article(self):
        listed, whole = (
            event_from_json(json.dumps({"articles": [{"source": "S", **form}]}), "e.json").articles[0]
            for form in (
                {"paragraphs": ["cafe\u0301 clo\u00adsed", "so\u200b it is"]},
                {"text": "cafe\u0301 clo\u00adsed\n\nso\u200b it is"},
            )
        )
        assert [p.text for p in listed.paragraphs] == ["café closed", "so it is"]
        assert listed.id == whole.id

    def test_what_a_person_decided_survives_a_round_trip(self):
        judgement = judge("b", "a", "same", coder="Ann", time=NOON)
        event = Event("A bridge", (bell(), post()), restored=frozenset({(bell().id, 2)}), judgements=(judgement,))
        event = replace(event, left_out=frozenset({(post().id, 1)}))
        assert event_from_json(json.dumps(event_to_json(event)), "again.json") == event

    @pytest.mark.parametrize(
        ("key", "value", "reason"),
        [
            ("restored", 1, '"restored" must be a list.'),
            ("rules_off", "byline", '"rules_off" must be a list.'),
            ("left_out", [["a", "b"]], "\"left_out\" must hold pairs of an article's id and a paragraph's index."),
            ("rules_off", [1], '"rules_off" must hold names of cleaning rules.'),
            ("restored", [["a"]], "\"restored\" must hold pairs of an article's id and a paragraph's index."),
            ("judgements", {"left": "a"}, '"judgements" must be a list.'),
            ("judgements", ["same"], "a judgement needs left, right, verdict, coder and time"),
            ("judgements", [{"left": "a", "right": "b"}], "a judgement needs left, right, verdict, coder and time"),
            (
                "judgements",
                [{"left": "a", "right": "b", "verdict": "perhaps", "coder": "A", "time": "2025-10-14"}],
                "a judgement needs left, right, verdict, coder and time",
            ),
        ],
    )
    def test_decisions_of_another_form_are_refused(self, key, value, reason):
        with pytest.raises(ReadError) as caught:
            event_from_json(json.dumps({"articles": [{"text": "a"}], key: value}), "e.json")
        assert str(caught.value).startswith(f"e.json: {reason}")

    def test_rules_that_are_off_and_kinds_of_paragraphs_survive_a_round_trip(self):
        paragraphs = (Paragraph("Who pays", "heading"), Paragraph("Nobody does."), Paragraph("One", "list"))
        event = Event("A bridge", (replace(bell(), paragraphs=paragraphs), post()), rules_off=frozenset({"byline"}))
        written = event_to_json(event)
        assert (written["rules_off"], written["articles"][0]["kinds"]) == (["byline"], ["heading", "body", "list"])
        assert "kinds" not in written["articles"][1]
        assert event_from_json(json.dumps(written), "again.json") == event

    @pytest.mark.parametrize("kinds", [["heading"], "heading", [1, None, {}], ["nonsense", "body", "body"]])
    def test_kinds_that_do_not_fit_count_as_body(self, kinds):
        content = {"articles": [{"paragraphs": ["a", "b", "c"], "kinds": kinds}]}
        paragraphs = event_from_json(json.dumps(content), "e.json").articles[0].paragraphs
        assert {p.kind for p in paragraphs} == {"body"}

    @pytest.mark.parametrize("key", ["restored", "judgements", "rules_off", "left_out"])
    def test_no_decisions_are_as_good_as_none(self, key):
        event = event_from_json(json.dumps({"articles": [{"text": "a"}], key: None}), "e.json")
        assert (event.restored, event.judgements) == (frozenset(), ())

    def test_what_is_not_a_number_becomes_null(self):
        event = event_from_json('{"lean": NaN, "articles": [{"text": "a", "score": -Infinity}]}', "e.json")
        assert (event.extra, event.articles[0].extra) == ({"lean": None}, {"score": None})

    def test_half_a_surrogate_pair_is_replaced(self):
        event = event_from_json('{"articles": [{"source": "S", "text": "a \\ud800 b \\ud83d\\ude00"}]}', "e.json")
        assert event.articles[0].text == "a ? b 😀"

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            ("", "it is not valid JSON"),
            ("{", "it is not valid JSON"),
            ("[" * 100_000, "it is not valid JSON"),
            ("1" * 5000, "it is not valid JSON"),
            ('{"a": 1e999, "articles": [{"text": "a"}]}', "it is not valid JSON"),
            ("[]", 'it is not an event file: that holds {"title", "date", "articles": [...]}.'),
            ("null", "it is not an event file"),
            ('{"title": "no articles"}', "it is not an event file"),
            ('{"articles": {"text": "a"}}', "it is not an event file"),
            ('{"articles": []}', "the event file holds no article."),
            ('{"articles": ["text"]}', "article 1 is not an object with source and text."),
            ('{"articles": [{"text": "a"}, {}]}', 'article 2 has neither "text" nor a list of "paragraphs".'),
            ('{"articles": [{"paragraphs": [1]}]}', 'article 1 has neither "text" nor a list of "paragraphs".'),
            ('{"articles": [{"text": ""}]}', "article 1 has no text."),
            ('{"articles": [{"paragraphs": [" ", "…"]}]}', "article 1 has no text."),
        ],
    )
    def test_json_that_is_no_event_file_is_refused_with_the_reason(self, content, reason):
        with pytest.raises(ReadError) as caught:
            read_bytes(content.encode(), "e.json")
        assert str(caught.value).startswith(f"e.json: {reason}")

    @given(ANY_JSON)
    @settings(max_examples=60)
    def test_any_json_is_read_or_refused_never_a_crash(self, content):
        try:
            event = event_from_json(json.dumps(content), "e.json")
        except ReadError:
            return
        assert all(a.words > 0 for a in event.articles)


class TestExamples:
    def test_there_are_four(self):
        assert example_events() == ["data-breach", "ferry-terminal", "nurses-strike", "reservoir-release"]

    def test_an_unknown_one_is_refused_with_the_names(self):
        with pytest.raises(ReadError, match=r"^nope: there is no such example; there are data-breach, ferry-terminal"):
            open_example("nope")

    def test_each_has_four_or_five_outlets_and_350_to_600_words_an_article(self, example):
        assert len({a.source for a in example.articles}) == len(example.articles)
        assert len(example.articles) in (4, 5)
        assert all(350 <= a.words <= 600 for a in example.articles)


class TestParagraphs:
    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("a\n\nb", ["a", "b"]),
            ("a\r\n\r\nb\r\n", ["a", "b"]),
            ("a\rb", ["a", "b"]),
            ("a\n \t \nb\n\n\n\nc", ["a", "b", "c"]),
            ("One line.\nAnother line.\nA third.", ["One line.", "Another line.", "A third."]),
            ("a\x0cb", ["a", "b"]),
            ("a\u2029b", ["a", "b"]),
            ("\ufeffa", ["a"]),
            ("e\u0301", ["é"]),
            ("", []),
            (" \n ", []),
        ],
    )
    def test_empty_lines_and_lines_separate(self, given, expected):
        assert paragraphs_of(given) == expected

    def test_lines_that_a_program_wrapped_are_joined(self):
        text = (
            "The mayor closed the old bridge on Friday after engineers found cracks\n"
            "in two of its seven arches, and the council will now have to find the\n"
            "nine million crowns that repairs are going to cost it.\n"
            "\n"
            "Shops fear an empty winter."
        )
        first, second = paragraphs_of(text)
        assert first == " ".join(text.split("\n\n")[0].split("\n"))
        assert second == "Shops fear an empty winter."

    def test_a_headline_and_a_byline_above_long_lines_stay_apart(self):
        head = ["Old bridge is closed after engineers found cracks", "By Jane Doe"]
        body = ["The mayor closed the old bridge on Friday. " * 4, "Repairs will cost nine million crowns. " * 4]
        assert paragraphs_of("\n".join(head) + "\n\n" + "\n".join(body)) == [*head, *(b.strip() for b in body)]

    def test_a_line_that_had_room_for_the_next_word_is_not_wrapped(self):
        head = "Old bridge is closed\nEngineers found cracks in two of its seven arches on Friday"
        assert paragraphs_of(head) == head.split("\n")

    def test_short_lines_that_end_as_sentences_do_are_not_joined(self):
        text = "The bridge is closed.\nRepairs will cost nine.\nShops fear the winter."
        assert paragraphs_of(text) == text.split("\n")

    @given(st.text(alphabet=st.sampled_from("ab cé\n\r\t\x0c\u2028\u00a0.“”")))
    @example("a\r\n\r\nb\rc\n\x0c\u2028d")
    def test_no_word_is_lost_and_none_is_made(self, text):
        assert " ".join(paragraphs_of(text)).split() == text.split()

    @given(st.text())
    def test_paragraphs_are_never_empty_and_split_no_further(self, text):
        found = paragraphs_of(text)
        assert all(p == p.strip() and p for p in found)
        assert paragraphs_of("\n\n".join(found)) == found

    def test_a_text_keeps_its_title_apart(self):
        made = article_from_text("a\n\nb", "Bell", title="T")
        assert (made.title, made.text, made.words) == ("T", "a\n\nb", 2)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("evening_bell.txt", "evening bell"),
        ("The-Post.html", "The Post"),
        ("000_bf89b38ef0900e28.txt", "Article 000"),
        ("bf89b38ef0900e28.txt", "bf89b38ef0900e28"),
        ("folder/le monde.md", "le monde"),
        ("basil_0ffb34cd_0.txt", "basil 0ffb34cd 0"),
        ("basil_74708dbf.txt", "basil"),
        ("Route 66.txt", "Route 66"),
        ("bell 2025-13-40.txt", "bell 2025 13 40"),
    ],
)
def test_a_source_is_named_after_its_file(name, source):
    assert (source_of(name), day_of(name)) == (source, None)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("BBC 2025 10 14 head.txt", "BBC"),
        ("The_Bell_2025-10-14_bridge.docx", "The Bell"),
        ("bell-20251014-0720.txt", "bell"),
        ("2025-10-14 BBC.txt", "BBC"),
        ("Bell 14 October 2025.pdf", "Bell"),
        ("Oct 14 2025 Bell.txt", "Bell"),
        ("bell 14.10.2025 bridge.txt", "bell"),
        ("2025_10_14.txt", "Article 2025-10-14"),
    ],
)
def test_a_date_in_a_file_s_name_is_its_day_and_not_its_source(name, source):
    assert (source_of(name), day_of(name)) == (source, "2025-10-14")
    (made,) = read_bytes(TEXT.encode(), name).event.articles if not name.endswith((".pdf", ".docx")) else (None,)
    assert made is None or (made.source, made.published) == (source, "2025-10-14")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The mayor closed the bridge and it is not clear when it opens again, the council said on Friday.", True),
        (GERMAN, False),
        ("Le maire a fermé le vieux pont vendredi après que des ingénieurs ont trouvé des fissures dans les arches, "
         "et le conseil doit maintenant trouver neuf millions.", False),
        ("Brücke geschlossen", True),
        ("", True),
    ],
)  # fmt: skip
def test_english_is_told_from_other_languages(text, english):
    assert is_english(text) is english


def test_folder_with_one_unreadable_file_is_read_without_it(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text("A title\n\nA text of a few words.")
    (tmp_path / "README.md").write_text("")
    reading = gather([tmp_path])
    assert [a.source for a in reading.event.articles] == ["post"]
    assert "README.md: there is no text in it; paste or save the article's words." in reading.notes
