from __future__ import annotations

from dataclasses import dataclass, field

from pages.articles_files import Files, read_next
from tests.read.making import zipped

LEAD = "The mayor closed the old bridge on Friday after engineers found cracks in two of its seven arches."


@dataclass
class Chosen:
    """A file as the page gets it."""

    name: str
    content: bytes

    def getvalue(self) -> bytes:
        return self.content


@dataclass
class Bar:
    """A bar that keeps what it was told."""

    told: list[tuple[float, str]] = field(default_factory=list)

    def progress(self, share: float, text: str) -> None:
        self.told.append((share, text.replace("\\", "")))


def test_files_are_read_one_after_another_and_each_is_named_also_within_a_zip() -> None:
    pile = zipped({"bell.txt": LEAD, "post.txt": LEAD[::-1]})
    now = Files([Chosen("a.txt", LEAD.encode()), Chosen("bad.pdf", b"%PDF-1.4 no"), Chosen("b.zip", pile)], 3, [])
    bar = Bar()
    while now.waiting:
        read_next(now, bar)
    assert bar.told == [
        (0, "1 of 3: a.txt"),
        (1 / 3, "2 of 3: bad.pdf"),
        (2 / 3, "3 of 3: b.zip"),
        (2 / 3, "3 of 3: b.zip, bell.txt"),
        (2.5 / 3, "3 of 3: b.zip, post.txt"),
    ]
    assert [[a.source for a in r.event.articles] for r in now.readings] == [["a"], ["bell", "post"]]
    assert [note.split(":")[0] for note in now.notes] == ["bad.pdf"]
