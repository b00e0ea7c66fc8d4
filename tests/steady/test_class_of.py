"""Five visitors at once, without a clock; `make load` lets thirty come and measures."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.steady import class_of
from tests.steady.brought import plans
from tests.steady.class_of import MEGABYTES, SECONDS, Visit, drive, figures_of, prepare, too_much
from tests.steady.coming import Coming
from tests.steady.serving import serving
from tests.steady.visitor import Visitor

CROWD = [replace(plan, articles=2, passages=5) for plan in plans(5)]


def listening(port):
    """Return the addresses on which this machine listens at a port, as the system tells them."""
    found = set()
    for table, family, size in (("tcp", socket.AF_INET, 4), ("tcp6", socket.AF_INET6, 16)):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            place, state = line.split()[1], line.split()[3]
            address, at = place.split(":")
            if state == "0A" and int(at, 16) == port:
                words = [bytes.fromhex(address[n : n + 8])[::-1] for n in range(0, 2 * size, 8)]
                found.add(socket.inet_ntop(family, b"".join(words)))
    return found


@pytest.mark.model
def test_five_at_once_see_their_own_event_and_no_word_of_another(tmp_path):
    queries = prepare(tmp_path, CROWD)
    with serving(tmp_path) as server:
        assert listening(urlsplit(server.address).port) <= {"127.0.0.1", "::1"}
        pages = ("side_by_side", "tone", "report", "voices", "")
        visits = drive(server, queries, CROWD, pages=pages, looked_at=(0.0, 0.1))
        assert [text for visit in visits for text in visit.wrong] == []
        assert [(visit.way, len(visit.coming.added)) for visit in visits] == [
            ("saved", 0), ("pasted", 2), ("saved", 0), ("file", 1), ("pasted", 2)
        ]  # fmt: skip
        assert [visit.report is not None for visit in visits] == [False, False, False, True, False]
        assert server.loads == 1
        assert [plan.word for plan in CROWD if plan.word in server.log] == []
        for headers, place in (({}, b"Saved on this computer"), ({"X-Forwarded-For": "192.0.2.7"}, b"on this server")):
            with Visitor(server.address, query=queries[0], headers=headers) as visitor:
                visitor.visit("articles")
            assert any(place in frame for frame in visitor.frames)


FIGURES = {"p95_s": 2.99, "peak_mb": 4095, "model_loads": 1, "wrong": []}


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ({}, []),
        ({"p95_s": SECONDS}, ["5 % of page changes took 3.0 s or more; they may take 3."]),
        ({"peak_mb": MEGABYTES}, ["It took 4096 MB of memory; it may take 4096."]),
        ({"model_loads": 2}, ["The model was loaded 2 times, not once."]),
        ({"wrong": ["Vaskaralan was shown Vaskaralen"]}, ["Vaskaralan was shown Vaskaralen"]),
    ],
)
def test_it_fails_where_somebody_waits_too_long_or_sees_what_is_not_theirs(figures, told):
    assert too_much(FIGURES | figures) == told


def test_who_waits_in_vain_is_told_and_ends_nobody_else_s_visit(monkeypatch):
    def visit(_server, _query, _crowd, plan):
        if plan.number == 1:
            raise TimeoutError
        return Visit(plan.way, Coming(1.0), (0.1,), 0.2, None, ())

    monkeypatch.setattr(class_of, "visit", visit)
    (wrong,) = figures_of(drive(None, [""] * 5, CROWD))["wrong"]
    assert wrong.startswith(f"{CROWD[1].word} waited in vain")


def test_the_figures_keep_those_who_bring_their_articles_apart_from_those_who_open_a_saved_event():
    visits = [
        Visit("saved", Coming(1.0), (0.1, 0.3), 0.2, None, ()),
        Visit("pasted", Coming(5.0, (0.4, 0.6)), (0.2,), 0.4, 9.0, ("a word",)),
    ]
    told = figures_of(visits)
    assert (told["visitors"], told["page_changes"], told["p50_s"], told["p95_s"]) == (2, 3, 0.2, 0.29)
    assert (told["first_view_p95_s"], told["compare_p95_s"], told["add_article_p95_s"]) == (1.0, 5.0, 0.59)
    assert (told["report_p95_s"], told["cut_p95_s"], told["wrong"]) == (9.0, 0.39, ["a word"])
