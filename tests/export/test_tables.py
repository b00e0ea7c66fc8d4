from __future__ import annotations

import csv
import math
import shutil
import subprocess
from dataclasses import replace

import duckdb
import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import framing
from framing.align import judge
from framing.compare import conclude, prepare
from framing.export import dictionary, read_tables, save, tables
from framing.export.csv_files import csv_parts, guarded, read_csv, unguarded
from framing.export.dictionary import forms_of
from framing.export.workbook import CUT, LONGEST, read_workbook, workbook_bytes
from framing.findings import findings
from framing.records import Event
from framing.robustness import robustness
from tests.bag_of_words import BagOfWords
from tests.handmade import NOON, article, bell, comparison, passage, post

FORMULAS = ["=cmd|'/C calc'!A0", "+1", "-2 degrees were measured", "@SUM(A1)", "\t=1", "\n=1", "'=1", "''=1"]
ODD = ['a "b", c', "a;b", "a\nb", "“é” 😀", "5 - 3 = 2", "'quoted'", "NA", "NULL", "1.0", "TRUE", " spaced "]


@pytest.fixture(scope="module")
def bridge():
    """A comparison with a row in every table: a removal, a judgement, texts that look like formulas."""
    odd = article("=Bell+1", *bell().paragraphs and [p.text for p in bell().paragraphs], title='@"The", bridge; closed')
    furnished = article("Post", *(p.text for p in post().paragraphs), "Share", title="Cracks close bridge")
    event = Event("-A bridge", (replace(odd, author="+Ann\nLee"), furnished), "2025-10-14")
    ready = prepare(event, encoder=BagOfWords())
    one, other = (next(p for p in ready.passages if p.source == s and p.aligned) for s in ("=Bell+1", "Post"))
    said = judge(one.id, other.id, "same", coder="@Ann", time=NOON)
    return conclude(ready, cut=0.3, judgements=(said,))


@pytest.fixture(scope="module")
def asked():
    """A comparison with findings, and what asking them again under other settings gave."""
    quill = article("Quill", "The ferry lay in the harbour all summer.", "Children of the school sang.")
    made = framing.compare([bell(), post(), quill], encoder=BagOfWords(), cut=0.3)
    return made, robustness(made, BagOfWords(), resamples=50)


def small(text):
    return tables(comparison([passage("b", text, text), passage("p", "Post", "It rained.")], []))


class TestRows:
    def test_every_unit_has_a_row(self, bridge):
        made = tables(bridge)
        assert list(made["passages"]["text"]) == [p.text for p in bridge.passages]
        assert list(made["story_points"]["passage"]) == [id for p in bridge.points for id in p.passages]
        assert len(made["matches"]) == len(bridge.alignment.matches)
        assert list(made["removed"]["rule"]) == ["share buttons"]
        assert list(made["judgements"]["coder"]) == ["@Ann"]
        assert list(made["articles"]["author"].fillna("")) == ["+Ann\nLee", ""]
        assert made["events"].iloc[0][["title", "articles", "cut"]].tolist() == ["-A bridge", 2, 0.3]

    def test_every_row_names_the_event_and_its_sources(self, bridge):
        made = tables(bridge)
        (event,) = set(made["events"]["event"])
        for name, table in made.items():
            if name != "dictionary":
                assert set(table["event"]) <= {event}, name
            if name not in ("dictionary", "events", "judgements", "findings"):
                sides = [c for c in ("source", "left", "left_source") if c in table]
                assert sides, name

    def test_ids_lead_from_one_table_to_another(self, bridge):
        made = tables(bridge)
        passages, points = set(made["passages"]["passage"]), set(made["story_points"]["point"])
        assert {*made["matches"]["left"], *made["matches"]["right"], *made["story_points"]["passage"]} <= passages
        assert set(made["tone"]["passage"]) <= passages
        assert set(made["emphasis"]["point"]) <= points
        assert set(made["passages"]["article"]) == set(made["articles"]["article"])

    def test_a_finding_names_its_sides_and_its_numbers(self, asked):
        made, _ = asked
        row = tables(made)["findings"].iloc[0]
        first = findings(made)[0]
        assert (row["first"], row["second"]) == ("; ".join(first.first), "; ".join(first.second))
        assert (row["measure"], row["scope"], row["text"]) == (first.measure, first.scope, first.text)
        assert pd.isna(row["gap"]) == (first.gap is None)

    def test_an_outlet_called_all_others_is_not_taken_for_them(self):
        odd = article("all others", "The ferry lay in the harbour.", "Children of the school sang in the storm.")
        made = framing.compare([bell(), post(), odd], encoder=BagOfWords(), cut=0.3)
        assert made.sources == ["Bell", "Post", "all others (1)"]
        shares = made.differences[made.differences["measure"] == "share of words"]
        whole = shares[(shares["scope"] == "alone") & (shares["left"] == "Bell")]
        assert list(whole["right"]) == ["Post", "all others (1)", "all others"]

    def test_the_order_of_import_changes_nothing(self):
        one = tables(framing.compare([bell(), post()], encoder=BagOfWords()))
        other = tables(framing.compare([post(), bell()], encoder=BagOfWords()))
        for name in one:
            pd.testing.assert_frame_equal(one[name], other[name], obj=name)


class TestDictionary:
    def test_every_column_is_documented_and_nothing_else(self, asked):
        made = tables(asked[0], asked=asked[1])
        for name, table in made.items():
            assert list(table.columns) == list(forms_of(name)), name
        assert set(dictionary()["table"]) == set(made)

    def test_robustness_is_there_where_it_was_asked(self, asked):
        made = tables(asked[0], asked=asked[1])
        assert set(made) - set(tables(asked[0])) == {"robustness", "robustness_summary"}
        assert set(made["robustness"]["text"]) == set(made["robustness_summary"]["text"])
        assert set(made["robustness"]["text"]) <= set(made["findings"]["text"])

    def test_an_entry_says_something_once(self):
        rows = dictionary()
        assert not rows.duplicated(["table", "column"]).any()
        assert (rows["description"].str.len() > 5).all()
        assert set(rows["type"]) == {"text", "integer", "number"}

    def test_only_cells_that_may_be_empty_are_empty(self, example):
        for name, table in tables(framing.compare(example, encoder=BagOfWords())).items():
            for column, (_, missing) in forms_of(name).items():
                assert missing or not table[column].isna().any(), (name, column)


class TestRoundTrip:
    @pytest.mark.parametrize("given", ["bridge", "asked"])
    @pytest.mark.parametrize("name", ["tables", "tables.parquet", "tables.xlsx"])
    def test_every_table_comes_back_as_it_was(self, request, given, tmp_path, name):
        found = request.getfixturevalue(given)
        comparison_, again = found if given == "asked" else (found, None)
        save(comparison_, tmp_path / name, asked=again)
        read = read_tables(tmp_path / name)
        made = tables(comparison_, asked=again)
        assert set(read) == set(made)
        for table in made:
            exact = not name.endswith(".xlsx")
            pd.testing.assert_frame_equal(read[table], made[table], check_exact=exact, rtol=1e-12, obj=table)

    @pytest.mark.parametrize("text", FORMULAS + ODD)
    @pytest.mark.parametrize("form", ["csv", "xlsx"])
    def test_every_text_comes_back_letter_by_letter(self, tmp_path, text, form):
        made = small(text)
        if form == "csv":
            (tmp_path / "passages.csv").write_bytes(csv_parts(made)["passages.csv"])
            read = read_csv(tmp_path / "passages.csv")
        else:
            (tmp_path / "t.xlsx").write_bytes(workbook_bytes(made))
            read = read_workbook(tmp_path / "t.xlsx")["passages"]
        assert read["text"][0] == read["source"][0] == text

    @given(st.text(max_size=12) | st.from_regex(r"\A'*[=+\-@\t\r\n].{0,5}\Z"))
    def test_guarding_can_be_undone_and_leaves_no_formula(self, text):
        assert unguarded(guarded(text)) == text
        assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


class TestCsv:
    @pytest.mark.parametrize("text", FORMULAS)
    def test_a_spreadsheet_sees_an_apostrophe_first(self, tmp_path, text):
        (tmp_path / "passages.csv").write_bytes(csv_parts(small(text))["passages.csv"])
        with (tmp_path / "passages.csv").open(encoding="utf-8", newline="") as file:
            first = next(csv.DictReader(file))
        assert (first["text"], first["source"]) == (f"'{text}", f"'{text}")

    def test_texts_are_quoted_and_numbers_are_not(self):
        line = csv_parts(small("é"))["passages.csv"].decode("utf-8").split("\n")[1]
        assert line.startswith('"')
        assert line.endswith(',0,"body",1,"é"')

    def test_what_was_not_measured_is_an_empty_cell(self, tmp_path):
        passages = [passage("b", "Bell", "It rained."), passage("p", "Post", "It rained.")]
        save(comparison(passages, [], scores={"b": -1.5, "p": math.nan}), tmp_path)
        scores = pd.read_csv(tmp_path / "tone.csv")["score"]
        assert scores[0] == -1.5
        assert math.isnan(scores[1])
        assert (tmp_path / "tone.csv").read_text(encoding="utf-8").rstrip("\n").endswith('"rated",')

    def test_empty_tables_are_written_with_their_columns(self, tmp_path):
        save(framing.compare([bell(), replace(post(), source="B")], encoder=BagOfWords(), cut=1.0), tmp_path)
        assert (tmp_path / "matches.csv").read_text(encoding="utf-8").startswith('"event","left_source",')
        assert list(read_tables(tmp_path)["matches"].columns) == list(forms_of("matches"))


class TestParquet:
    def test_pandas_and_duckdb_read_it(self, bridge, tmp_path):
        save(bridge, tmp_path / "t.parquet")
        scores = pd.read_parquet(tmp_path / "t.parquet" / "tone.parquet")["score"]
        tone, matches, passages = (
            str(tmp_path / "t.parquet" / f"{n}.parquet") for n in ("tone", "matches", "passages")
        )
        counted = duckdb.read_parquet(tone).aggregate("count(*), count(DISTINCT source)").fetchall()
        assert counted == [(len(scores), 2)]
        joined = duckdb.read_parquet(matches).set_alias("m").join(
            duckdb.read_parquet(passages).set_alias("p"), '"m"."left" = p.passage'
        )  # fmt: skip
        assert len(joined.fetchall()) == len(bridge.alignment.matches)


class TestWorkbook:
    def test_a_sheet_each_and_every_text_is_text(self, bridge, tmp_path):
        (path,) = save(bridge, tmp_path / "t.xlsx")
        book = openpyxl.load_workbook(path)
        assert book.sheetnames == list(tables(bridge))
        kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
        assert kinds == {"s", "n"}
        assert book["articles"]["B2"].value == "=Bell+1"

    def test_a_text_longer_than_a_cell_says_so(self, tmp_path):
        (tmp_path / "t.xlsx").write_bytes(workbook_bytes(small("word " * 8000)))
        (text, _) = read_workbook(tmp_path / "t.xlsx")["passages"]["text"]
        assert len(text) == LONGEST
        assert text.endswith(CUT)

    def test_what_a_workbook_cannot_hold_becomes_a_mark(self, tmp_path):
        (tmp_path / "t.xlsx").write_bytes(workbook_bytes(small("a\x00b\rc\x1bd")))
        assert read_workbook(tmp_path / "t.xlsx")["passages"]["text"][0] == "a�b\nc�d"

    @pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
    def test_libreoffice_opens_it(self, bridge, tmp_path):
        (path,) = save(bridge, tmp_path / "t.xlsx")
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to",
                   "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                   "--outdir", str(tmp_path), str(path)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        (converted,) = tmp_path.glob("t-articles.csv")
        with converted.open(encoding="utf-8", newline="") as file:
            assert next(csv.DictReader(file))["source"] == "=Bell+1"
