"""Read articles from texts, files, folders and event files: the only rooms of the library that touch the disk for them.

`gather` takes anything a user may name and returns one event. What cannot be read raises `ReadError`; what could be
read but needs a look comes back as notes. Which reader reads which file is in `forms`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from framing.read.archive import MAX_FILES, files_in, left_out
from framing.read.columns import FIELDS, PROFILES, Field
from framing.read.errors import ReadError
from framing.read.event_file import event_from_json, event_to_json, judgement_to_json
from framing.read.exported import export_reading, read_export
from framing.read.exports import Split, resplit
from framing.read.file_name import source_of
from framing.read.forms import ENDINGS, MAX_BYTES, check_size, read_bytes, read_table, table_reading
from framing.read.joining import add, join, together
from framing.read.own_files import OwnFileError
from framing.read.project import Project, fill
from framing.read.reading import Reading
from framing.read.syndication import SharedCopy, shared_copy
from framing.read.table import ColumnsError, Table
from framing.read.text import article_from_text
from framing.records import Article, Event
from framing.resources import EVENTS, example_events

__all__ = [
    "ENDINGS",
    "FIELDS",
    "MAX_BYTES",
    "PROFILES",
    "ColumnsError",
    "Field",
    "Project",
    "ReadError",
    "Reading",
    "SharedCopy",
    "Source",
    "Split",
    "Table",
    "add",
    "article_from_text",
    "event_to_json",
    "export_reading",
    "gather",
    "join",
    "judgement_to_json",
    "open_example",
    "read_bytes",
    "read_table",
    "resplit",
    "shared_copy",
    "source_of",
    "table_reading",
    "together",
]

Source = str | Path | Article
"""What a user may name as an article: a path, a folder, an event file, the text itself, or an Article."""

_LONGEST_NAME = 255  # characters; no file system takes a longer name, so a longer line is the text itself


def gather(sources: Iterable[Source]) -> Reading:
    """Read every source and join them in one event; the title is the only event file's.

    Raises ReadError for what cannot be read.
    """
    sources = list(sources)
    links = [source for source in sources if isinstance(source, str) and _is_link(source)]
    readings = [reading for source in sources if source not in links for reading in _read(source)]
    readings += _read_links(links)
    joined = together(readings)
    projects = [r.project for r in readings if r.project]
    event, notes = joined.event, list(joined.notes)
    for project in (p for p in projects if p.withheld):
        filled = fill(event, project)
        notes = [note for note in notes if filled is event or note not in project.notes]
        event = filled
    only = projects[0] if len(projects) == 1 else None
    return Reading(event, tuple(notes), only, joined.tables, joined.splits)


def open_example(name: str) -> Event:
    """Return an example event that comes with the program. Raises ReadError when there is none of that name."""
    if name not in example_events():
        raise ReadError(name, f"there is no such example; there are {', '.join(example_events())}")
    return event_from_json((EVENTS / name / "event.json").read_text(encoding="utf-8"), name)


def _opening(text: str) -> str:
    """Name a text without a source by its first words, which do not depend on the order of import."""
    return " ".join(text.split()[:4])[:80]


def _is_link(text: str) -> bool:
    return text.lower().startswith(("http://", "https://")) and len(text.split()) == 1


def _read_links(links: Sequence[str]) -> list[Reading]:
    """Fetch links; one that cannot be read is said and does not keep the others out."""
    if not links:
        return []
    from framing.read.url import gather_links  # what can reach the network is loaded when a link is given

    return gather_links(links)


def _read(source: Source) -> list[Reading]:
    if isinstance(source, Article):
        return [Reading(Event("", (source,)))]
    if isinstance(source, str) and _is_text(source):
        exported = read_export(source.splitlines(), "the text")
        return [exported or Reading(Event("", (article_from_text(source, _opening(source), "the text"),)))]
    return _read_path(Path(source))


def _is_text(source: str) -> bool:
    return not source.strip() or "\n" in source or max(map(len, source.split("/"))) > _LONGEST_NAME


def _read_path(path: Path) -> list[Reading]:
    try:
        if path.is_dir():
            return _read_folder(path)
        return [_read_file(path)]
    except FileNotFoundError:
        raise ReadError(str(path), "there is no such file; check the spelling of the path") from None
    except ReadError:
        raise
    except (OSError, ValueError) as error:
        raise ReadError(str(path)[:200], f"it could not be opened ({error})") from error


def _read_file(path: Path) -> Reading:
    check_size(path.stat().st_size, str(path))
    return read_bytes(path.read_bytes(), path.name)


def _own(folder: Path, files: Sequence[str]) -> list[str]:
    """Return a note on files of a folder that are no articles, as Framing wrote them itself."""
    if not files:
        return []
    named = ", ".join(files[:3]) + (f" and {len(files) - 3} more" if len(files) > 3 else "")
    return [f"{folder.name}: what Framing itself wrote was left out: {named}."]


def _read_folder(folder: Path) -> list[Reading]:
    """Read the files of a folder; one that cannot be read is said and does not keep the others out."""
    files = files_in(folder, ENDINGS)
    if not files:
        raise ReadError(str(folder), f"the folder holds no file of a form that can be read: {', '.join(ENDINGS)}")
    if len(files) > MAX_FILES:
        raise ReadError(str(folder), f"the folder holds {len(files):,} files; name one with at most {MAX_FILES:,}")
    readings: list[Reading] = []
    failures: list[ReadError] = []
    own: list[str] = []
    for file in files:
        try:
            readings.append(_read_file(file))
        except OwnFileError:
            own.append(file.relative_to(folder).as_posix())
        except ReadError as error:
            failures.append(error)
    if not readings:
        raise failures[0] if failures else ReadError(str(folder), "the folder holds only what Framing wrote itself")
    note = left_out(folder, ENDINGS)
    notes = [*([note] if note else []), *_own(folder, own), *(str(error) for error in failures)]
    return [*readings, Reading(Event("", ()), tuple(notes))]
