"""Garbled files: whatever comes, there are articles or one ReadError that names the file and the reason.

200 inputs a reader; FRAMING_FUZZ=10000 tries as many as it says.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.read import ReadError, event_to_json, open_example, read_bytes
from framing.read.forms import ENDINGS
from tests.quality.extraction import PAGES
from tests.read.making import odt, odt_p, pdf, rtf, set_lines, word, workbook, zipped
from tests.read.parquet_forks import forking
from tests.read.test_table_files import COLUMNS, FORMS, ROWS

LEAD = "The mayor closed the “old” bridge on Friday after engineers found cracks in two of its seven arches."
BODY = "Repairs will cost nine million crowns – the council said – and nobody knows yet who is going to pay for them."
TRIES = int(os.environ.get("FRAMING_FUZZ", "200"))


@cache
def seeds() -> dict[str, bytes]:
    """A sound file of every form."""
    text = f"{LEAD}\n\n{BODY}\n"
    lines = [*set_lines(LEAD, x=60, top=740, width=60), *set_lines(BODY, x=60, top=640, width=60)]
    made = {
        ".txt": text.encode(),
        ".md": text.encode("utf-16"),
        ".html": (PAGES / "wordpress_block.html").read_bytes(),
        ".mhtml": (PAGES / "saved.mhtml").read_bytes(),
        ".pdf": pdf([lines, lines], title="Old bridge"),
        ".docx": word(LEAD, ("Who pays", "Heading 2"), BODY, title="Old bridge"),
        ".rtf": rtf(LEAD, BODY, head="{\\info{\\title Old bridge}}"),
        ".odt": odt(odt_p(LEAD), odt_p(BODY), meta="<dc:title>Old bridge</dc:title>"),
        ".csv": FORMS["a.csv"],
        ".xlsx": workbook([COLUMNS, *ROWS]),
        ".jsonl": FORMS["a.jsonl"],
        ".parquet": FORMS["a.parquet"],
        ".json": json.dumps(event_to_json(open_example("ferry-terminal"))).encode()[:20_000],
    }
    packed = {f"a{ending}": content for ending, content in made.items() if ending != ".parquet"}
    return made | {".zip": zipped(packed)}


@st.composite
def damage(draw: st.DrawFn, content: bytes) -> bytes:
    """Cut, flip, repeat, fill with zeros or with anything, or put another file's piece in."""
    data = bytearray(content)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        match draw(st.sampled_from(["cut", "flip", "repeat", "zeros", "noise", "other", "drop", "text"])):
            case "cut":
                del data[at:]
            case "flip" if data:
                data[at] ^= 1 << draw(st.integers(0, 7))
            case "repeat":
                data[at:at] = data[at : at + draw(st.integers(1, 400))] * draw(st.integers(1, 5))
            case "zeros":
                data[at:at] = bytes(draw(st.integers(1, 60)))
            case "noise":
                data[at : at + 20] = draw(st.binary(min_size=1, max_size=40))
            case "other":
                other = seeds()[draw(st.sampled_from(sorted(seeds())))]
                start = draw(st.integers(0, len(other) - 1))
                data[at:at] = other[start : start + 300]
            case "drop":
                del data[at : at + draw(st.integers(1, 200))]
            case "text":
                encoding = draw(st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252", "utf-7", "shift_jis"]))
                data[at:at] = draw(st.text(max_size=30)).encode(encoding, "replace")
    return bytes(data)


@st.composite
def repacked(draw: st.DrawFn, content: bytes) -> bytes:
    """Damage one part of a packed file and pack it again, so that the zip around it is sound."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts: dict[str, str | bytes] = {i.filename: archive.read(i) for i in archive.infolist()}
    name = draw(st.sampled_from(sorted(parts)))
    parts[name] = draw(damage(bytes(parts[name])))
    return zipped(parts)


def holds(content: bytes, name: str) -> None:
    """Read, and check that there is an article with words, or a sentence that names the file."""
    refused: ReadError | None = None
    try:
        reading = read_bytes(content, name)
    except ReadError as error:
        refused = error
    if refused:
        assert refused.source.split(", row ")[0] == name
        assert len(refused.reason.split()) > 3
        return
    assert reading.event.articles
    for article in reading.event.articles:
        assert any(c.isalnum() for c in article.text)
        (article.source + article.title + article.text).encode("utf-8")


@pytest.fixture(scope="module", autouse=True)
def _parquet_in_forks() -> Iterator[None]:
    with forking():
        yield


often = settings(
    max_examples=TRIES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@pytest.mark.parametrize("ending", sorted(seeds()))
class TestGarbled:
    def test_a_sound_file_is_read(self, ending):
        content = seeds()[ending]
        if ending != ".json":
            assert read_bytes(content, f"a{ending}").event.articles

    @often
    @given(data=st.data())
    def test_a_damaged_file_gives_articles_or_a_sentence(self, ending, data):
        content = data.draw(damage(seeds()[ending]))
        holds(content, f"a{ending}")

    @settings(often, max_examples=max(TRIES // 10, 10))
    @given(data=st.data())
    def test_a_file_under_any_name_gives_articles_or_a_sentence(self, ending, data):
        named = data.draw(st.sampled_from([*ENDINGS, "", ".PNG", ".doc", ".xyz"]))
        content = seeds()[ending]
        cut = data.draw(st.integers(0, len(content)))
        holds(content[:cut] if data.draw(st.booleans()) else content, f"a{named}")


@pytest.mark.parametrize("stray", ["\x01", "&#1;", "\x0c", "\ufffe", "\uffff", "&#xFFFE;", "&#xD800;", "\x7f", "\x85"])
def test_a_control_character_between_what_is_taken_out_and_the_text_does_no_harm(stray):
    head = f"<html><head><meta charset='utf-8'>{stray}</head><body><nav>Home</nav>{stray}"
    page = f"{head}<article><p>{LEAD}{stray}</p><aside>More</aside>{stray}<p>{BODY}</p></article></body></html>"
    (article,) = read_bytes(page.encode(), "a.html").event.articles
    assert "seven arches" in article.text
    assert "\x01" not in article.text


@pytest.mark.parametrize("ending", [".docx", ".odt", ".xlsx"])
@settings(often, max_examples=max(TRIES // 2, 10))
@given(data=st.data())
def test_a_packed_file_with_a_damaged_part_gives_articles_or_a_sentence(ending, data):
    holds(data.draw(repacked(seeds()[ending])), f"a{ending}")


@pytest.mark.parametrize("ending", ENDINGS)
@settings(often, max_examples=max(TRIES // 5, 10))
@given(content=st.binary(max_size=400) | st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace")))
def test_anything_at_all_gives_articles_or_a_sentence(ending, content):
    holds(content, f"a{ending}")
