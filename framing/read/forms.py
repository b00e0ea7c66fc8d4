"""Which reader reads which file. A new form of file is one more line in `DOCUMENTS` or in `TABLES`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from framing.read.archive import Report, read_zip
from framing.read.columns import Mapped
from framing.read.document import Document
from framing.read.docx import read_docx
from framing.read.errors import ReadError
from framing.read.event_file import event_from_json, list_from_json
from framing.read.exported import read_export
from framing.read.exports import html_lines, is_export_page
from framing.read.file_name import day_of, source_of
from framing.read.html import read_html
from framing.read.markdown import read_markdown
from framing.read.mhtml import read_mhtml
from framing.read.odt import read_odt
from framing.read.own_files import refuse_own, refuse_own_table
from framing.read.pdf import read_pdf
from framing.read.project import read_project
from framing.read.reading import Reading
from framing.read.rtf import read_rtf
from framing.read.sniff import ending_of
from framing.read.table import Table, articles_of
from framing.read.table_file import read_csv, read_jsonl, read_parquet, read_xlsx, table_of_objects
from framing.read.text import decode, read_text
from framing.read.top_lines import with_top_lines
from framing.records import Event

DOCUMENTS: Mapping[str, Callable[[bytes, str], Document]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".mhtml": read_mhtml,
    ".mht": read_mhtml,
    ".eml": read_mhtml,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".rtf": read_rtf,
    ".odt": read_odt,
}
"""Files that hold one text, by their endings."""
TABLES: Mapping[str, Callable[[bytes, str, Mapped | None], Table]] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xlsx": read_xlsx,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".parquet": read_parquet,
}
"""Files with an article a row."""
ENDINGS: tuple[str, ...] = (*DOCUMENTS, *TABLES, ".json", ".framing", ".zip")
"""The endings of all files that can be read; those that hold single articles first."""

# Ten times the longest article in the events it was tried on, ten thousand times over: a text beyond it is no article.
MAX_BYTES = 20_000_000
MAX_BYTES_MANY = 60_000_000
"""Bytes of a zip or a table, which hold many articles."""


def read_bytes(content: bytes, name: str, *, mapping: Mapped | None = None, report: Report | None = None) -> Reading:
    """Read one file's content.

    Args:
        content: The file's bytes.
        name: Its file name, which gives the source where the content names none, and helps to tell how to read it.
        mapping: For a table, the column of each field; guessed without it.
        report: For a zip, called with the share that is read and the file in it that comes next.

    Raises:
        ReadError: For what cannot be read, naming the file and the reason; ColumnsError for a table without texts.
    """
    check_size(len(content), name)
    ending = ending_of(content, name)
    if ending == ".zip":
        return read_zip(content, name, _read_inner, ENDINGS, report=report)
    return _named_so(_read(content, name, ending, mapping), name, ending)


def read_table(content: bytes, name: str, *, mapping: Mapped | None = None) -> Table:
    """Read a table without making articles of its rows: for showing its columns. Raises ReadError as `read_bytes`."""
    check_size(len(content), name)
    ending = ending_of(content, name)
    if ending not in TABLES:
        raise ReadError(name, f"it is no table; tables end in {', '.join(TABLES)}")
    return TABLES[ending](content, name, mapping)


def check_size(size: int, name: str) -> None:
    """Raise ReadError for a file of more bytes than its form may have."""
    many = Path(name).suffix.lower() in (*TABLES, ".zip", ".framing")
    most = MAX_BYTES_MANY if many else MAX_BYTES
    if size > most:
        advice = "keep the articles of one event" if many else "add the article's text alone"
        raise ReadError(name, f"it is larger than {most // 1_000_000} MB; {advice}")


def reading_of(document: Document, name: str) -> Reading:
    """Return a document as one article; its file's name tells the source and the day that it does not tell itself.

    Raises ReadError where there is not a word in it.
    """
    article = with_top_lines(document).article(source_of(name), name)
    return Reading(Event("", (replace(article, published=article.published or day_of(name)),)), document.notes)


def _read(content: bytes, name: str, ending: str, mapping: Mapped | None) -> Reading:
    if mapping is None:
        refuse_own(content, name, ending)
    if ending == ".framing":
        project = read_project(content, name)
        return Reading(project.event, project.notes, project)
    if ending == ".json":
        return _read_json(content, name, mapping)
    if ending in TABLES:
        table = TABLES[ending](content, name, mapping)
        if mapping is None:
            refuse_own_table(table.columns, name)
        return table_reading(table)
    return _read_text(content, name, ending)


def _read_text(content: bytes, name: str, ending: str) -> Reading:
    """Read one text, or the many that a database exported in one file."""
    page = content.decode("utf-8", "replace") if DOCUMENTS.get(ending) is read_html else ""
    if is_export_page(page) and (exported := read_export(html_lines(page), name)):
        return exported
    document = DOCUMENTS.get(ending, read_text)(content, name)
    return read_export(document.lines, name) or reading_of(document, name)


def table_reading(table: Table) -> Reading:
    """Return a table's articles, and the table itself so that its columns can be chosen anew.

    Raises ColumnsError where no column of it is taken for the texts.
    """
    articles, notes = articles_of(table)
    return Reading(Event("", articles), notes, tables=(table,))


def _read_json(content: bytes, name: str, mapping: Mapped | None) -> Reading:
    """Read an event file, or a list of objects, one for each article, as programs write it."""
    text, note = decode(content, name)
    notes = (note,) if note else ()
    objects = list_from_json(text)
    if objects:
        reading = table_reading(table_of_objects(objects, name, mapping))
        return replace(reading, notes=(*notes, *reading.notes))
    return Reading(event_from_json(text, name), notes)


def _read_inner(content: bytes, name: str) -> Reading:
    check_size(len(content), name)
    ending = ending_of(content, name)
    if ending == ".zip":
        raise ReadError(name, "it is a zip in a zip; add it by itself")
    return _read(content, name, ending, None)


def _named_so(reading: Reading, name: str, ending: str) -> Reading:
    """Say so where a file is not what its name says."""
    named = Path(name).suffix.lower()
    if named not in ENDINGS or _SAME.get(named, named) == _SAME.get(ending, ending):
        return reading
    note = f"{name} is named {named} but is really {_WHAT.get(ending, 'plain text')}; it was read as that."
    return replace(reading, notes=(note, *reading.notes))


_SAME = {
    ".text": ".txt", ".md": ".txt", ".htm": ".html", ".xhtml": ".html", ".mht": ".mhtml", ".eml": ".mhtml",
    ".tsv": ".csv", ".ndjson": ".jsonl",
}  # fmt: skip
_WHAT = {
    ".pdf": "a PDF", ".docx": "a Word file", ".odt": "an OpenDocument text", ".xlsx": "a workbook",
    ".rtf": "an RTF file", ".html": "a web page", ".mhtml": "a saved web page", ".parquet": "a Parquet table",
    ".framing": "a project file",
}  # fmt: skip
