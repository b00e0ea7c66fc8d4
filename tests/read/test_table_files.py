from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pyarrow as pa
import pytest
from pyarrow import parquet

from framing.read import ColumnsError, ReadError, read_bytes, read_table, table_reading
from framing.read.columns import guess, profile_of
from framing.read.table import MAX_ROWS
from tests.read.making import workbook

LEAD = "The mayor closed the old bridge on Friday after engineers found cracks in two of its seven arches."
BODY = "Repairs will cost nine million crowns, the council said, and nobody knows yet who is going to pay for them."
COLUMNS = ["Headline", "Outlet", "Byline", "Date", "Link", "Full text", "id"]
ROWS = [
    [
        "Bridge closed",
        "Bell",
        "Jane Doe",
        "2025-10-14T07:20:00+02:00",
        "https://bell.example/1",
        f"{LEAD}\n\n{BODY}",
        "7",
    ],
    ["Nine million", "Post", "", "2025-10-15", "https://post.example/2", BODY, "8"],
]


def separated(rows, mark=","):
    stream = io.StringIO()
    csv.writer(stream, delimiter=mark).writerows(rows)
    return stream.getvalue().encode()


def as_parquet(columns, rows):
    stream = io.BytesIO()
    parquet.write_table(pa.table({c: [row[n] for row in rows] for n, c in enumerate(columns)}), stream)
    return stream.getvalue()


def as_lines(columns, rows):
    return "\n".join(json.dumps(dict(zip(columns, row, strict=True))) for row in rows).encode()


FORMS = {
    "a.csv": separated([COLUMNS, *ROWS]),
    "semicolons.csv": separated([COLUMNS, *ROWS], ";"),
    "a.tsv": separated([COLUMNS, *ROWS], "\t"),
    "a.xlsx": workbook([], [COLUMNS, *ROWS]),
    "a.jsonl": as_lines(COLUMNS, ROWS),
    "a.parquet": as_parquet(COLUMNS, ROWS),
    "a.json": json.dumps([dict(zip(COLUMNS, row, strict=True)) for row in ROWS]).encode(),
}


class TestForms:
    @pytest.mark.parametrize("name", FORMS)
    def test_every_form_gives_the_same_articles(self, name):
        reading = read_bytes(FORMS[name], name)
        bell, post = reading.event.articles
        assert (bell.source, bell.title, bell.author) == ("Bell", "Bridge closed", "Jane Doe")
        assert (bell.published, bell.url) == ("2025-10-14T07:20:00+02:00", "https://bell.example/1")
        assert [p.text for p in bell.paragraphs] == [LEAD, BODY]
        assert (post.source, post.author, post.published) == ("Post", None, "2025-10-15")
        assert (bell.extra, reading.notes, len(reading.tables)) == ({"id": "7"}, (), 1)

    def test_dates_that_a_workbook_holds_as_dates_are_read(self):
        from datetime import datetime

        stream = io.BytesIO()
        import xlsxwriter

        with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
            sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
            sheet.write_row(0, 0, ["text", "date"])
            sheet.write(1, 0, LEAD)
            sheet.write_datetime(1, 1, datetime(2025, 10, 14, 7, 20), day)
        (article,) = read_bytes(stream.getvalue(), "a.xlsx").event.articles
        assert article.published == "2025-10-14T07:20:00"

    def test_formulas_are_texts_or_what_they_last_gave_never_run(self):
        content = separated([["text", "title"], [LEAD, "=cmd|' /C calc'!A0"]])
        (article,) = read_bytes(content, "a.csv").event.articles
        assert article.title == "=cmd|' /C calc'!A0"


class TestMapping:
    def test_columns_are_taken_by_their_names(self):
        assert read_table(FORMS["a.csv"], "a.csv").mapping == {
            "text": "Full text",
            "title": "Headline",
            "source": "Outlet",
            "author": "Byline",
            "published": "Date",
            "url": "Link",
        }

    def test_a_text_under_a_strange_name_is_found_by_its_length(self):
        assert guess(["a", "b"], [["Bridge closed", f"{LEAD} {BODY} {BODY}"]]) == {"text": "b"}

    def test_a_user_can_change_it_and_read_again(self):
        table = read_table(FORMS["a.csv"], "a.csv")
        changed = replace(table, mapping={"text": "Headline", "source": "id"})
        assert [(a.source, a.text) for a in table_reading(changed).event.articles] == [
            ("7", "Bridge closed"),
            ("8", "Nine million"),
        ]

    def test_a_mapping_can_be_given(self):
        reading = read_bytes(FORMS["a.csv"], "a.csv", mapping={"text": "Headline"})
        assert [a.source for a in reading.event.articles] == ["Article 1", "Article 2"]

    def test_a_column_that_is_not_there_is_said_with_those_that_are(self):
        with pytest.raises(ReadError, match="it has no column 'Body'; its columns are Headline, Outlet, Byline"):
            read_bytes(FORMS["a.csv"], "a.csv", mapping={"text": "Body"})

    def test_without_a_source_the_site_of_the_link_is_one(self):
        content = separated([["text", "url"], [LEAD, "https://www.bell.example/1"], [BODY, "bad://[link"]])
        assert [a.source for a in read_bytes(content, "a.csv").event.articles] == ["bell.example", "Article 2"]

    def test_columns_of_one_name_and_short_rows_do_no_harm(self):
        table = read_table(b"text,text,\none two,three\nfour\n", "a.csv")
        assert (table.columns, table.rows[1]) == (("text", "text (2)", "column 3"), ("four", "", ""))


class TestKnownExports:
    @pytest.mark.parametrize(
        ("name", "columns"),
        [
            (
                "Media Cloud",
                "id,indexed_date,language,media_name,media_url,publish_date,title,url",
            ),
            ("Media Cloud", "stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name"),
            ("GDELT", "url,url_mobile,title,seendate,socialimage,domain,language,sourcecountry"),
            ("GDELT", "URL,MobileURL,Date,Title"),
        ],
    )
    def test_they_are_known_and_that_they_hold_links_only_is_said(self, name, columns):
        names = columns.split(",")
        assert profile_of(names).name == name
        row = ["https://bell.example/1" if n.lower() == "url" else "x" for n in names]
        with pytest.raises(ColumnsError) as caught:
            read_bytes(separated([names, row]), "export.csv")
        assert caught.value.reason.startswith(f"it holds 1 link and no texts (it looks like an export of {name}); add")
        assert caught.value.table.links == ["https://bell.example/1"]

    def test_media_cloud_with_a_column_of_texts_is_read(self):
        columns = ["id", "publish_date", "title", "url", "media_name", "text"]
        row = ["1", "2025-10-14 07:20:00", "Bridge closed", "https://bell.example/1", "The Bell", LEAD]
        (article,) = read_bytes(separated([columns, row]), "a.csv").event.articles
        assert (article.source, article.published) == ("The Bell", "2025-10-14T07:20:00")

    @pytest.mark.parametrize(("width", "link"), [(27, 5), (61, 61), (58, 58)])
    def test_gdelt_s_files_without_a_header_are_known_by_their_width(self, width, link):
        row = ["20251014072000", "20251014", *["x"] * (width - 2)]
        row[link - 1] = "https://bell.example/1"
        with pytest.raises(ColumnsError) as caught:
            read_bytes(separated([row, row], "\t"), "20251014.gkg.tsv")
        assert len(caught.value.table.links) == 2

    def test_gdelt_s_answer_in_json_is_known(self):
        article = {
            "url": "https://bell.example/1",
            "title": "A",
            "seendate": "20251014T072000Z",
            "domain": "bell.example",
        }
        with pytest.raises(ColumnsError, match="an export of GDELT"):
            read_bytes(json.dumps({"articles": [article]}).encode(), "gdelt.json")


class TestBadTables:
    def test_rows_without_text_are_left_out_and_counted(self):
        reading = read_bytes(separated([["text", "title"], [LEAD, "a"], ["", "b"], [" ", "c"]]), "a.csv")
        assert len(reading.event.articles) == 1
        assert reading.notes[0] == "a.csv: 2 rows have no text and were left out."

    def test_a_date_that_is_none_is_left_out_and_said(self):
        reading = read_bytes(separated([["text", "date"], [LEAD, "last week"]]), "a.csv")
        assert reading.event.articles[0].published is None
        assert reading.notes[0] == "a.csv: 'last week' is not a date that can be read, so it was left out."

    @pytest.mark.parametrize(
        ("sources", "note"),
        [
            (["Bell", "Post"], None),
            (["", "Post"], "a.csv: 1 row names no source, so its article is called Article 1"),
            ([" ", ""], "a.csv: 2 rows name no source, so the articles are called Article 1, Article 2"),
        ],
    )
    def test_rows_that_name_no_source_are_said(self, sources, note):
        table = separated([["text", "source"], *zip([LEAD, BODY], sources, strict=True)])
        said = [f"{note}; name the outlets, or the column that does."] if note else []
        assert list(read_bytes(table, "a.csv").notes) == said

    def test_a_table_without_a_column_of_sources_says_so(self):
        rows = [[f"{LEAD} Number {n}."] for n in range(4)]
        (note,) = read_bytes(separated([["text"], *rows]), "a.csv").notes
        assert note == (
            "a.csv: no column names the sources, so the articles are called Article 1, Article 2, Article 3 and so on; "
            "name the outlets, or the column that does."
        )

    @pytest.mark.parametrize(
        ("dates", "first"), [(["3/4/2025", "10/14/2025"], "2025-03-04"), (["3/4/2025"], "2025-04-03")]
    )
    def test_a_column_shows_whether_the_month_stands_first(self, dates, first):
        content = separated([["text", "date"], *([LEAD, day] for day in dates)])
        assert read_bytes(content, "a.csv").event.articles[0].published == first

    @pytest.mark.parametrize(
        ("columns", "unseen"),
        [
            (["medium", "kop", "tekst", "datum"], ()),
            (["medium", "opschrift", "tekst", "dag"], ("title", "published")),
            (["medium", "headline", "tekst", "dag"], ("published",)),
            (["medium", "opschrift", "tekst", "date"], ("title",)),
        ],
    )
    def test_what_was_half_recognised_is_said_until_it_is_chosen(self, columns, unseen):
        content = separated([columns, ["Post", "The bridge is closed", LEAD, "2025-10-14"]])
        reading = read_bytes(content, "a.csv")
        (table,) = reading.tables
        assert table.unseen == unseen
        assert [n for n in reading.notes if "was recognised" in n] == [
            f"a.csv: no column for {' and '.join({'title': 'headline', 'published': 'date'}[f] for f in unseen)} was "
            "recognised: choose it under “Columns of a.csv”."
        ][: len(unseen)]
        chosen = replace(table, mapping={"text": "tekst", "source": "medium", "title": columns[1], "author": "tekst"})
        assert chosen.unseen == ()

    def test_a_column_with_the_day_first_and_the_month_first_is_said(self):
        rows = [[LEAD, "14/10/2025"], [BODY, "10/14/2025"]]
        assert "day first (14/10/2025)" in " ".join(read_bytes(separated([["text", "date"], *rows]), "a.csv").notes)
        assert read_bytes(separated([["text", "date"], rows[0], [BODY, "3/4/2025"]]), "a.csv").notes[1:] == ()

    @pytest.mark.parametrize(
        ("content", "name", "reason"),
        [
            (b"text\n", "a.csv", "the table has one row only"),
            (b"\n\n", "a.csv", "the table is empty"),
            (b"a,b\nx,y\n", "a.csv", "no column of it holds articles' texts; name the one that does, out of a, b."),
            (b'{"a": 1}\n{', "a.jsonl", "its line 2 is not valid JSON; it needs one object on each line."),
            (b"1\n2\n", "a.jsonl", "it holds no JSON object with named values"),
            (b"PAR1 and nothing more", "a.parquet", "the Parquet file is damaged"),
            (b"text\n" + b"word word\n" * (MAX_ROWS + 1), "a.csv", "it has more than 5,000 rows"),
            (as_parquet(["text"], [["a"]] * (MAX_ROWS + 1)), "a.parquet", "it is too large; keep at most 5,000 rows"),
            (as_lines(["text"], [["a"]] * (MAX_ROWS + 1)), "a.jsonl", "it has more than 5,000 rows"),
            (workbook([["text"]]), "a.xlsx", "the table is empty"),
        ],
    )
    def test_a_sentence_says_what_is_wrong(self, content, name, reason):
        with pytest.raises(ReadError) as caught:
            read_bytes(content, name)
        assert str(caught.value).startswith(f"{name}: {reason}")

    @pytest.mark.parametrize("code", ["import os; os.abort()", "import time; time.sleep(60)", "print('{')"])
    def test_a_process_that_dies_over_a_parquet_file_takes_nothing_with_it(self, code, monkeypatch, tmp_path):
        (tmp_path / "child.py").write_text(code, encoding="utf-8")
        monkeypatch.setattr("framing.read.parquet_rows.__file__", str(tmp_path / "child.py"))
        monkeypatch.setattr("framing.read.table_file._SECONDS", 1)
        with pytest.raises(ReadError, match=r"^a.parquet: (?:the Parquet file is damaged|it takes too long)"):
            read_bytes(FORMS["a.parquet"], "a.parquet")

    def test_nested_columns_of_parquet_are_left_out(self):
        stream = io.BytesIO()
        parquet.write_table(pa.table({"text": [LEAD], "tags": [["a", "b"]], "words": [18]}), stream)
        assert read_table(stream.getvalue(), "a.parquet").columns == ("text", "words")
