"""PDF files -> Document. Nothing embedded in a file is run or opened; pictures are not looked at."""

from __future__ import annotations

import io
import logging
import re
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.read.document import Document
from framing.read.errors import ReadError
from framing.read.pdf_columns import tidy
from framing.read.pdf_layout import reading_order
from framing.read.text import normalise
from framing.records import Paragraph

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_PAGES = 300
_HEAD = 10  # paragraphs among which a headline stands
_SECONDS = 5.0  # a newspaper page takes a tenth of a second; the last page begun may take as long again
_MAX_CONTENT = 1_200_000  # bytes of drawing instructions on one page; dense maps have less
_DAMAGED = "the PDF is damaged; save it again, or copy its text and paste it"


class _Pages(NamedTuple):
    """What a file holds: each page as it stands on paper (None: too crowded), its words, and the title it names."""

    layout: list[str | None]
    words: set[str]
    title: str


def read_pdf(content: bytes, name: str) -> Document:
    """Read a PDF's text in reading order, without running heads and page numbers.

    Raises ReadError, naming `name`, where it is locked, damaged, too long, or a scan without text.
    """
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    pages = _pages(content, name)
    found, lines, heads = reading_order([page or "" for page in pages.layout], pages.words)
    paragraphs = tuple(Paragraph(normalise(p)) for p in found if p.strip())
    crowded = [number for number, page in enumerate(pages.layout, 1) if page is None]
    if not any(c.isalnum() for p in paragraphs for c in p.text):
        what = "drawings too large to read" if crowded else "pictures without text"
        raise ReadError(name, f"its pages are {what}; have the text recognised (OCR) first, or paste it")
    notes = [f"{name}: page {crowded[0]} holds a large drawing and was left out."] if crowded else []
    if heads:
        count = "1 line was" if len(heads) == 1 else f"{len(heads)} lines were"
        notes.append(f"{name}: {count} left out as running heads or page numbers, such as “{heads[0][:60]}”.")
    title = _title(pages.title, " ".join(p.text for p in paragraphs[:_HEAD]))
    return Document(paragraphs, tuple(lines), title=title, notes=tuple(notes))


def _title(named: str, head: str) -> str:
    """Return the title that a file names, or a part of it beside its outlet's name, where its first lines show it."""
    parts = sorted({named, *re.split(r"\s+[|–—-]\s+", named)}, key=len, reverse=True)
    return next((part for part in parts if len(part.split()) > 1 and _plain(part) in _plain(head)), "")


def _pages(content: bytes, name: str) -> _Pages:
    from pypdf import PdfReader
    from pypdf.errors import LimitReachedError

    begun = time.monotonic()
    pages = _Pages([], set(), "")
    try:
        reader = PdfReader(io.BytesIO(content))
        _check(reader, name)
        for page in reader.pages:
            if time.monotonic() - begun > _SECONDS:
                raise ReadError(name, "its pages are too crowded to be read in time; save the article's pages alone")
            pages.layout.append(_text(page))
            pages.words.update(tidy(page.extract_text()).split() if pages.layout[-1] else ())
        return pages._replace(title=str(reader.metadata.title or "").strip() if reader.metadata else "")
    except ReadError:
        raise
    except LimitReachedError:
        raise ReadError(name, "it would unpack to far more than an article needs, so it was not opened") from None
    except Exception:  # noqa: BLE001 - a damaged PDF fails in as many ways as a PDF has parts
        raise ReadError(name, _DAMAGED) from None


def _check(reader: PdfReader, name: str) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise ReadError(name, "it is locked with a password; unlock it and save it again")
    if len(reader.pages) > MAX_PAGES:
        raise ReadError(
            name, f"it has {len(reader.pages)} pages; save the pages of the article alone, {MAX_PAGES} at most"
        )


def _text(page: PageObject) -> str | None:
    """Return a page's text, or None where the page is a drawing that would take minutes."""
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) + _forms(page) > _MAX_CONTENT:
        return None
    return page.extract_text(extraction_mode="layout")


def _forms(page: PageObject) -> int:
    """Return the bytes of drawing instructions that a page takes from elsewhere in the file."""
    resources: Any = page.get("/Resources") or {}
    objects: Any = resources.get_object().get("/XObject") if resources else None
    total = 0
    for entry in (objects.get_object() if objects else {}).values():
        form = entry.get_object()
        if form.get("/Subtype") == "/Form":
            total += len(form.get_data())
    return total


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
