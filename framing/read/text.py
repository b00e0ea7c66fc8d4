"""Plain text -> Article: find the encoding, find the paragraphs."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import replace
from itertools import pairwise

from framing.read.document import Document
from framing.read.errors import ReadError
from framing.records import Article, Paragraph

_MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
MAX_LINES = 300_000
_STRAY = re.compile("[\udc80-\udcff]")  # what a byte that is no UTF-8 decodes to
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_ENDS_SENTENCE = (".", "!", "?", "”", '"', "’", ":", "…")
# Mail clients and agency wires break lines at 60 to 80 characters, some printers at 100, narrow columns at 40.
_NARROWEST, _WIDEST = 40, 100


def decode(content: bytes, name: str) -> tuple[str, str | None]:
    """Return a file's text and, where it was not UTF-8, a sentence on how it was read.

    Raises ReadError for what is not text.
    """
    encoding = next((codec for mark, codec in _MARKS if content.startswith(mark)), None) or _guess(content)
    if encoding in ("cp1252", "latin-1") and (mixed := _mixed(content)):
        return mixed, f"{name} mixes UTF-8 with Windows-1252; each was read as what it is."
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise ReadError(name, f"it says it is {encoding.upper()} text but is damaged; save it again as UTF-8") from None
    if len(_CONTROL.findall(text)) > len(text) // 200:
        raise ReadError(name, "this is not a text file; save the article as .txt, or paste its text")
    if encoding.startswith("utf-8"):
        return text, None
    shown = "Western European (Windows-1252)" if encoding in ("cp1252", "latin-1") else encoding.upper()
    return text, (
        f"{name} is not UTF-8; it was read as {shown}. If letters look wrong, save it as UTF-8 and add it again."
    )


def read_text(content: bytes, name: str) -> Document:
    """Read a plain text or Markdown. Raises ReadError for what is not text."""
    text, note = decode(content, name)
    return document_from_text(text, name, (note,) if note else ())


def document_from_text(text: str, name: str, notes: tuple[str, ...] = ()) -> Document:
    """Cut a text into lines and paragraphs. Raises ReadError, naming `name`, where it has more lines than any book."""
    if text.count("\n") > MAX_LINES:
        raise ReadError(name, f"it has more than {MAX_LINES:,} lines; save each article as a file of its own")
    paragraphs = tuple(Paragraph(p) for p in paragraphs_of(text))
    return Document(paragraphs, tuple(line.rstrip() for line in normalise(text).split("\n")), notes=notes)


def article_from_text(text: str, source: str, name: str = "the text", *, title: str = "") -> Article:
    """Cut a text into paragraphs. Raises ReadError, naming `name`, when there is not a word in it."""
    return replace(document_from_text(text, name), title=title).article(source, name)


def paragraphs_of(text: str) -> list[str]:
    """Split a text at empty lines; inside a block each line stands alone unless it is merely wrapped."""
    paragraphs: list[str] = []
    blocks = [[line.strip() for line in b.split("\n") if line.strip()] for b in _BLANK.split(normalise(text))]
    width = _width([line for lines in blocks for line in lines])
    for lines in blocks:
        paragraphs += [" ".join(lines)] if _is_wrapped(lines, width) else lines
    return paragraphs


def normalise(text: str) -> str:
    """Give every line end and every accented letter one spelling; drop soft hyphens and characters without width."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n\n"))
    return text.translate({0xFEFF: None, 0x00AD: None, 0x200B: None, 0x2028: "\n", 0x2029: "\n\n", 0: None})


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether a program broke a paragraph into these lines: none had room for the first word of the next."""
    if len(lines) < 2 or width < _NARROWEST:
        return False
    full = [len(line) + 1 + len(after.split()[0]) > width for line, after in pairwise(lines)]
    broken = [not line.endswith(_ENDS_SENTENCE) for line in lines[:-1]]
    return sum(full) >= 0.8 * len(full) and sum(broken) >= 0.5 * len(broken)


def _width(lines: list[str]) -> int:
    """Return the width that a text's lines were broken at, 0 where a fifth of them is too long for that."""
    short = [len(line) for line in lines if len(line) <= _WIDEST]
    return max(short, default=0) if len(short) > 0.8 * len(lines) else 0


def _mixed(content: bytes) -> str | None:
    """Return a text that is UTF-8 but for some bytes, pasted from an older program; None where it is not so."""
    text = content.decode("utf-8", "surrogateescape")
    strays = len(_STRAY.findall(text))
    if not strays or sum(ord(c) > 127 for c in text) < 2 * strays:
        return None
    return _STRAY.sub(lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _guess(content: bytes) -> str:
    """Guess the encoding of a file without a mark: UTF-8 when it decodes, UTF-16 by its zero bytes, else Windows."""
    try:
        content.decode("utf-8")
        if b"\0" not in content:
            return "utf-8"
    except UnicodeDecodeError:
        pass
    pairs = max(len(content) // 2, 1)
    if len(content) % 2 == 0:
        # Western text in UTF-16 has a zero in nearly every second byte, and hardly any in the others.
        if content[1::2].count(0) > 0.7 * pairs and content[::2].count(0) < 0.1 * pairs:
            return "utf-16-le"
        if content[::2].count(0) > 0.7 * pairs and content[1::2].count(0) < 0.1 * pairs:
            return "utf-16-be"
    try:
        content.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"  # five bytes have no meaning in Windows-1252
    return "cp1252"
