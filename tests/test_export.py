from __future__ import annotations

import csv
import json
import math
from copy import deepcopy
from dataclasses import replace

import jsonschema
import pandas as pd
import pytest

import framing
from framing.align import judge
from framing.compare import conclude, prepare
from framing.export import SCHEMA, check_target, save, tables, to_json, write_csv
from framing.records import Event
from framing.resources import load_json
from tests.bag_of_words import BagOfWords
from tests.handmade import NOON, article, bell, comparison, passage, post

FORM = load_json("schemas", "comparison-1.json")
HOSTILE = ["=cmd|'/C calc'!A0", "+1", "-2 degrees were measured", "@SUM(A1)", "\t=1", "\r=1", "\n=1"]


def strict(text):
    """Read JSON as other languages do: NaN and Infinity are no JSON."""
    return json.loads(text, parse_constant=lambda name: pytest.fail(f"bare {name} in JSON"))


@pytest.fixture(scope="module")
def bridge():
    furnished = article("Post", *(p.text for p in post().paragraphs), "Share", title="Cracks close bridge")
    return framing.compare([bell(), furnished], encoder=BagOfWords(), cut=0.3)


class TestComparisonFile:
    def test_the_form_itself_is_a_valid_schema(self):
        jsonschema.Draft202012Validator.check_schema(FORM)

    def test_a_comparison_is_of_that_form(self, bridge):
        jsonschema.validate(to_json(bridge), FORM)

    def test_an_example_with_judgements_and_other_cuts_is_of_that_form(self, example):
        prepared = prepare(example, encoder=BagOfWords())
        left, right = (next(p for p in prepared.passages if p.source == s and p.aligned) for s in _two(prepared))
        judgement = judge(left.id, right.id, "same", coder="Ann", time=NOON)
        for cut in (0.0, 1.0):
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
        ],
    )
    def test_the_form_refuses_what_is_not_of_it(self, bridge, place, value):
        made = deepcopy(to_json(bridge))
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
        assert made["settings"] == {"cut": 0.3}
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
        assert made["model"] == {"name": "bag-of-words", "sha256": "0" * 64}
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

    def test_no_ending_is_a_folder_of_csv(self, bridge, tmp_path):
        written = save(bridge, tmp_path / "tables")
        assert [p.name for p in written] == [
            "passages.csv",
            "matches.csv",
            "story_points.csv",
            "tone.csv",
            "emphasis.csv",
            "differences.csv",
        ]
        assert all(p.parent == tmp_path / "tables" for p in written)

    @pytest.mark.parametrize("name", ["out.xlsx", "out.framing", "out.html", "out.txt"])
    def test_another_ending_is_refused_and_nothing_is_written(self, bridge, tmp_path, name):
        with pytest.raises(
            ValueError, match=r"Name a file that ends in .json, or a folder for CSV tables\.$"
        ) as caught:
            save(bridge, tmp_path / name)
        assert str(caught.value).startswith(f"{name}: nothing can be written as .{name.split('.')[1]} yet.")
        assert list(tmp_path.iterdir()) == []

    def test_a_file_is_no_folder(self, tmp_path):
        (tmp_path / "tables").write_text("mine")
        with pytest.raises(ValueError, match=r"^tables is a file, not a folder"):
            check_target(tmp_path / "tables")


class TestTables:
    def test_every_passage_and_every_place_in_a_point_has_a_row(self, bridge):
        made = tables(bridge)
        assert list(made["passages"]["text"]) == [p.text for p in bridge.passages]
        assert list(made["story_points"]["passage"]) == [id for p in bridge.points for id in p.passages]
        assert made["tone"] is bridge.tone

    @pytest.mark.parametrize("text", HOSTILE)
    def test_a_cell_that_looks_like_a_formula_stays_text(self, tmp_path, text):
        passages = [passage("b", text, text), passage("p", "Post", "It rained.")]
        write_csv(comparison(passages, []), tmp_path)
        with (tmp_path / "passages.csv").open(encoding="utf-8", newline="") as file:
            first = next(csv.DictReader(file))
        assert (first["text"], first["source"]) == (f"'{text}", f"'{text}")

    @pytest.mark.parametrize("text", ['a "b", c', "a;b", "a\nb", "“é” 😀", "5 - 3 = 2", "'quoted'"])
    def test_any_other_cell_comes_back_as_it_was(self, tmp_path, text):
        write_csv(comparison([passage("b", "Bell", text), passage("p", "Post", "It rained.")], []), tmp_path)
        with (tmp_path / "passages.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.DictReader(file))["text"] == text

    def test_numbers_below_zero_stay_numbers(self, tmp_path):
        passages = [passage("b", "Bell", "It rained."), passage("p", "Post", "It rained.")]
        write_csv(comparison(passages, [], scores={"b": -1.5, "p": math.nan}), tmp_path)
        scores = pd.read_csv(tmp_path / "tone.csv")["score"]
        assert scores[0] == -1.5
        assert math.isnan(scores[1])

    def test_empty_tables_are_written_with_their_columns(self, tmp_path):
        write_csv(framing.compare([bell(), replace(post(), source="B")], encoder=BagOfWords(), cut=1.0), tmp_path)
        assert (tmp_path / "matches.csv").read_text(encoding="utf-8").startswith('"left","right","left_source"')


def _two(prepared):
    return list(dict.fromkeys(p.source for p in prepared.passages))[:2]


def test_the_event_s_title_is_kept():
    made = framing.compare(Event("A bridge", (bell(), post())), encoder=BagOfWords())
    assert to_json(made)["title"] == "A bridge"
