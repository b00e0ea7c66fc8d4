"""What a file may unpack to, checked before anything is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from framing.read.errors import ReadError

MAX_PART = 40_000_000
"""Bytes that one part of a packed document may unpack to: twenty times the text of a thick book."""
MAX_PARTS = 5_000
_MAX_UNPACKED = 200_000_000
_MAX_RATIO = 200  # text shrinks to a tenth or so, tables to a hundredth; what shrinks further was made to fill a memory
_FREE = 1_000_000  # bytes; a small part may be as repetitive as it likes

DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)
"""What reading a damaged zip may raise."""


def opened(content: bytes, name: str) -> zipfile.ZipFile:
    """Open a packed file once it is sure that it unpacks to a sensible size. Raises ReadError, naming `name`."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGED:
        raise ReadError(name, "the file is damaged; save it again where it came from") from None
    infos = archive.infolist()
    if len(infos) > MAX_PARTS:
        raise ReadError(name, f"it holds {len(infos):,} files; add at most {MAX_PARTS:,} at once")
    if sum(i.file_size for i in infos) > _MAX_UNPACKED or any(_is_bomb(i) for i in infos):
        raise ReadError(
            name, "it would unpack to far more than articles need, so it was not opened; add the articles' text"
        )
    if any(i.flag_bits & 1 for i in infos):
        raise ReadError(name, "it is locked with a password; unlock it and save it again")
    return archive


def part(archive: zipfile.ZipFile, path: str, name: str) -> bytes:
    """Return one part of an opened file. Raises ReadError where it is missing, damaged or too large."""
    try:
        info = archive.getinfo(path)
        if info.file_size > MAX_PART:
            raise ReadError(name, "it holds far more text than an article; save the article as a file of its own")
        return archive.read(info)
    except ReadError:
        raise
    except DAMAGED:
        raise ReadError(name, "the file is damaged; save it again where it came from") from None


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _FREE and info.file_size > _MAX_RATIO * max(info.compress_size, 1)
