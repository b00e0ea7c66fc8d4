from __future__ import annotations

import json

import pytest

from framing.read import ReadError, gather, read_bytes
from framing.read.archive import MAX_FILES
from tests.read.making import word, zipped

LEAD = "The mayor closed the old bridge on Friday after engineers found cracks in two of its seven arches."
BODY = "Repairs will cost nine million crowns, the council said, and nobody knows yet who is going to pay for them."
PAGE = f"<html><body><article><p>{LEAD}</p><p>{BODY}</p></article></body></html>"


def sources(reading):
    return [a.source for a in reading.event.articles]


class TestZip:
    def test_files_of_every_form_are_read_in_the_order_of_their_names(self):
        content = zipped({"post.docx": word(LEAD), "bell.txt": BODY, "lantern.html": PAGE, "notes.exe": "MZ"})
        assert sources(read_bytes(content, "a.zip")) == ["bell", "lantern", "post"]

    def test_folders_are_read_two_levels_deep_and_what_browsers_and_systems_add_is_not(self):
        content = zipped(
            {
                "event/bell.txt": LEAD,
                "event/more/post.txt": BODY,
                "event/more/still/deep.txt": BODY[::-1],
                "event/bell_files/frame.html": PAGE,
                "__MACOSX/event/._bell.txt": "x",
                ".hidden.txt": "x",
            }
        )
        assert sources(read_bytes(content, "a.zip")) == ["bell", "post"]

    def test_what_is_left_out_is_named_in_one_note(self):
        content = zipped(
            {"bell.txt": LEAD, "b.doc": "x", "g.pages": "x", "c/d/e/f.txt": BODY, "__MACOSX/x.rsrc": "x", ".y": "x"}
        )
        note = "x.zip: 3 files were left out: b.doc, g.pages (form not read), c/d/e/f.txt (too deep)."
        assert [n for n in read_bytes(content, "x.zip").notes if "left out" in n] == [note]

    def test_many_that_are_left_out_are_counted(self):
        content = zipped({"bell.txt": LEAD, **{f"{n:02}.doc": "x" for n in range(12)}})
        (note,) = [n for n in read_bytes(content, "x.zip").notes if "left out" in n]
        assert note.startswith("x.zip: 12 files were left out: 00.doc, 01.doc")
        assert note.endswith("09.doc and 2 more (form not read).")

    def test_an_event_file_in_a_zip_gives_the_title(self):
        event = {"title": "A bridge", "articles": [{"source": "Bell", "text": LEAD}]}
        assert read_bytes(zipped({"e.json": json.dumps(event)}), "a.zip").event.title == "A bridge"

    def test_a_bad_file_does_not_keep_the_others_out(self):
        reading = read_bytes(zipped({"bell.txt": LEAD, "post.pdf": b"%PDF-1.7"}), "a.zip")
        assert sources(reading) == ["bell"]
        assert reading.notes[-1].startswith("post.pdf: the PDF is damaged")

    def test_how_far_it_is_is_told_with_the_file_that_comes_next(self):
        told = []
        content = zipped({"bell.txt": LEAD, "more/post.txt": BODY})
        read_bytes(content, "a.zip", report=lambda share, name: told.append((share, name)))
        assert told == [(0.0, "bell.txt"), (0.5, "post.txt")]

    def test_a_zip_in_a_zip_is_left_out_and_said(self):
        reading = read_bytes(zipped({"bell.txt": LEAD, "inner.zip": zipped({"post.txt": BODY})}), "a.zip")
        assert sources(reading) == ["bell"]
        assert "a.zip: inner.zip is a zip in a zip and was left out; add it by itself." in reading.notes

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (
                zipped({"inner.zip": zipped({"post.txt": LEAD})}),
                "it holds another zip; put the articles themselves into it",
            ),
            (
                zipped({"inner.txt": zipped({"post.txt": LEAD})}),
                "none of its 1 files could be read; the first: inner.txt",
            ),
            (zipped({"a.exe": "MZ"}), "it holds no file that can be read; put the articles themselves into it (.csv"),
            (
                zipped({f"{n}.txt": "x" for n in range(MAX_FILES + 1)}),
                "it holds 2,001 files; add at most 2,000 at once",
            ),
            (b"PK\x03\x04 and nothing more", "the file is damaged; save it again where it came from"),
        ],
    )
    def test_what_cannot_be_read_is_said(self, content, reason):
        with pytest.raises(ReadError) as caught:
            read_bytes(content, "a.zip")
        assert str(caught.value).startswith(f"a.zip: {reason}")

    def test_names_that_lead_elsewhere_write_nothing(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        assert sources(read_bytes(zipped({"../bell.txt": LEAD, "/etc/post.txt": BODY}), "a.zip")) != []
        assert list(tmp_path.iterdir()) == []


class TestFolder:
    def test_its_files_and_those_one_level_down_are_read(self, tmp_path):
        for path in ("bell.txt", "more/post.md", "more/still/deep.txt", "bell_files/frame.html", ".git/x.txt"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(f"{LEAD} {path}", encoding="utf-8")
        assert sources(gather([tmp_path])) == ["bell", "post"]

    @pytest.mark.parametrize(
        ("path", "note"),
        [
            ("b.numbers", "event: 1 file was left out: b.numbers (form not read)."),
            ("c/d/f.txt", "event: 1 file was left out: c/d/f.txt (too deep)."),
        ],
    )
    def test_what_is_left_out_is_named(self, tmp_path, path, note):
        for name in ("bell.txt", "more/post.txt", ".git/x.txt", "bell_files/x.js", path):
            (tmp_path / "event" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "event" / name).write_text(f"{LEAD} {name}", encoding="utf-8")
        assert [n for n in gather([tmp_path / "event"]).notes if "left out" in n] == [note]

    def test_word_s_lock_files_are_left_alone(self, tmp_path):
        (tmp_path / "bell.docx").write_bytes(word(LEAD))
        (tmp_path / "~$bell.docx").write_bytes(b"\x05owner")
        assert sources(gather([tmp_path])) == ["bell"]
