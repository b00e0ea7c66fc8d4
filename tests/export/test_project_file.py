from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace

import jsonschema
import pandas as pd
import pytest

import framing
from framing.align import judge
from framing.compare import conclude, prepare
from framing.export import project_bytes, save
from framing.export.recorded import DOT, WITHHELD, recorded
from framing.export.withheld import Withheld, runs
from framing.findings import findings
from framing.read import gather, read_bytes
from framing.read.project import fill, read_project
from framing.records import Event, Paragraph
from framing.resources import load_json
from tests.bag_of_words import BagOfWords
from tests.handmade import NOON, article, bell, post

FORM = load_json("schemas", "project-1.json")
HEADLINE = "The old bridge is closed for a whole year"


@pytest.fixture(scope="module")
def decided():
    """A comparison with all that a person can decide: a paragraph put back, a judgement, a cut."""
    furnished = article("Post", *(p.text for p in post().paragraphs), "Share", title="Cracks close bridge")
    event = Event("A bridge", (furnished, bell()), "2025-10-14", extra={"desk": "city"})
    event = replace(event, restored=frozenset({(furnished.id, 3)}), left_out=frozenset({(furnished.id, 2)}))
    ready = prepare(event, encoder=BagOfWords())
    one, other = (next(p for p in ready.passages if p.source == s and p.aligned) for s in ("Bell", "Post"))
    said = judge(one.id, other.id, "same", coder="Ann", time=NOON)
    event = replace(event, judgements=(said,))
    return conclude(replace(ready, event=event), cut=0.3)


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}


class TestWhole:
    def test_everything_a_person_gave_and_decided_comes_back(self, decided):
        project = read_project(project_bytes(decided), "a.framing")
        assert project.event == decided.event
        assert project.event.extra == {"desk": "city"}
        assert (project.cut, project.withheld) == (0.3, False)

    def test_paragraphs_keep_their_kinds_and_every_letter(self):
        odd = article("Ñandú 😀", "x")
        odd = replace(odd, paragraphs=(Paragraph(" spaced  out ", "quote"), Paragraph("a\nb", "list")))
        made = framing.compare([odd, bell()], encoder=BagOfWords())
        (back,) = [a for a in read_project(project_bytes(made), "a").event.articles if a.source == odd.source]
        assert back == odd

    def test_the_same_comparison_gives_the_same_bytes(self, decided):
        assert project_bytes(decided) == project_bytes(decided)

    @pytest.mark.parametrize("texts", [True, False])
    def test_the_parts_are_of_the_form(self, decided, texts):
        for name, part in parts_of(project_bytes(decided, texts=texts)).items():
            form = {"$ref": f"#/$defs/{name.removesuffix('.json')}", "$defs": FORM["$defs"]}
            jsonschema.validate(part, form)

    def test_it_says_what_the_numbers_were_made_with(self, decided):
        head = parts_of(project_bytes(decided))["project.json"]
        assert set(head["made_with"]["versions"]) >= {"framing", "python", "numpy", "torch", "vadersentiment"}
        assert "models/match.json" in head["made_with"]["data"]
        assert "lexicons/loaded.csv" in head["made_with"]["data"]
        assert head["model"] == {"name": "bag-of-words", "sha256": "0" * 64, "dtype": "float32"}
        assert head["made_with"]["machine"]["processor"]

    def test_it_opens_like_any_other_file(self, decided, tmp_path):
        (path,) = save(decided, tmp_path / "bridge.framing")
        reading = gather([path])
        assert reading.event.restored == decided.event.restored
        assert reading.event.judgements == decided.judgements
        assert reading.event.title == "A bridge"
        assert reading.project.cut == 0.3

    def test_the_library_compares_it_at_its_own_cut(self, decided, tmp_path):
        (path,) = save(decided, tmp_path / "bridge.framing")
        again = framing.compare([path], encoder=BagOfWords())
        assert again.cut == 0.3
        pd.testing.assert_frame_equal(again.matches, decided.matches)
        assert framing.compare([path], encoder=BagOfWords(), cut=0.5).cut == 0.5


class TestWithoutTexts:
    def test_no_five_words_in_a_row_are_in_any_part(self, example):
        leaky = tuple(
            replace(a, url=f"https://news.example/{'-'.join(a.title.split())}", extra={"summary": a.text})
            for a in example.articles
        )
        event = replace(example, title=example.articles[0].title, articles=leaky, extra={"note": leaky[0].text})
        content = project_bytes(framing.compare(event, encoder=BagOfWords()), texts=False)
        given = {run for a in leaky for run in runs(f"{a.title}\n{a.text}")}
        for name, part in parts_of(content).items():
            assert given.isdisjoint(runs(json.dumps(part, ensure_ascii=False))), name

    def test_the_whole_file_does_hold_them(self, example):
        content = project_bytes(framing.compare(example, encoder=BagOfWords()))
        given = {run for a in example.articles for run in runs(a.text)}
        assert not given.isdisjoint(runs(json.dumps(parts_of(content), ensure_ascii=False)))

    def test_a_source_named_by_its_headline_gets_a_number(self):
        named = article(HEADLINE, "The mayor closed it.", "Repairs will cost nine million crowns.", title=HEADLINE)
        made = framing.compare([named, bell()], encoder=BagOfWords())
        content = project_bytes(made, texts=False)
        assert HEADLINE.encode() not in b"".join(json.dumps(p).encode() for p in parts_of(content).values())
        project = read_project(content, "shared.framing")
        assert [o.source for o in project.outlines] == [f"Source {named.id[:4]}", "Bell"]
        assert fill(Event("", (bell(), named)), project).articles == made.event.articles

    def test_alone_it_opens_as_an_empty_event_and_a_note(self, decided):
        reading = read_bytes(project_bytes(decided, texts=False), "shared.framing")
        assert reading.event.articles == ()
        assert reading.notes == (
            "shared.framing was shared without the articles' texts. Its numbers can be looked at; add the same 2 "
            "articles to see everything.",
        )

    def test_with_the_same_texts_everything_is_there(self, decided, tmp_path):
        (path,) = save(decided, tmp_path / "shared.framing", texts=False)
        reading = gather([path, *decided.event.articles])
        assert reading.event.articles == tuple(replace(a, extra={}) for a in decided.event.articles)
        assert reading.event.judgements == decided.judgements
        assert not [note for note in reading.notes if "shared without" in note]

    def test_with_one_of_the_texts_nothing_is_mixed(self, decided, tmp_path):
        (path,) = save(decided, tmp_path / "shared.framing", texts=False)
        reading = gather([path, bell()])
        assert reading.event.articles == (bell(),)
        assert reading.event.judgements == ()
        assert reading.notes[0].startswith("shared.framing was shared without")

    def test_texts_under_another_name_of_source_do_not_pass_for_the_same(self, decided):
        project = read_project(project_bytes(decided, texts=False), "shared.framing")
        given = Event("", tuple(replace(a, source="Herald") for a in decided.event.articles))
        filled = fill(given, project)
        assert [a.source for a in filled.articles] == [a.source for a in decided.event.articles]

    @pytest.mark.parametrize(
        ("text", "repeats"),
        [
            ("The mayor closed the old bridge", True),
            ("the-mayor-closed-the-old", True),
            ("The mayor closed the", False),
            ("A bridge in the town of Ardmere", False),
        ],
    )
    def test_five_words_in_a_row_are_a_piece_of_the_text(self, text, repeats):
        assert Withheld.of([bell()]).repeats(text) is repeats

    @pytest.mark.parametrize(
        ("text", "repeats"),
        [
            ("Flood", True),
            ("FLOOD!", True),
            ("A flood in Ardmere", False),
            ("Bridge closed", True),
            ("News of the bridge: closed", True),
            ("The bridge was closed", False),
            ("", False),
        ],
    )
    def test_a_title_however_short_is_a_piece_of_the_text(self, text, repeats):
        given = [
            article("Bell", "x", title="Flood"),
            article("Post", "y", title="Bridge closed"),
            article("Quill", "z"),
        ]
        assert Withheld.of(given).repeats(text) is repeats

    @pytest.mark.parametrize(
        ("text", "repeats"),
        [
            ("市政府周二宣布关闭大桥", True),
            ("消息：周二宣布关闭大桥。", True),
            ("宣布关闭大桥", False),
            ("城市日报", False),
        ],
    )
    def test_where_no_spaces_part_the_words_eight_letters_are_a_piece(self, text, repeats):
        given = article("城市日报", "市政府周二宣布关闭大桥，为期一年。", title="大桥关闭一年")
        assert Withheld.of([given]).repeats(text) is repeats

    def test_an_event_named_by_a_short_headline_has_no_title(self):
        named = replace(bell(), title="Flood", url="https://bell.example/bridge-closed")
        event = Event("Flood", (named, replace(post(), title="Bridge closed")))
        parts = parts_of(project_bytes(framing.compare(event, encoder=BagOfWords()), texts=False))
        assert parts["project.json"]["title"] == ""
        assert {entry["url"] for entry in parts["articles.json"]} == {"bell.example", None}

    def test_what_has_no_texts_is_not_saved_as_if_it_had(self, decided):
        shown = recorded(read_project(project_bytes(decided, texts=False), "shared.framing"))
        for texts in (True, False):
            with pytest.raises(ValueError, match="cannot be saved without the articles' texts"):
                project_bytes(shown, texts=texts)


class TestRecorded:
    @pytest.fixture
    def shown(self, decided):
        return recorded(read_project(project_bytes(decided, texts=False), "shared.framing"))

    def test_the_numbers_are_those_that_were_saved(self, decided, shown):
        assert (shown.cut, shown.sources) == (decided.cut, decided.sources)
        for name in ("tone", "emphasis", "emphasis_intervals", "differences", "share_differences", "main_differences"):
            was, now = getattr(decided, name), getattr(shown, name)
            pd.testing.assert_frame_equal(now[list(was.columns)], was, check_dtype=False, obj=name)

    def test_passages_keep_their_size_and_no_letter(self, decided, shown):
        for was, now in zip(decided.passages, shown.passages, strict=True):
            assert (was.id, was.words, was.kind, was.index) == (now.id, now.words, now.kind, now.index)
            assert [(s.start, s.end) for s in was.sentences] == [(s.start, s.end) for s in now.sentences]
            assert re.fullmatch(rf"[{DOT} ]+", now.text)

    def test_what_was_removed_is_counted(self, decided, shown):
        assert [a.id for a in shown.articles] == [a.id for a in decided.articles]
        assert [len(a.removed) for a in shown.articles] == [len(a.removed) for a in decided.articles]
        assert {a.title for a in shown.articles} == {WITHHELD}

    def test_findings_and_tables_can_be_made_of_it(self, decided, shown, tmp_path):
        assert [f.strength for f in findings(shown)] == [f.strength for f in findings(decided)]
        assert list(shown.omissions["state"]) == list(decided.omissions["state"])
        assert len(save(shown, tmp_path / "tables")) == len(save(decided, tmp_path / "others"))
