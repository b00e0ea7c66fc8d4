from __future__ import annotations

import io
import json
import math
import zipfile
from copy import deepcopy
from importlib.metadata import version
from pathlib import Path

import jsonschema
import pandas as pd
import pytest

import framing
from framing.align import judge
from framing.compare import conclude, prepare
from framing.export import SCHEMA, as_bytes, check_target, save, tables, to_json
from framing.export.comparison_file import further
from framing.findings import findings
from framing.records import Event
from framing.resources import load_json
from framing.robustness import robustness
from tests.bag_of_words import BagOfWords
from tests.handmade import NOON, article, bell, comparison, passage, post

FORM = load_json("schemas", "comparison-1.json")


def strict(text):
    """Read JSON as other languages do: NaN and Infinity are no JSON."""
    return json.loads(text, parse_constant=lambda name: pytest.fail(f"bare {name} in JSON"))


@pytest.fixture(scope="module")
def bridge():
    furnished = article("Post", *(p.text for p in post().paragraphs), "Share", title="Cracks close bridge")
    return framing.compare([bell(), furnished], encoder=BagOfWords(), cut=0.3)


@pytest.fixture(scope="module")
def three():
    """A comparison with a row in every table."""
    quill = article("Quill", "“The ferry is late,” said Anna Lee.", "Children of the school in Ardmere sang.")
    return framing.compare([bell(), post(), quill], encoder=BagOfWords(), cut=0.3)


@pytest.fixture(scope="module")
def whole(three):
    return to_json(three)


class TestComparisonFile:
    def test_the_form_itself_is_a_valid_schema(self):
        jsonschema.Draft202012Validator.check_schema(FORM)

    def test_a_comparison_is_of_that_form(self, bridge):
        jsonschema.validate(to_json(bridge), FORM)

    def test_an_example_with_judgements_and_other_cuts_is_of_that_form(self, example):
        prepared = prepare(example, encoder=BagOfWords())
        left, right = (next(p for p in prepared.passages if p.source == s and p.aligned) for s in _two(prepared))
        judgement = judge(left.id, right.id, "same", coder="Ann", time=NOON)
        for cut in (0.3, 1.0):
            made = to_json(conclude(prepared, cut=cut, judgements=(judgement,)))
            jsonschema.validate(made, FORM)
            assert [j["coder"] for j in made["judgements"]] == ["Ann"]

    @pytest.mark.parametrize(
        ("place", "value"),
        [
            (("schema",), "framing.comparison/2"),
            (("settings", "cut"), 1.5),
            (("articles", 0, "id"), 7),
            (("passages", 0, "kind"), "chunk"),
            (("matches", 0, "probability"), -0.1),
            (("story_points", 0, "passages"), []),
            (("tone", 0, "score"), "high"),
            (("emphasis", 0, "place"), "middle"),
            (("differences", 0, "gap"), "wide"),
            (("omissions", 0, "state"), "hidden"),
            (("openings", 0, "lead"), 2),
            (("keyness", 0, "count"), -1),
            (("actors", 0, "share"), 1.5),
            (("voices", 0, "type"), "sung"),
            (("findings", 0, "first"), []),
        ],
    )
    def test_the_form_refuses_what_is_not_of_it(self, whole, place, value):
        made = deepcopy(whole)
        *path, last = place
        inner = made
        for key in path:
            inner = inner[key]
        inner[last] = value
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(made, FORM)

    def test_it_keeps_the_contract_of_the_design(self, bridge):
        made = to_json(bridge)
        assert made["schema"] == SCHEMA == "framing.comparison/1"
        nothing = {"restored": [], "rules_off": [], "left_out": []}
        assert made["settings"] == {"cut": 0.3, **nothing, "version": version("framing")}
        assert set(made) >= {
            "model",
            "articles",
            "passages",
            "matches",
            "story_points",
            "tone",
            "emphasis",
            "differences",
        }
        assert made["model"] == {"name": "bag-of-words", "sha256": "0" * 64, "dtype": "float32"}
        (article_,) = [a for a in made["articles"] if a["source"] == "Post"]
        assert article_["removed"] == [{"text": "Share", "rule": "share buttons", "index": 3}]

    def test_every_id_that_is_named_is_there(self, bridge):
        made = to_json(bridge)
        articles, passages = {a["id"] for a in made["articles"]}, {p["id"] for p in made["passages"]}
        points = {p["id"] for p in made["story_points"]}
        assert {p["article"] for p in made["passages"]} == articles
        assert {id for m in made["matches"] for id in (m["left"], m["right"])} <= passages
        assert {id for p in made["story_points"] for id in p["passages"]} <= passages
        assert {r["passage"] for r in made["tone"]} <= passages
        assert {r["point"] for r in made["emphasis"]} == points

    def test_sentences_are_offsets_into_their_passage(self, bridge):
        for made, given in zip(to_json(bridge)["passages"], bridge.passages, strict=True):
            assert [made["text"][a:b] for a, b in made["sentences"]] == [s.text for s in given.sentences]

    def test_numbers_come_back_as_they_were(self, bridge):
        again = strict(json.dumps(to_json(bridge), allow_nan=False))
        for name in ("tone", "emphasis", "differences"):
            given, read = getattr(bridge, name), pd.DataFrame(again[name])
            for column in given.select_dtypes("number"):
                pd.testing.assert_series_equal(
                    read[column].astype(float), given[column].astype(float), atol=1e-9, check_exact=False
                )

    def test_every_further_table_comes_back_as_it_was(self, three, whole):
        again = strict(json.dumps(whole, allow_nan=False))
        jsonschema.validate(again, FORM)
        for name, given in further(three).items():
            assert len(given) or name == "swaps", name
            read = pd.DataFrame(again[name], columns=given.columns)
            for column in given.columns:
                kind = "float64" if given[column].dtype.kind == "f" else given[column].dtype
                pd.testing.assert_series_equal(read[column].astype(kind), given[column].astype(kind), atol=1e-9)
        assert [f["text"] for f in again["findings"]] == [f.text for f in findings(three)] != []

    def test_what_was_not_measured_is_null(self):
        passages = [passage("b", "Bell", "It rained."), passage("p", "Post", "It rained.")]
        made = to_json(comparison(passages, [], scores={"b": math.nan, "p": math.inf}))
        assert [row["score"] for row in made["tone"]] == [None, None]

    def test_no_bare_nan_is_written(self, tmp_path):
        passages = [passage("b", "Bell", "It rained."), passage("p", "Post", "It rained.")]
        (path,) = save(comparison(passages, [], scores={"b": math.nan, "p": -math.inf}), tmp_path / "out.json")
        assert [row["score"] for row in strict(path.read_text(encoding="utf-8"))["tone"]] == [None, None]


class TestSave:
    def test_json_is_written_readable_and_in_utf_8(self, bridge, tmp_path):
        (path,) = save(bridge, tmp_path / "new" / "folder" / "out.JSON")
        text = path.read_text(encoding="utf-8")
        assert strict(text) == to_json(bridge)
        assert text.count("\n") > 100

    def test_letters_of_every_language_stay_letters(self, tmp_path):
        made = framing.compare(
            [bell(), article("Ñandú 😀", "Repairs will cost nine million crowns.")], encoder=BagOfWords()
        )
        (path,) = save(made, tmp_path / "out.json")
        assert "Ñandú 😀" in path.read_text(encoding="utf-8")

    @pytest.mark.parametrize(("name", "ending"), [("tables", ".csv"), ("tables.parquet", ".parquet")])
    def test_a_folder_gets_a_file_a_table_and_the_dictionary(self, bridge, tmp_path, name, ending):
        written = save(bridge, tmp_path / name)
        assert [p.stem for p in written] == list(tables(bridge))
        assert {p.suffix for p in written} == {ending}
        assert {p.parent for p in written} == {tmp_path / name}

    def test_tables_of_an_earlier_export_that_are_not_written_now_are_removed(self, bridge, tmp_path):
        asked = robustness(bridge, BagOfWords(), resamples=50)
        save(bridge, tmp_path / "out", asked=asked)
        (tmp_path / "out" / "notes.csv").write_text("mine")
        written = save(bridge, tmp_path / "out")
        assert set((tmp_path / "out").iterdir()) == {*written, tmp_path / "out" / "notes.csv"}

    def test_in_a_folder_of_somebody_s_own_nothing_is_removed(self, bridge, tmp_path):
        (tmp_path / "robustness.csv").write_text("mine")
        save(bridge, tmp_path)
        assert (tmp_path / "robustness.csv").read_text() == "mine"

    @pytest.mark.parametrize("name", ["out.json", "tables"])
    def test_where_the_disk_refuses_what_was_there_stays_whole(self, bridge, tmp_path, monkeypatch, name):
        (first, *_) = save(bridge, tmp_path / name)
        before = first.read_bytes()

        def refuse(path, content):
            path.touch()
            raise OSError(f"No space left on device for {len(content)} bytes")

        monkeypatch.setattr(Path, "write_bytes", refuse)
        with pytest.raises(OSError, match="No space left"):
            save(bridge, tmp_path / name)
        assert first.read_bytes() == before
        assert not list(tmp_path.rglob("*.new"))

    @pytest.mark.parametrize(("form", "inside"), [("csv", "tone.csv"), ("parquet", "tone.parquet")])
    def test_a_browser_gets_the_folder_as_a_zip(self, bridge, form, inside):
        content = as_bytes(bridge, form)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert inside in archive.namelist()
        assert content == as_bytes(bridge, form)

    def test_the_same_bytes_go_to_a_file_and_to_a_browser(self, bridge, tmp_path):
        for form, ending in (("json", ".json"), ("framing", ".framing")):
            (path,) = save(bridge, tmp_path / f"out{ending}")
            assert path.read_bytes() == as_bytes(bridge, form)

    @pytest.mark.parametrize("name", ["out.docx", "out.txt", "out.framing.bak"])
    def test_another_ending_is_refused_and_nothing_is_written(self, bridge, tmp_path, name):
        ending = f".{name.rsplit('.', 1)[1]}"
        with pytest.raises(ValueError, match=r"Name a file that ends in ") as caught:
            save(bridge, tmp_path / name)
        assert str(caught.value).startswith(f"{name}: nothing can be written as {ending}. ")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("name", ["out.json", "out.xlsx", "tables"])
    def test_only_a_project_can_be_without_texts(self, bridge, tmp_path, name):
        with pytest.raises(ValueError, match=r"only a project can be written without the texts"):
            save(bridge, tmp_path / name, texts=False)
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_is_no_file(self, tmp_path):
        (tmp_path / "out.xlsx").mkdir()
        with pytest.raises(ValueError, match=r"^out.xlsx is a folder: name a file in it"):
            check_target(tmp_path / "out.xlsx")

    def test_a_file_is_no_folder(self, tmp_path):
        (tmp_path / "tables").write_text("mine")
        with pytest.raises(ValueError, match=r"^tables is a file, not a folder"):
            check_target(tmp_path / "tables")


def _two(prepared):
    return list(dict.fromkeys(p.source for p in prepared.passages))[:2]


def test_the_event_s_title_is_kept():
    made = framing.compare(Event("A bridge", (bell(), post())), encoder=BagOfWords())
    assert to_json(made)["title"] == "A bridge"
