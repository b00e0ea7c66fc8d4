"""RTF files -> Document. Pictures and embedded objects are left out unread."""

from __future__ import annotations

import re

from framing.read.document import Document
from framing.read.errors import ReadError
from framing.read.text import document_from_text

# Hexadecimal data of pictures and objects: most of a file's size, none of its text.
_DATA = re.compile(r"(?:[0-9A-Fa-f]{64,}\s*)+")
_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
_TITLE = re.compile(r"\{\\title\s+(?P<text>[^{}\\]{3,300})\}")
_AUTHOR = re.compile(r"\{\\author\s+(?P<text>[^{}\\]{3,100})\}")
MAX_RTF = 8_000_000
"""Characters without pictures: what is read in half of ten seconds."""


def read_rtf(content: bytes, name: str) -> Document:
    """Read an RTF file's text. Raises ReadError where it is none or too large."""
    from striprtf.striprtf import rtf_to_text

    text = _DATA.sub("", _without_binary(content).decode("latin-1"))
    if len(text) > MAX_RTF:
        raise ReadError(
            name, f"it holds more than {MAX_RTF // 1_000_000} MB of text; save each article as a file of its own"
        )
    try:
        plain: str = rtf_to_text(text, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, LookupError, OverflowError, TypeError, RecursionError):
        raise ReadError(name, "the RTF file is damaged; open it in a word processor and save it again") from None
    document = document_from_text(plain.encode("utf-8", "replace").decode("utf-8"), name)
    return document if not (title := _TITLE.search(text)) else _titled(document, title["text"], _AUTHOR.search(text))


def _titled(document: Document, title: str, author: re.Match[str] | None) -> Document:
    """Keep the title that the file names where its first lines repeat it: other titles are a template's."""
    if not any(p.text == title.strip() for p in document.paragraphs[:5]):
        return document
    return Document(
        document.paragraphs, document.lines, title=title.strip(), author=author["text"].strip() if author else None
    )


def _without_binary(content: bytes) -> bytes:
    r"""Cut out what `\bin` announces: bytes that are no RTF."""
    parts, at = [], 0
    for found in _BINARY.finditer(content):
        if found.start() >= at:
            parts.append(content[at : found.start()])
            at = found.end() + int(found[1])
    return b"".join([*parts, content[at:]])
