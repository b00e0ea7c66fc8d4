"""What a visitor sees and the log keeps when something unexpected fails, wherever it fails."""

from __future__ import annotations

import logging
import re
import sys
from threading import Thread

import pytest

from pages import trouble
from tests.steady.sabotaged import TEXT, fail
from tests.steady.serving import serving
from tests.steady.visitor import Visitor

WHOLE = "The page is whole, with {!r}."
SENTENCE = re.compile(r"Something went wrong here \(reference ([2-9A-Z]{4})\)\. What you entered is still here")


def failed():
    try:
        fail()
    except RuntimeError as error:
        return error


def said(visitor):
    bodies = (alert.body.replace("\\", "") for alert in visitor.elements("alert"))  # as Markdown shows them
    return [found[1] for body in bodies if (found := SENTENCE.match(body))]


def texts(visitor):
    return [text.body for text in visitor.elements("text")]


def test_a_failure_gives_a_sentence_and_the_log_its_place_without_text(tmp_path):
    command = [sys.executable, "-m", "tests.steady.sabotaged"]
    with serving(tmp_path, command) as server, Visitor(server.address) as visitor:
        visitor.visit("tone")
        assert (said(visitor), texts(visitor)) == ([], [WHOLE.format("")])

        visitor.type("text_input", "Field", "kept")
        visitor.press("Fail in the page")
        (in_page,) = said(visitor)
        assert texts(visitor) == []

        visitor.press("Fail in a callback")
        if not said(visitor):
            visitor.wait()  # for the run after the one that failed
        (in_callback,) = said(visitor)
        assert texts(visitor) == [WHOLE.format("kept")], "the page is drawn after a callback that failed"

        visitor.press("Fail in a part")
        (in_part,) = said(visitor)

        assert len({in_page, in_callback, in_part}) == 3
        log = server.log
        for reference in (in_page, in_callback, in_part):
            assert f"Reference {reference} " in log
        assert re.search(r"tests/steady/sabotaged\.py:\d+ fail\n +RuntimeError\n", log)
        assert "A thread failed" in log
        received = b"".join(visitor.frames).decode(errors="replace")
        assert [word for word in (TEXT.split()[0], "Traceback") if word in received + log] == []


class TestWhere:
    def test_it_tells_the_kinds_and_places_of_an_error_and_of_its_cause(self):
        told = trouble.where(failed())
        assert re.findall(r"^  (\w+)$", told, re.MULTILINE) == ["ValueError", "RuntimeError"]
        assert re.search(r"^  tests/steady/sabotaged\.py:\d+ fail$", told, re.MULTILINE)
        assert "Vaskarelin" not in told

    def test_the_same_trouble_has_the_same_reference_and_another_has_another(self):
        here, there = failed(), failed()
        other = KeyError()
        assert trouble.reference(here) == trouble.reference(there)
        assert trouble.reference(here) != trouble.reference(other)

    def test_errors_that_caused_each_other_come_to_an_end(self):
        one, other = ValueError(), KeyError()
        one.__cause__, other.__cause__ = other, one
        assert trouble.where(one).splitlines()[1:] == ["  KeyError", "  ValueError"]


@pytest.fixture
def guarded():
    before, enough = logging.getLogRecordFactory(), trouble.threading.excepthook
    trouble.guard()
    yield
    logging.setLogRecordFactory(before)
    trouble.threading.excepthook = enough


@pytest.mark.usefixtures("guarded")
def test_no_library_logs_the_message_of_an_error(caplog):
    logging.getLogger("some.library").error("It failed", exc_info=failed())
    logged = logging.Formatter().format(caplog.records[-1])
    assert logged.startswith(f"It failed\nReference {trouble.reference(failed())}")
    assert "Vaskarelin" not in logged


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize(
    ("message", "filled"),
    [("It failed: %s", (failed(),)), ("%d times: %r", (2, failed())), ("It failed: %(why)s", ({"why": failed()},))],
)
def test_no_message_is_filled_with_an_error_s_text(message, filled, caplog):
    logging.getLogger("some.library").error(message, *filled)
    logged = caplog.records[-1].getMessage()
    assert f"Reference {trouble.reference(failed())}" in logged
    assert "Vaskarelin" not in logged


@pytest.mark.usefixtures("guarded")
def test_an_error_logged_as_the_message_says_its_kind_only(caplog):
    logging.getLogger("some.library").error(failed())
    assert caplog.records[-1].getMessage() == trouble.where(failed())


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize(("raised", "entries"), [(SystemExit, 0), (ValueError, 1)])
def test_a_thread_that_just_ends_is_no_trouble(raised, entries, monkeypatch):
    logged = []
    monkeypatch.setattr(trouble._log, "error", lambda *given, **_named: logged.append(given))

    def end():
        raise raised

    thread = Thread(target=end)
    thread.start()
    thread.join()
    assert len(logged) == entries
