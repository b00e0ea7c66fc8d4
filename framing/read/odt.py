"""OpenDocument texts (ODT) -> Document. Only `content.xml` and `meta.xml` are read; entities are refused."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from framing.read.document import Document
from framing.read.errors import ReadError
from framing.read.limits import opened, part
from framing.read.text import normalise
from framing.records import Kind, Paragraph

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_STYLES: tuple[tuple[str, Kind | None], ...] = (
    ("Title", None),
    ("Subtitle", "standfirst"),
    ("Quotations", "quote"),
    ("Caption", "caption"),
)
_LEFT_OUT = {f"{_TEXT}{tag}" for tag in ("note", "annotation", "tracked-changes", "sequence-decls", "table-of-content")}
_DEEPEST = 200


def read_odt(content: bytes, name: str) -> Document:
    """Read an OpenDocument text. Raises ReadError where it is none, damaged or too large."""
    archive = opened(content, name)
    root = _parsed(archive, "content.xml", name)
    found = [(kind, text) for kind, text in _blocks(root, 0) if text]
    title = next((text for kind, text in found if kind is None), "")
    paragraphs = tuple(Paragraph(text, kind or "body") for kind, text in found if not (kind is None and text == title))
    meta = _parsed(archive, "meta.xml", name) if "meta.xml" in archive.namelist() else None
    author = next((e.text for e in meta.iter(f"{_DC}creator") if e.text), None) if meta is not None else None
    named = next((e.text for e in meta.iter(f"{_DC}title") if e.text), "") if meta is not None else ""
    lines = tuple(line for _, text in _blocks(root, 0) for line in text.split("\n"))
    return Document(paragraphs, lines, title=title or named.strip(), author=author)


def _parsed(archive: zipfile.ZipFile, path: str, name: str) -> Any:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        return fromstring(part(archive, path, name), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise ReadError(
            name, "the file is damaged or no text document; open it in a word processor and save it again"
        ) from None


def _blocks(element: Any, depth: int, kind: Kind = "body") -> Iterator[tuple[Kind | None, str]]:
    """Yield kind and text of every paragraph in order; the kind of a title is None."""
    if depth > _DEEPEST or element.tag in _LEFT_OUT:
        return
    if element.tag == f"{_TEXT}h":
        yield "heading", _text(element, 0)
    elif element.tag == f"{_TEXT}p":
        style = (element.get(f"{_TEXT}style-name") or "").replace("_20_", " ")
        yield next((k for beginning, k in _STYLES if style.startswith(beginning)), kind), _text(element, 0)
    else:
        inner: Kind = "list" if element.tag == f"{_TEXT}list" else kind
        for child in element:
            yield from _blocks(child, depth + 1, inner)


def _text(element: Any, depth: int) -> str:
    """Return a paragraph's text, with the spaces, tabs and line breaks that the format writes as elements."""
    parts = [element.text or ""]
    for child in element if depth < _DEEPEST else ():
        tag = child.tag.removeprefix(_TEXT)
        if tag == "s":
            parts.append(" ")
        elif tag in ("tab", "line-break"):
            parts.append("\t" if tag == "tab" else "\n")
        elif child.tag not in _LEFT_OUT:
            parts.append(_text(child, depth + 1))
        parts.append(child.tail or "")
    return normalise("".join(parts)).strip() if depth == 0 else "".join(parts)
