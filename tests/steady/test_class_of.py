"""Five visitors at once, without a clock; `make load` lets thirty come and measures."""

from __future__ import annotations

import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.steady.class_of import VISITORS, drive, event_of, marker, prepare
from tests.steady.serving import serving
from tests.steady.visitor import Visitor

WORDS = [marker(number) for number in range(5)]


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
    keys = prepare(tmp_path, WORDS, articles=2, passages=5)
    with serving(tmp_path) as server:
        assert listening(urlsplit(server.address).port) <= {"127.0.0.1", "::1"}
        visits = drive(server, keys, WORDS, pages=("side_by_side", "tone", "voices", ""), looked_at=(0.0, 0.1))
        assert [text for visit in visits for text in visit.wrong] == []
        assert server.loads == 1
        assert [word for word in WORDS if word in server.log] == []
        for headers, place in (({}, b"Saved on this computer"), ({"X-Forwarded-For": "192.0.2.7"}, b"on this server")):
            with Visitor(server.address, query=f"event={keys[0]}", headers=headers) as visitor:
                visitor.visit("articles")
            assert any(place in frame for frame in visitor.frames)


def test_every_passage_of_a_visitor_s_event_holds_the_marker():
    event = event_of("Vaskaralan")
    assert all("Vaskaralan" in p.text for article in event.articles for p in article.paragraphs)


def test_no_marker_is_a_part_of_another():
    words = [marker(number) for number in range(VISITORS)]
    assert [(a, b) for a in words for b in words if a is not b and a in b] == []
