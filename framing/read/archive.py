"""A folder or a zip of articles, one level deep -> Reading; nothing is ever unpacked to the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from framing.read.errors import ReadError
from framing.read.joining import together
from framing.read.limits import opened, part
from framing.read.reading import Reading

Reader = Callable[[bytes, str], Reading]
MAX_FILES = 2_000
"""Files that are read at once."""


def files_in(folder: Path, endings: Iterable[str]) -> list[Path]:
    """Return a folder's files of these endings, and those of the folders in it, in the order of their paths.

    What a browser saves beside a page ("Page_files") holds pictures and frames, no articles.
    """
    known = set(endings) - {""}
    inner = [p for p in folder.iterdir() if p.is_dir() and not _is_hidden(p.name) and not p.name.endswith("_files")]
    found = [p for place in (folder, *inner) for p in place.iterdir() if p.is_file()]
    return sorted(p for p in found if p.suffix.lower() in known and not _is_hidden(p.name))


def read_zip(content: bytes, name: str, read: Reader, endings: Iterable[str]) -> Reading:
    """Read the files of a zip; one that cannot be read is said and does not keep the others out.

    Raises ReadError, naming `name`, where the zip is damaged, unpacks to too much, or holds no article.
    """
    archive = opened(content, name)
    known = set(endings) - {"", ".zip"}
    paths = sorted(i.filename for i in archive.infolist() if not i.is_dir() and _is_wanted(i.filename))
    zips = [path for path in paths if path.lower().endswith(".zip")]
    wanted = [path for path in paths if PurePosixPath(path).suffix.lower() in known and path not in zips]
    if not wanted:
        within = "another zip" if zips else "no file that can be read"
        raise ReadError(name, f"it holds {within}; put the articles themselves into it ({', '.join(sorted(known))})")
    if len(wanted) > MAX_FILES:
        raise ReadError(name, f"it holds {len(wanted):,} files; add at most {MAX_FILES:,} at once")
    notes = [f"{name}: {path} is a zip in a zip and was left out; add it by itself." for path in zips]
    readings = list(_readings(((path, part(archive, path, name)) for path in wanted), read, notes))
    if not readings:
        first = notes[-len(wanted)].rstrip(".")
        raise ReadError(name, f"none of its {len(wanted)} files could be read; the first: {first}")
    joined = together(readings)
    return replace(joined, notes=(*joined.notes, *notes))


def _readings(files: Iterable[tuple[str, bytes]], read: Reader, notes: list[str]) -> Iterator[Reading]:
    for path, content in files:
        try:
            yield read(content, PurePosixPath(path).name)
        except ReadError as error:
            notes.append(str(error))


def _is_wanted(path: str) -> bool:
    """Whether a file of a zip lies no deeper than in a folder's folder, and is not what a system or browser adds."""
    parts = PurePosixPath(path).parts
    hidden = any(_is_hidden(p) or p == "__MACOSX" or p.endswith("_files") for p in parts)
    return not hidden and len(parts) <= 3


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))
