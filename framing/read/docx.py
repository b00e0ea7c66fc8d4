"""Word files (DOCX) -> Document. Macros, links to files and fields are never followed: only the text is read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from framing.read.document import Document
from framing.read.errors import ReadError
from framing.read.limits import MAX_PART, opened
from framing.read.text import normalise
from framing.records import Kind, Paragraph

_KINDS: tuple[tuple[str, Kind], ...] = (
    ("heading", "heading"),
    ("subtitle", "standfirst"),
    ("list", "list"),
    ("quote", "quote"),
    ("intense quote", "quote"),
    ("caption", "caption"),
)
"""The beginnings of Word's built-in style names, and what they stand for."""
_MADE_UP = re.compile(r"^(?:microsoft word|untitled|document\d*|\d+)\b|\.docx?$", re.IGNORECASE)
_PROGRAM = re.compile(r"\b(?:microsoft|word|office|python-docx|libreoffice|user|admin)\b", re.IGNORECASE)


def read_docx(content: bytes, name: str) -> Document:
    """Read a Word file's paragraphs, tables among them. Raises ReadError where it is none, damaged or too large."""
    archive = opened(content, name)
    if any(i.file_size > MAX_PART for i in archive.infolist() if i.filename.endswith((".xml", ".rels"))):
        raise ReadError(name, "it holds far more text than an article; save the article as a file of its own")
    import docx

    try:
        word = docx.Document(io.BytesIO(content))
        found = list(_paragraphs(word, 0))
        properties = word.core_properties
        title, author = properties.title or "", properties.author or None
    except Exception:  # noqa: BLE001 - the library fails on damaged parts in as many ways as parts can be damaged
        raise ReadError(name, "the Word file is damaged; open it in a word processor and save it again") from None
    return _document(found, "" if _MADE_UP.search(title) else title.strip(), author)


def _document(found: list[tuple[str, str]], title: str, author: str | None) -> Document:
    lines = [text for _, text in found]
    named = next((text for style, text in found if style == "title" and text), "")
    rows = (
        (style, line) for style, text in found if not (style == "title" and text == named) for line in text.split("\n")
    )
    paragraphs = [Paragraph(line.strip(), _kind(style)) for style, line in rows if line.strip()]
    return Document(
        tuple(paragraphs), tuple("\n".join(lines).split("\n")), title=named or title, author=_person(author)
    )


def _paragraphs(holder: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Yield style and text of the paragraphs in a document or a table's cell, in order."""
    from docx.table import Table

    for block in holder.iter_inner_content():
        if isinstance(block, Table):
            seen: set[int] = set()  # a merged cell is met once for each place it covers
            for cell in (cell for row in block.rows for cell in row.cells):
                if id(cell._tc) not in seen and depth < 5:
                    seen.add(id(cell._tc))
                    yield from _paragraphs(cell, depth + 1)
        else:
            style = block.style.name if block.style is not None else ""
            yield (style or "").lower(), normalise(block.text).strip()


def _kind(style: str) -> Kind:
    return next((kind for beginning, kind in _KINDS if style.startswith(beginning)), "body")


def _person(author: str | None) -> str | None:
    """Return the author a file names, unless it is the program that wrote it."""
    return None if _PROGRAM.search(author or "") else (author or "").strip() or None
