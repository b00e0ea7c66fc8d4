"""What a file really is, by its content: its name may say otherwise."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from framing.read.errors import ReadError

_PAGE = re.compile(
    rb"^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_SAVED_PAGE = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}", re.MULTILINE)
_IN_A_ZIP = (
    ("word/document.xml", ".docx"),
    ("xl/workbook.xml", ".xlsx"),
    ("content.xml", ".odt"),
    ("project.json", ".framing"),
)
"""A part that tells which packed format a zip is, and that format's ending."""
_NOT_TEXT = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x1f\x8b", "a file packed with gzip"),
    (b"Rar!", "a file packed with RAR"),
    (b"7z\xbc\xaf", "a file packed with 7-Zip"),
    (b"ID3", "a sound file"),
    (b"SQLite format 3", "a database"),
)
_BINARY = {".pdf", ".docx", ".odt", ".xlsx", ".parquet", ".zip", ".framing"}
_LOOKED_AT = 2_000  # bytes


def ending_of(content: bytes, name: str) -> str:
    """Return the ending that fits a file's content; its name's own where the content does not speak against it.

    Raises ReadError, naming `name`, for pictures and other files without text.
    """
    named = Path(name).suffix.lower()
    begin = content[:_LOOKED_AT]
    if b"%PDF-" in begin[:1024]:
        return ".pdf"
    if begin.startswith(b"PK\x03\x04"):
        return _packed(content, named)
    if begin.startswith(b"PAR1"):
        return ".parquet"
    for mark, what in _NOT_TEXT:
        if begin.startswith(mark):
            raise ReadError(name, _advice(what))
    return _written(begin.lstrip(b"\xef\xbb\xbf \t\r\n"), named)


def _packed(content: bytes, named: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return named if named in _BINARY else ".zip"  # its reader says that it is damaged
    return next((ending for part, ending in _IN_A_ZIP if part in parts), ".zip")


def _written(begin: bytes, named: str) -> str:
    if begin.startswith(b"{\\rtf"):
        return ".rtf"
    if _PAGE.match(begin):
        return ".html"
    headers = _SAVED_PAGE.match(begin)
    if headers and re.search(rb"^content-type:\s*(?:multipart/|text/html)", headers[0], re.IGNORECASE | re.MULTILINE):
        return ".mhtml"
    # A name may promise a packed file, or a page, where there is only text.
    if named in _BINARY | {".rtf", ".mhtml", ".mht", ".eml"}:
        return ".txt"
    if named in (".html", ".htm", ".xhtml") and b"<" not in begin:
        return ".txt"
    return named


def _advice(what: str) -> str:
    if what == "a picture":
        return "this is a picture; have its text recognised (OCR), and add the text"
    if what.startswith("an old"):
        return "this is an old Word or Excel file; open it and save it as .docx, .xlsx or .csv"
    if "packed" in what:
        return f"this is {what}; unpack it, and add what is in it"
    return f"this is {what}, not a text file; save the article as .txt, or paste its text"
