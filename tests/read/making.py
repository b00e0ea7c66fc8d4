"""Files of every form that is read, made by hand or by the libraries that write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from html import escape

import docx
import xlsxwriter

Line = tuple[float, float, str]
"""A line of a PDF's page: points from the left, points from the foot, text."""

_ODT_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def word(*paragraphs: str | tuple[str, str], title: str = "", author: str = "") -> bytes:
    """Make a Word file; a pair is text and style."""
    made = docx.Document()
    for paragraph in paragraphs:
        text, style = paragraph if isinstance(paragraph, tuple) else (paragraph, None)
        made.add_paragraph(text, style=style)
    made.core_properties.title, made.core_properties.author = title, author
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def odt(*blocks: str, meta: str = "") -> bytes:
    """Make an OpenDocument text of blocks that are already XML."""
    content = (
        f"<office:document-content {_ODT_NAMES}><office:body><office:text>{''.join(blocks)}</office:text></office:body>"
    )
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"{content}</office:document-content>",
    }
    if meta:
        parts["meta.xml"] = (
            f'<office:document-meta {_ODT_NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/">{meta}</office:document-meta>'
        )
    return zipped(parts)


def odt_p(text: str, style: str = "Standard") -> str:
    """Make a paragraph of an OpenDocument text."""
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def rtf(*paragraphs: str, head: str = "") -> bytes:
    """Make an RTF file; characters outside ASCII are written as the format wants them."""
    body = "\\par\n".join("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in p) for p in paragraphs)
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Times;}}}}{head}\\f0 {body}\\par}}".encode("ascii")


def pdf(pages: Sequence[Iterable[Line]], *, title: str = "", size: float = 10) -> bytes:
    """Make a PDF whose pages hold these lines, in Courier, where every character is 0.6 of the size wide."""
    streams = []
    for lines in pages:
        drawn = "".join(f"1 0 0 1 {x:.1f} {y:.1f} Tm ({_escaped(text)}) Tj\n" for x, y, text in lines)
        streams.append(f"BT /F1 {size} Tf\n{drawn}ET".encode("cp1252"))
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<< /Title ({_escaped(title)}) >>".encode("cp1252"))
    return assembled(objects, info=len(objects))


def assembled(objects: Sequence[bytes], *, info: int) -> bytes:
    """Put numbered objects together to a PDF."""
    out, places = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, info, start)
    )
    return out.getvalue()


def set_lines(text: str, *, x: float, top: float, width: int, leading: float = 12, indent: int = 0) -> list[Line]:
    """Break a paragraph into lines of at most so many characters and place them."""
    lines, line = [], " " * indent
    for token in text.split():
        if len(line) + len(token) + bool(line.strip()) > width:
            lines.append(line)
            line = token
        else:
            line = f"{line} {token}" if line.strip() else line + token
    return [(x + 6 * (len(t) - len(t.lstrip())), top - n * leading, t.strip()) for n, t in enumerate([*lines, line])]


def workbook(*sheets: Sequence[Sequence[object]]) -> bytes:
    """Make a workbook; each sheet is a list of rows."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return stream.getvalue()


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Pack named contents."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
