"""Unpack a project file, a zip of JSON, without trusting it: every part is known, small enough and unchanged."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

from framing.read.errors import ReadError

HEAD, ARTICLES, NUMBERS, TEXTS = "project.json", "articles.json", "numbers.json", "texts.json"
PARTS = (HEAD, ARTICLES, NUMBERS, TEXTS)
"""The parts of a project file; the last one is missing where the texts were left out."""

# Twelve articles unpack to 2 MB, and comparisons grow with the square: sixty come to some 50 MB.
MAX_UNPACKED = 80_000_000
# Numbers in columns shrink to a twentieth or so; what shrinks to a thousandth was made to fill a memory.
MAX_RATIO = 150
_FREE = 1_000_000  # bytes; a small part may be as repetitive as it likes
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip
_NO_PROJECT = "it is not a project file of Framing; name a .framing file that Framing saved"


def unpack(content: bytes, name: str) -> dict[str, Any]:
    """Return the JSON of every part by its name. Raises ReadError for what no Framing ever wrote."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            _check(infos, name)
            parts = {info.filename: archive.read(info) for info in infos}
    except _BROKEN as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(name, "it is damaged or no project file; save it again where it came from") from None
    loaded = {part: _loaded(data, part, name) for part, data in parts.items()}
    _check_hashes(loaded[HEAD], parts, name)
    return loaded


def pack(parts: Mapping[str, object]) -> bytes:
    """Return the parts as a zip whose bytes depend on nothing else; the head tells the others' SHA-256."""
    data = {part: _dumped(parts[part]) for part in PARTS if part != HEAD and part in parts}
    head = {**_object(parts[HEAD]), "parts": {part: digest(content) for part, content in data.items()}}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for part, content in {HEAD: _dumped(head), **data}.items():
            info = zipfile.ZipInfo(part, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, content, compresslevel=9)
    return stream.getvalue()


def digest(content: bytes | str) -> str:
    """Return the SHA-256 of bytes, or of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def _check(infos: list[zipfile.ZipInfo], name: str) -> None:
    names = [info.filename for info in infos]
    if HEAD not in names:
        raise ReadError(name, _NO_PROJECT)
    if foreign := sorted(set(names) - set(PARTS)):
        raise ReadError(name, f"it holds {foreign[0][:60]!r}, which is no part of a project file; it was not opened")
    if len(names) > len(set(names)):
        raise ReadError(name, "it holds a part twice, so it was changed after it was saved; it was not opened")
    if missing := [part for part in PARTS[:3] if part not in names]:
        raise ReadError(name, f"its part {missing[0]} is missing; save the project again where it came from")
    if sum(info.file_size for info in infos) > MAX_UNPACKED or any(_is_bomb(info) for info in infos):
        raise ReadError(name, "it would unpack to far more than a project holds, so it was not opened")
    if any(info.flag_bits & 1 or info.compress_type not in (0, zipfile.ZIP_DEFLATED) for info in infos):
        raise ReadError(name, "it is packed in a way that Framing never uses, so it was not opened")


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _FREE and info.file_size > MAX_RATIO * info.compress_size


def _check_hashes(head: Any, parts: Mapping[str, bytes], name: str) -> None:
    head = head if isinstance(head, dict) else {}
    schema = head.get("schema")
    family, _, version = schema.partition("/") if isinstance(schema, str) else ("", "", "")
    if family != "framing.project" or not version.isdecimal():
        raise ReadError(name, _NO_PROJECT)
    if version != "1":
        raise ReadError(name, f"its form is {schema[:40]}, newer than this Framing reads; update Framing to open it")
    if head.get("parts") != {part: digest(data) for part, data in parts.items() if part != HEAD}:
        raise ReadError(name, "a part of it is not the one that was saved; get the file anew from where it came")


def _loaded(data: bytes, part: str, name: str) -> Any:
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_refused)
    except (ValueError, RecursionError):
        raise ReadError(name, f"its part {part} is not valid JSON; get the file anew from where it came") from None


def _refused(constant: str) -> None:
    raise ValueError(constant)


def _dumped(part: object) -> bytes:
    return json.dumps(part, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True).encode()


def _object(part: object) -> dict[str, object]:
    if not isinstance(part, dict):
        raise TypeError("The head of a project file is a JSON object.")
    return part
