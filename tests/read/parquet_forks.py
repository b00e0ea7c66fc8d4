"""Parquet files read a hundred a second: each in a fork of one process that has imported the library already.

The program starts a process for each file, because a damaged one can end it; that takes a third of a second, too long
for thousands of inputs. What is forked runs the program's own `rows_of`, and dies alone.
"""

from __future__ import annotations

import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from framing.read import parquet_rows, table_file

_SERVER = """
import json, os, signal, struct, sys
import pyarrow.parquet
exec(compile(open(sys.argv[1]).read(), sys.argv[1], "exec"), rows := {"__name__": "rows"})
while head := sys.stdin.buffer.read(12):
    size, most = struct.unpack("<QI", head)
    content = sys.stdin.buffer.read(size)
    reading, writing = os.pipe()
    if not (child := os.fork()):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        signal.alarm(20)
        try:
            answer = json.dumps(rows["rows_of"](content, most)).encode()
        except BaseException:
            os._exit(1)
        with open(writing, "wb") as pipe:
            pipe.write(answer)
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        answer = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.stdout.buffer.write(struct.pack("<iQ", status, len(answer)) + answer)
    sys.stdout.buffer.flush()
"""


@contextmanager
def forking() -> Iterator[None]:
    """Let `read_parquet` ask one process that forks, as long as the block lasts."""
    command = [sys.executable, "-c", _SERVER, parquet_rows.__file__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin
        assert server.stdout

        def run(asked: list[str], *, input: bytes, **_: Any) -> subprocess.CompletedProcess[bytes]:
            server.stdin.write(struct.pack("<QI", len(input), int(asked[-1])) + input)
            server.stdin.flush()
            status, size = struct.unpack("<iQ", server.stdout.read(12))
            answer = server.stdout.read(size)
            if status:
                raise subprocess.CalledProcessError(status, asked)
            return subprocess.CompletedProcess(asked, status, answer)

        with mock.patch.object(table_file.subprocess, "run", run):
            yield
        server.stdin.close()
