"""A folder or a zip of articles, one level deep -> Reading; nothing is ever unpacked to the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from framing.read.errors import ReadError
from framing.read.joining import together
from framing.read.limits import opened, part
from framing.read.reading import Reading

Reader = Callable[[bytes, str], Reading]
Report = Callable[[float, str], None]
"""Told the share of a file that is read, 0 to 1, and what of it is being read."""
MAX_FILES = 2_000
"""Files that are read at once."""
# Parts of a path in a folder: a folder in it, the file. A zip most often holds the folder itself, which is one more.
_DEEPEST = 2
_DEEPEST_IN_ZIP = _DEEPEST + 1
_MOST_NAMED = 10


def files_in(folder: Path, endings: Iterable[str]) -> list[Path]:
    """Return a folder's files of these endings, and those of the folders in it, in the order of their paths.

    What a browser saves beside a page ("Page_files") holds pictures and frames, no articles.
    """
    known = set(endings) - {""}
    inner = [p for p in folder.iterdir() if p.is_dir() and not _is_hidden(p.name) and not p.name.endswith("_files")]
    found = [p for place in (folder, *inner) for p in place.iterdir() if p.is_file()]
    return sorted(p for p in found if p.suffix.lower() in known and not _is_hidden(p.name))


def left_out(folder: Path, endings: Iterable[str]) -> str | None:
    """Return a note on the files of a folder that `files_in` passes over, or None where there is none."""
    paths: list[str] = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not _is_beside(f))
        here = Path(place).relative_to(folder)
        paths += [(here / f).as_posix() for f in sorted(files) if not _is_hidden(f)]
        if len(paths) > MAX_FILES:
            break  # somebody's whole disk: the first names are enough to see that
    return _left_out(folder.name, paths, set(endings) - {""}, deepest=_DEEPEST)


def _left_out(name: str, paths: Iterable[str], known: Container[str], *, deepest: int) -> str | None:
    """Return a note naming the files of a form that is not read, and those deeper than `deepest` parts."""
    paths = list(paths)
    unknown = [p for p in paths if PurePosixPath(p).suffix.lower() not in known]
    deep = [p for p in paths if p not in set(unknown) and len(PurePosixPath(p).parts) > deepest]
    count = len(unknown) + len(deep)
    if not count:
        return None
    named = [f"{_listed(found)} ({why})" for found, why in ((unknown, "form not read"), (deep, "too deep")) if found]
    return f"{name}: {f'{count} files were' if count > 1 else '1 file was'} left out: {', '.join(named)}."


def _listed(paths: list[str]) -> str:
    more = len(paths) - _MOST_NAMED
    return ", ".join(paths[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def read_zip(
    content: bytes, name: str, read: Reader, endings: Iterable[str], *, report: Report | None = None
) -> Reading:
    """Read the files of a zip; one that cannot be read is said and does not keep the others out.

    Raises ReadError, naming `name`, where the zip is damaged, unpacks to too much, or holds no article.
    """
    archive = opened(content, name)
    known = set(endings) - {"", ".zip"}
    every = sorted(i.filename for i in archive.infolist() if not i.is_dir() and _is_shown(i.filename))
    paths = [path for path in every if len(PurePosixPath(path).parts) <= _DEEPEST_IN_ZIP]
    zips = [path for path in paths if path.lower().endswith(".zip")]
    wanted = [path for path in paths if PurePosixPath(path).suffix.lower() in known and path not in zips]
    if not wanted:
        within = "another zip" if zips else "no file that can be read"
        raise ReadError(name, f"it holds {within}; put the articles themselves into it ({', '.join(sorted(known))})")
    if len(wanted) > MAX_FILES:
        raise ReadError(name, f"it holds {len(wanted):,} files; add at most {MAX_FILES:,} at once")
    note = _left_out(name, (p for p in every if p not in zips), known, deepest=_DEEPEST_IN_ZIP)
    notes = [note] if note else []
    notes += [f"{name}: {path} is a zip in a zip and was left out; add it by itself." for path in zips]
    files = ((path, part(archive, path, name)) for path in _reported(wanted, report))
    readings = list(_readings(files, read, notes))
    if not readings:
        first = notes[-len(wanted)].rstrip(".")
        raise ReadError(name, f"none of its {len(wanted)} files could be read; the first: {first}")
    joined = together(readings)
    return replace(joined, notes=(*joined.notes, *notes))


def _reported(paths: Sequence[str], report: Report | None) -> Iterator[str]:
    for number, path in enumerate(paths):
        if report:
            report(number / len(paths), PurePosixPath(path).name)
        yield path


def _readings(files: Iterable[tuple[str, bytes]], read: Reader, notes: list[str]) -> Iterator[Reading]:
    for path, content in files:
        try:
            yield read(content, PurePosixPath(path).name)
        except ReadError as error:
            notes.append(str(error))


def _is_shown(path: str) -> bool:
    """Whether a file of a zip is not what a system or a browser adds."""
    *folders, file = PurePosixPath(path).parts
    return not _is_hidden(file) and not any(map(_is_beside, folders))


def _is_beside(folder: str) -> bool:
    return _is_hidden(folder) or folder == "__MACOSX" or folder.endswith("_files")


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))
