"""Files made to fill a memory or to take for ever: refused, or read, within ten seconds and 500 MB more memory."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.read.making import assembled, odt, word, zipped

SECONDS, MEGABYTES = 10, 500
# Limits on the address space would also count what libraries only reserve, so what was really used is asked for. The
# libraries are imported once; each file is read in a fork, whose peak begins where the fork did.
CHILD = """
import json, os, resource, sys, time
from framing.read import ReadError, gather
import docx, lxml.html, openpyxl, pyarrow.parquet, pypdf, striprtf.striprtf, trafilatura

def outcome(path):
    used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    before, begun, said, read = used(), time.process_time(), "", 0
    try:
        read = len(gather([path]).event.articles)
    except ReadError as error:
        said = str(error)
    return {"said": said, "read": read, "seconds": time.process_time() - begun, "more": used() - before}

for line in sys.stdin:
    if os.fork() == 0:
        print(json.dumps(outcome(line.strip())), flush=True)
        os._exit(0)
    if os.wait()[1]:
        print(json.dumps({"said": "it died", "read": 0, "seconds": 999, "more": 9999}), flush=True)
"""


@pytest.fixture(scope="module")
def reader():
    """A process that reads a file and says what came of it."""
    command = [sys.executable, "-c", CHILD]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:

        def read(path: Path) -> dict[str, object]:
            child.stdin.write(f"{path}\n")
            child.stdin.flush()
            return json.loads(child.stdout.readline())

        yield read
        child.stdin.close()


def inflating(size: int) -> bytes:
    """Return the deflated form of so many bytes of spaces."""
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)), packer.flush()])


def pdf_bomb(*filters: bytes, size: int = 300_000_000) -> bytes:
    stream = inflating(size)
    for _ in filters[1:]:
        stream = zlib.compress(stream, 9)
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> >>",
            b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(stream), b" ".join(filters), stream),
        ],
        info=1,
    )


def crowded_pdf() -> bytes:
    """Return a PDF with a page of three million characters, each placed by itself."""
    drawn = b"BT /F1 1 Tf\n" + b"1 0 0 1 5 5 Tm (a) Tj\n" * 170_000 + b"ET"
    stream = zlib.compress(drawn)
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> >>",
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
        ],
        info=1,
    )


def with_part(content: bytes, name: str, data: bytes) -> bytes:
    """Return a packed file with one part replaced or added."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts: dict[str, str | bytes] = {i.filename: archive.read(i) for i in archive.infolist()}
    return zipped(parts | {name: data})


def zip_of_zips(depth: int = 6) -> bytes:
    content = zipped({"a.txt": b" " * 1_000_000})
    for _ in range(depth):
        content = zipped({f"{n}.zip": content for n in range(10)})
    return content


def xlsx_with(sheet: str) -> bytes:
    from tests.read.making import workbook

    return with_part(workbook([["text"], ["a"]]), "xl/worksheets/sheet1.xml", sheet.encode())


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
TEXT = b"The mayor closed the old bridge on Friday after engineers found cracks in it.\n"
DEEP = b"<html><body>" + b"<div>" * 10_000 + b"<p>" + TEXT * 20 + b"</p>" + b"</div>" * 10_000 + b"</body></html>"
BOMBS = {
    "pdf.pdf": lambda: pdf_bomb(b"/FlateDecode"),
    "twice.pdf": lambda: pdf_bomb(b"/FlateDecode", b"/FlateDecode"),
    "crowded.pdf": crowded_pdf,
    "word.docx": lambda: with_part(word("a"), "word/document.xml", b" " * 300_000_000),
    "media.docx": lambda: with_part(word("a"), "word/media/image1.png", b" " * 300_000_000),
    "laughs.docx": lambda: with_part(word("a"), "word/document.xml", LAUGHS.encode() + b"<x>&i;</x>"),
    "text.odt": lambda: with_part(odt("<text:p>a</text:p>"), "content.xml", b" " * 300_000_000),
    "laughs.odt": lambda: with_part(odt(""), "content.xml", LAUGHS.encode() + b"<x>&i;</x>"),
    "deep.odt": lambda: odt("<text:list>" * 20_000 + "<text:p>a</text:p>" + "</text:list>" * 20_000),
    "sheet.xlsx": lambda: xlsx_with(" " * 300_000_000),
    "wide.xlsx": lambda: xlsx_with(
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="XFD1048576" t="str"><v>a</v></c></row></sheetData></worksheet>'
    ),
    "zips.zip": zip_of_zips,
    "one.zip": lambda: zipped({"a.txt": b"a " * 150_000_000}),
    "many.zip": lambda: zipped({f"{n}.txt": b"a b. " * 3_000_000 for n in range(30)}),
    "text.txt": lambda: TEXT * (200_000_000 // len(TEXT)),
    "line.txt": lambda: b"a" * 19_000_000,
    "lines.txt": lambda: TEXT * 100_000,
    "blank.txt": lambda: b"\n" * 19_000_000,
    "lines.csv": lambda: b"text\n" + TEXT * 100_000,
    "quote.csv": lambda: b'text\n"' + TEXT * 600_000,
    "lines.jsonl": lambda: b'{"text": "a"}\n' * 100_000,
    "deep.json": lambda: b"[" * 5_000_000,
    "deep.html": lambda: DEEP,
    "wide.html": lambda: b"<html><body>" + b"<p>" + TEXT + b"</p>" * 1 + (b"<p>" + TEXT + b"</p>") * 100_000,
    "attributes.html": lambda: b"<html><body><p " + b"a=b " * 2_000_000 + b">" + TEXT * 30,
    "data.html": lambda: b'<html><script type="application/ld+json">' + b"[" * 3_000_000 + b"</script><p>" + TEXT * 30,
    "text.html": lambda: b"<html><body><p>" + TEXT * 240_000,
    "deep.rtf": lambda: b"{\\rtf1 " + b"{" * 2_000_000 + TEXT,
    "lines.rtf": lambda: b"{\\rtf1\\ansi " + (TEXT + b"\\par ") * 100_000 + b"}",
    "parts.mhtml": lambda: (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
        + b"--x\nContent-Type: text/html\n\na\n" * 300_000
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_or_read_in_time_and_in_memory(name, reader, tmp_path):
    (tmp_path / name).write_bytes(BOMBS[name]())
    found = reader(tmp_path / name)
    (tmp_path / name).unlink()
    assert found["read"] or name in found["said"]
    assert found["seconds"] < SECONDS
    assert found["more"] < MEGABYTES


class TestNothingIsRun:
    """Readers neither run nor fetch what a file names. The guard of the tests fails a test that tries to."""

    def test_a_page_s_scripts_frames_and_pictures_are_left_alone(self, tmp_path):
        body = "".join(f"<p>{TEXT.decode().strip()} {n}</p>" for n in range(9))
        page = (
            '<html><head><script src="https://elsewhere.example/x.js"></script><link rel="stylesheet" href="https://elsewhere'
            '.example/x.css"><base href="https://elsewhere.example/"></head><body><img src="https://elsewhere.example/p.png">'
            f'<iframe src="https://elsewhere.example/"></iframe>{body}<script>while (true) {{}}</script></body></html>'
        )
        (tmp_path / "bell.html").write_text(page, encoding="utf-8")
        from framing.read import gather

        assert len(gather([tmp_path / "bell.html"]).event.articles[0].paragraphs) == 9

    @pytest.mark.parametrize("scheme", ["file:///etc/hostname", "https://elsewhere.example/x"])
    @pytest.mark.parametrize("form", ["docx", "odt", "html"])
    def test_external_entities_are_not_resolved(self, form, scheme, tmp_path):
        from framing.read import ReadError, gather

        head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{scheme}">]>'
        w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        inner = f"<w:document {w}><w:body><w:p><w:r><w:t>Bridge &e; closed</w:t></w:r></w:p></w:body></w:document>"
        content = {
            "docx": lambda: with_part(word("a"), "word/document.xml", (head + inner).encode()),
            "odt": lambda: with_part(odt(""), "content.xml", f"{head}<x>&e;</x>".encode()),
            "html": lambda: f"{head}<html><body><p>Bridge &e; closed {TEXT.decode() * 3}</p></body></html>".encode(),
        }[form]()
        (tmp_path / f"a.{form}").write_bytes(content)
        try:
            text = gather([tmp_path / f"a.{form}"]).event.articles[0].text
        except ReadError:
            return
        hostname = Path("/etc/hostname")
        assert not hostname.is_file() or hostname.read_text().strip() not in text
        assert "Bridge" in text

    def test_a_workbook_s_links_and_a_document_s_pictures_are_left_alone(self, tmp_path):
        rels = (
            '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
            'Target="https://elsewhere.example/p.png" TargetMode="External"/></Relationships>'
        )
        (tmp_path / "a.docx").write_bytes(with_part(word(TEXT.decode()), "word/_rels/document.xml.rels", rels.encode()))
        from framing.read import ReadError, gather

        try:
            reading = gather([tmp_path / "a.docx"])
        except ReadError:
            return
        assert "mayor" in reading.event.articles[0].text

    def test_nothing_is_written_to_the_disk(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("TMPDIR", str(tmp_path))
        from framing.read import read_bytes

        read_bytes(zipped({"../bell.txt": TEXT, "post.docx": word(TEXT.decode())}), "a.zip")
        assert [p.name for p in tmp_path.iterdir() if p.name != "home"] == []
