"""Project files that no Framing wrote: each is refused with a sentence, and nothing is changed or written."""

from __future__ import annotations

import contextlib
import copy
import io
import json
import os
import warnings
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.export import project_bytes
from framing.export.recorded import recorded
from framing.read import ReadError, gather
from framing.read.project import read_project
from framing.read.project_parts import MAX_UNPACKED, digest, pack
from tests.bag_of_words import BagOfWords
from tests.handmade import bell, post

WHOLE = project_bytes(framing.compare([bell(), post()], encoder=BagOfWords(), cut=0.3))
WITHOUT = project_bytes(framing.compare([bell(), post()], encoder=BagOfWords(), cut=0.3), texts=False)

TRIES = int(os.environ.get("FRAMING_FUZZ", "150"))


def parts_of(content=WHOLE):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}


def zipped(entries, method=zipfile.ZIP_DEFLATED):
    """Make a zip of names and contents, as they are, names twice as well."""
    stream = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


def raw(content=WHOLE):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def head(**changed):
    """Return the whole file with another head, otherwise as it was saved."""
    made = parts_of()["project.json"] | changed
    return zipped([("project.json", json.dumps(made)), *raw()[1:]])


def changed(path, value, content=WHOLE):
    """Return the file with one value changed and every hash made anew, as a careful forger would."""
    parts = parts_of(content)
    *way, last = path
    inner = parts
    for key in way:
        inner = inner[key]
    inner[last] = value
    parts["project.json"].pop("parts", None)
    return pack(parts)


BOMB = ("texts.json", b'{"x": "' + b"a" * 30_000_000 + b'"}')
REFUSED = {
    "nothing": (b"", "damaged or no project file"),
    "a text": (b"The mayor closed the old bridge.", "damaged or no project file"),
    "another zip": (zipped([("word/document.xml", "<w/>")]), "not a project file of Framing"),
    "a path out of the folder": (zipped([*raw(), ("../../etc/passwd", "x")]), "'../../etc/passwd', which is no part"),
    "an absolute path": (zipped([*raw(), ("/etc/passwd", "x")]), "'/etc/passwd', which is no part"),
    "a program": (zipped([*raw(), ("run.py", "import os")]), "'run.py', which is no part"),
    "a part twice": (zipped([*raw(), raw()[1]]), "holds a part twice"),
    "a missing part": (zipped(raw()[:2]), "its part numbers.json is missing"),
    "a missing text part": (zipped(raw()[:3]), "a part of it is not the one that was saved"),
    "a bomb": (zipped([*raw()[:3], BOMB]), "far more than a project holds"),
    "a smaller bomb": (zipped([*raw()[:3], (BOMB[0], BOMB[1][:2_000_000])]), "far more than a project holds"),
    "another packing": (zipped(raw(), zipfile.ZIP_LZMA), "packed in a way that Framing never uses"),
    "no schema": (head(schema=None), "not a project file of Framing"),
    "another schema": (head(schema="framing.comparison/1"), "not a project file of Framing"),
    "a future version": (head(schema="framing.project/2"), "newer than this Framing reads; update Framing"),
    "a changed part": (zipped([raw()[0], ("articles.json", b"[]"), *raw()[2:]]), "is not the one that was saved"),
    "no JSON": (zipped([("project.json", b"{"), *raw()[1:]]), "its part project.json is not valid JSON"),
    "not a number": (zipped([("project.json", b'{"cut": NaN}'), *raw()[1:]]), "is not valid JSON"),
    "deep JSON": (zipped([("project.json", b"[" * 100_000), *raw()[1:]]), "is not valid JSON"),
    "a list for a head": (zipped([("project.json", b"[]"), *raw()[1:]]), "not a project file of Framing"),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_with_a_sentence(content, reason):
    with pytest.raises(ReadError) as caught:
        read_project(content, "bad.framing")
    assert str(caught.value).startswith("bad.framing: ")
    assert reason in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("kind", ["a path out of the folder", "a bomb", "a future version", "a changed part"])
def test_a_refused_file_changes_nothing_on_the_disk(kind, tmp_path):
    content, reason = REFUSED[kind]
    (tmp_path / "bad.framing").write_bytes(content)
    with pytest.raises(ReadError, match=reason.split("'")[-1]):
        gather([tmp_path / "bad.framing"])
    assert [p.name for p in tmp_path.rglob("*")] == ["bad.framing"]
    assert (tmp_path / "bad.framing").read_bytes() == content


def test_all_that_is_unpacked_counts_together():
    many = zipped([(name, content + b" " * (MAX_UNPACKED // 3)) for name, content in raw()], zipfile.ZIP_STORED)
    with pytest.raises(ReadError, match="far more than a project holds"):
        read_project(many, "bad")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("texts.json", digest("Old bridge is closed")), "Another headline"),
        (("articles.json", 0, "id"), "0" * 10),
        (("articles.json", 0, "source"), "Herald"),
        (("articles.json", 0, "paragraphs", 0, 0), "chunk"),
        (("articles.json", 0, "paragraphs"), []),
        (("articles.json",), []),
        (("project.json", "settings", "cut"), 7),
        (("project.json", "settings", "restored"), [["x", -1]]),
        (("project.json", "judgements"), [{"left": "a"}]),
        (("project.json", "title"), ["A bridge"]),
        (("numbers.json", "passages", "ends", 0), [10**12]),
        (("numbers.json", "passages", "words", 0), -1),
        (("numbers.json", "passages", "kind", 0), "<script>"),
        (("numbers.json", "passages", "article", 0), "0123456789"),
        (("numbers.json", "matches", "left", 0), "nobody"),
        (("numbers.json", "matches", "sentences", 0), [99, 99]),
        (("numbers.json", "matches", "probability", 0), "high"),
        (("numbers.json", "story_points", "passages", 0), []),
        (("numbers.json", "tone", "score"), []),
        (("numbers.json", "tone", "sentence", 0), 99),
        (("numbers.json", "differences", "left", 0), "Bell"),
        (("numbers.json", "differences", "note"), [{}]),
        (("numbers.json", "extra"), {}),
    ],
)
def test_a_careful_forgery_is_refused(path, value):
    with pytest.raises(ReadError, match=r"^bad: "):
        read_project(changed(path, value), "bad")


@pytest.mark.parametrize("content", [WHOLE, WITHOUT], ids=["whole", "without texts"])
def test_what_was_not_changed_is_read(content):
    assert read_project(content, "good").cut == 0.3


@given(st.data())
@settings(max_examples=TRIES)
def test_a_damaged_file_is_read_or_refused(data):
    content = bytearray(data.draw(st.sampled_from([WHOLE, WITHOUT])))
    if data.draw(st.booleans()):
        content = content[: data.draw(st.integers(0, len(content)))]
    for place in data.draw(st.lists(st.integers(0, max(len(content) - 1, 0)), max_size=4)):
        if content:
            content[place] ^= 1 << data.draw(st.integers(0, 7))
    with contextlib.suppress(ReadError):
        recorded(read_project(bytes(content), "bad"))


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)


@given(st.data())
@settings(max_examples=TRIES)
def test_any_value_in_any_place_is_read_or_refused(data):
    parts = copy.deepcopy(parts_of(data.draw(st.sampled_from([WHOLE, WITHOUT]))))
    inner = parts
    key = data.draw(st.sampled_from(sorted(parts)))
    while isinstance(inner[key], dict | list) and inner[key] and data.draw(st.integers(0, 5)):
        inner = inner[key]
        key = data.draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner))))
    inner[key] = data.draw(ANY)
    try:
        content = pack(parts)
    except TypeError:
        return  # without an object for a head there is no such file
    with contextlib.suppress(ReadError):
        recorded(read_project(content, "bad"))
