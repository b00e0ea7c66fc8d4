from __future__ import annotations

import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.read.url.robots import allows

TRIES = int(os.environ.get("FRAMING_FUZZ", "200"))
ALL = "User-agent: *\n"


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        ("", "/a", True),
        (f"{ALL}Disallow:", "/a", True),
        (f"{ALL}Disallow: /", "/a", False),
        (f"{ALL}Disallow: /private", "/private/a", False),
        (f"{ALL}Disallow: /private", "/open", True),
        (f"{ALL}Disallow: /news\nAllow: /news/open", "/news/open/a", True),
        (f"{ALL}Allow: /news\nDisallow: /news", "/news", True),
        (f"{ALL}Disallow: /*.pdf$", "/a/b.pdf", False),
        (f"{ALL}Disallow: /*.pdf$", "/a/b.pdf?x", True),
        (f"{ALL}Disallow: /a*c/d", "/abbbc/d", False),
        (f"{ALL}Disallow: /a$", "/a", False),
        (f"{ALL}Disallow: /a$", "/ab", True),
        (f"{ALL}Disallow: /a%3Cd.html", "/a%3cd.html", False),
        (f"{ALL}Disallow: /*?", "/a?b=1", False),
        (f"{ALL}Disallow: / # all of it", "/a", False),
        (f"{ALL}DISALLOW: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: Framing\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", True),
        ("User-agent: framing/1.0\nDisallow: /a", "/a", False),
        ("User-agent: other\nUser-agent: *\nDisallow: /", "/a", False),
        ("Disallow: /", "/a", True),
        ("<html>no robots here</html>", "/a", True),
    ],
)
def test_the_longest_rule_of_the_own_group_decides(robots, path, allowed):
    assert allows(robots, path) is allowed


def test_a_pattern_made_to_take_for_ever_does_not():
    begin = time.perf_counter()
    assert allows(f"{ALL}Disallow: /" + "*a" * 900 + "b", "/" + "a" * 20_000)
    assert time.perf_counter() - begin < 1


@settings(max_examples=TRIES)
@given(st.text(), st.text())
def test_any_file_gives_an_answer(robots, path):
    assert allows(robots, f"/{path}") in (True, False)
    assert allows(ALL + robots, f"/{path}") in (True, False)
