"""Vectors that need not be computed again: the example events' come with the program, the others are kept on disk.

They are kept by what they depend on, the text, the model and the type of number, in a SQLite file in the user's data
folder; of the texts only fingerprints. A file that is damaged, full or locked costs time and nothing else: each vector
is kept with a checksum, and one that does not fit it is made anew.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from pathlib import Path

import numpy as np

from framing.records import Vectors, fingerprint
from framing.resources import DATA, home, make_private

EXAMPLE_VECTORS = DATA / "models" / "example_vectors.npz"
# Some 300 MB with the embedded model: a thousand events of ten articles. Beyond it the oldest go.
MOST = 200_000

# Stands for how vectors are computed: to be changed with it, so that none is taken that was computed in another way.
_WAY = "packed in parts"

_TABLE = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) STRICT"
_AT_ONCE = 500  # SQLite takes at most 999 values a statement where it is old
_log = logging.getLogger(__name__)


def known_vectors(
    texts: Iterable[str], sha256: str, dtype: str = "float32", *, kept: bool = True
) -> dict[str, Vectors]:
    """Return the vectors at hand, shape (dimensions,) each, by text; only those of the model with this SHA-256.

    `dtype` is the type of number that the model computes in. The examples' vectors serve for every type. Without `kept`
    only they are returned, and none that was computed on this machine.
    """
    wanted = set(texts)
    rows = _examples(sha256)
    found = {text: row for text in wanted if (row := rows.get(fingerprint(text))) is not None}
    return found | _kept(wanted - found.keys(), sha256, dtype) if kept else found


def keep_vectors(vectors: Mapping[str, Vectors], sha256: str, dtype: str = "float32") -> None:
    """Keep vectors for the next time; where the disk refuses, nothing is kept. A model without SHA-256 is not known."""
    if not (vectors and sha256):
        return
    rows = [(_key(text, sha256, dtype), _packed(row)) for text, row in vectors.items()]
    with suppress(OSError), _vectors() as table:
        table.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        table.execute("DELETE FROM vectors WHERE rowid <= (SELECT max(rowid) FROM vectors) - ?", (MOST,))


def save_example_vectors(vectors: Mapping[str, Vectors], sha256: str) -> None:
    """Write the file that comes with the program: texts by their fingerprints, never the texts themselves."""
    texts = sorted(vectors)
    keys = np.array([fingerprint(text) for text in texts])
    np.savez_compressed(EXAMPLE_VECTORS, keys=keys, rows=np.array([vectors[t] for t in texts]), sha256=np.array(sha256))
    _examples.cache_clear()


def _kept(texts: set[str], sha256: str, dtype: str) -> dict[str, Vectors]:
    if not (texts and sha256 and _file().is_file()):
        return {}
    keys = {_key(text, sha256, dtype): text for text in texts}
    found: dict[str, Vectors] = {}
    with suppress(OSError), _vectors() as table:
        asked = list(keys)
        for some in (asked[i : i + _AT_ONCE] for i in range(0, len(asked), _AT_ONCE)):
            places = ",".join("?" * len(some))
            rows = table.execute(f"SELECT key, vector FROM vectors WHERE key IN ({places})", some)  # noqa: S608
            found |= {keys[key]: vector for key, packed in rows if (vector := _unpacked(packed)) is not None}
    return found


@contextmanager
def _vectors() -> Iterator[sqlite3.Connection]:
    """Open the file for one transaction. Raises OSError where that fails; a damaged file is put away first."""
    path = _file()
    try:
        make_private(path)
        with closing(sqlite3.connect(path, timeout=2)) as connection, connection:
            # First, as beginning a file would wait for the disk, for seconds where it is busy. What a power cut tears
            # is made anew.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(_TABLE)
            yield connection
    except sqlite3.OperationalError as error:  # locked, full, read-only
        _log.warning("Vectors are not kept: %s", error)
        raise OSError(str(error)) from error
    except sqlite3.DatabaseError as error:
        _log.warning("The kept vectors are damaged and are made anew: %s", error)
        for part in path.parent.glob(f"{path.name}*"):
            with suppress(OSError):
                part.unlink()
        raise OSError(str(error)) from error


def _packed(vector: Vectors) -> bytes:
    content = vector.astype("<f4").tobytes()
    return content + zlib.crc32(content).to_bytes(4)


def _unpacked(packed: bytes) -> Vectors | None:
    """Return the vector, or None where its bytes are not those that were written."""
    content, checksum = packed[:-4], packed[-4:]
    whole = zlib.crc32(content).to_bytes(4) == checksum
    return np.frombuffer(content, dtype="<f4").astype(np.float32) if whole else None


def _file() -> Path:
    return home() / "vectors.sqlite"


def _key(text: str, sha256: str, dtype: str) -> bytes:
    """Return the whole SHA-256 of what a vector depends on: it stands for the text, so no two may share it."""
    return hashlib.sha256(f"{sha256}\n{dtype}\n{_WAY}\n{text}".encode("utf-8", "surrogatepass")).digest()


@lru_cache(maxsize=2)
def _examples(sha256: str) -> dict[str, Vectors]:
    if not EXAMPLE_VECTORS.is_file():
        return {}
    with np.load(EXAMPLE_VECTORS, allow_pickle=False) as file:
        return dict(zip(file["keys"].tolist(), file["rows"], strict=True)) if str(file["sha256"]) == sha256 else {}
