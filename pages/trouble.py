"""When something unexpected fails: the visitor gets a sentence and a reference, the log where it was, and no text.

An error's message can hold a visitor's text, so no message is written anywhere: not here, and not by the libraries,
whose log entries pass through here, too.
"""

from __future__ import annotations

import hashlib
import logging
import threading
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is taken for another when it is read out
_ROOT = Path(__file__).parents[1]
_LONGEST = 40  # frames; an endless recursion has thousands
_log = logging.getLogger(__name__)


def guard() -> None:
    """Leave messages out of every log entry of this process from now on; errors of threads are logged the same way."""
    st.set_option("logger.enableRich", False)  # it prints past the log
    before = logging.getLogRecordFactory()
    if not hasattr(before, "leaves_messages_out"):
        logging.setLogRecordFactory(_without_messages(before))
    threading.excepthook = _log_thread


def show(error: Exception) -> bool:
    """Show a sentence with the reference under which the log has the rest; True says that it is shown."""
    told = (
        f"Something went wrong here (reference {reference(error)}). What you entered is still here: go on, or try "
        "another page. If it comes again, tell the reference to whoever runs this program."
    )
    context = get_script_run_ctx()
    if context and not context.has_script_started:  # a callback failed, and the page was not drawn after it
        tell(told)
        st.rerun()
    else:
        st.error(told, icon=":material/error:")
    return True


def tell(sentence: str) -> None:
    """Keep what a callback has to say for the page that is drawn after it, whichever it is."""
    st.session_state["trouble"] = sentence


def show_waiting() -> None:
    """Show what a callback had to say, on top of the page."""
    from pages.reading import plain  # here, so that the server is up before the library is imported

    if told := st.session_state.pop("trouble", None):
        st.error(plain(told), icon=":material/error:")


def reference(error: BaseException) -> str:
    """Return four letters for the kind of error and its place: the same trouble has the same reference."""
    place = "\n".join(_told(error))
    number = int.from_bytes(hashlib.sha256(place.encode()).digest()[:8])
    return "".join(_LETTERS[number // len(_LETTERS) ** n % len(_LETTERS)] for n in range(4))


def where(error: BaseException) -> str:
    """Return what the log may hold of an error: its reference, the kinds of errors and the lines they went through."""
    lines = "\n".join(f"  {line}" for line in _told(error))
    return f"Reference {reference(error)} (messages are left out: they can hold text)\n{lines}"


def _told(error: BaseException) -> list[str]:
    """Return an error and those that led to it, the first one first, each after its frames."""
    chain = [error]
    while (earlier := chain[-1].__cause__ or chain[-1].__context__) and earlier not in chain:
        chain.append(earlier)
    lines = []
    for one in reversed(chain):
        frames = traceback.extract_tb(one.__traceback__)[-_LONGEST:]
        lines += [f"{_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        lines.append(type(one).__name__)
    return lines


def _module(filename: str) -> str:
    """Return a file's path without the folders of this machine."""
    path, _, library = filename.rpartition("site-packages/")
    if path:
        return library
    return Path(filename).relative_to(_ROOT).as_posix() if Path(filename).is_relative_to(_ROOT) else Path(filename).name


def _without_messages(before: Any) -> Any:
    def make(*arguments: Any, **named: Any) -> logging.LogRecord:
        record: logging.LogRecord = before(*arguments, **named)
        record.msg, record.args = _kind(record.msg), _kinds(record.args)
        if record.exc_info and record.exc_info[1]:
            record.exc_text, record.exc_info = where(record.exc_info[1]), None
        return record

    make.leaves_messages_out = True  # type: ignore[attr-defined]
    return make


def _kinds(given: Any) -> Any:
    """Return what a message is filled with, an error's kind and place in the stead of what it says."""
    if isinstance(given, tuple):
        return tuple(_kind(one) for one in given)
    return {name: _kind(one) for name, one in given.items()} if isinstance(given, Mapping) else given


def _kind(given: Any) -> Any:
    return where(given) if isinstance(given, BaseException) else given


def _log_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value and not isinstance(failed.exc_value, SystemExit):  # a thread that just ends
        _log.error("A thread failed", exc_info=failed.exc_value)
